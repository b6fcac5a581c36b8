import * as z from 'zod/mini';
import { type FilterRequest, workerReady } from './FilterRequest.ts';
import workerUrl from './regexFilter.worker.ts?worker&url';
import type { PatternAnswer } from './testPattern.ts';

/** What {@link testFilter} finds out. `timeout`: the answer took too long, so nothing is known. */
export type FilterAnswer = PatternAnswer | { readonly ok: 'timeout' };

export interface FilterOptions {
  /** How long the engine may work on it; loading the engine doesn't count. */
  readonly deadlineMs?: number;
  /** Gives the call up; the promise is then rejected with the signal's reason. */
  readonly signal?: AbortSignal;
}

export type TestFilter = (pattern: string, values: readonly string[], options?: FilterOptions) => Promise<FilterAnswer>;

const workerMessage = z.union([
  z.literal(workerReady),
  z.object({ ok: z.literal(true), passes: z.array(z.boolean()) }),
  z.object({ ok: z.literal(false), message: z.string() }),
]);

/**
 * Tests values against a regex filter (RE2, unanchored) without holding up the page: in a worker that is started on
 * the first call, one call after the other, each with a deadline. Without workers it runs on the main thread.
 *
 * @param pattern source text of the filter; `''` lets every value pass
 * @param values may hold duplicates; the answer has one entry for each, in their order
 * @returns who passes, Go's error text for the pattern, or `timeout` after one second
 */
export const testFilter: TestFilter = createFilterTester(() =>
  typeof Worker === 'undefined' ? undefined : new Worker(trusted(workerUrl), { type: 'module' }),
);

/** The part of Trusted Types that is needed here. What it makes is a string wherever one is asked for. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

declare global {
  var trustedTypes: TrustedTypes | undefined;
}

/** The name that a Content-Security-Policy has to allow where it requires Trusted Types. */
const policyName = 'regex-worker';

/** Vouches for the worker's address, and for no other. Made once: a policy's name can't be taken twice. */
const policy = lazily(() =>
  globalThis.trustedTypes?.createPolicy(policyName, {
    createScriptURL: (url) => {
      if (url !== workerUrl) throw new TypeError(`${policyName} doesn’t vouch for ${url}`);
      return url;
    },
  }),
);

function trusted(url: string): string {
  return policy()?.createScriptURL(url) ?? url;
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const defaultDeadlineMs = 1000;

interface Job extends FilterRequest {
  readonly deadlineMs: number;
  readonly settle: (answer: FilterAnswer) => void;
  readonly fail: (cause: unknown) => void;
  abandoned: boolean;
}

interface Running {
  readonly worker: Worker;
  ready: boolean;
  job: Job | undefined;
  deadline: ReturnType<typeof setTimeout> | undefined;
}

/**
 * Makes a {@link testFilter}.
 *
 * @param startWorker starts the worker, or answers undefined where there is none
 */
export function createFilterTester(startWorker: () => Worker | undefined): TestFilter {
  const queue: Job[] = [];
  let running: Running | undefined;
  let workersFail = false;

  const stop = () => {
    clearTimeout(running?.deadline);
    running?.worker.terminate();
    running = undefined;
  };
  const finish = (answer: FilterAnswer) => {
    running?.job?.settle(answer);
    if (running) running.job = undefined;
    clearTimeout(running?.deadline);
    if (answer.ok === 'timeout') stop();
    next();
  };
  const start = () => {
    try {
      const worker = startWorker();
      if (!worker) return;
      const started: Running = { worker, ready: false, job: undefined, deadline: undefined };
      worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (running !== started) return;
        const message = z.safeParse(workerMessage, data);
        if (!message.success) finish({ ok: 'timeout' });
        else if (message.data !== workerReady) finish(message.data);
        else {
          started.ready = true;
          next();
        }
      });
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        if (running !== started) return;
        if (started.ready) return finish({ ok: 'timeout' });
        workersFail = true;
        stop();
        next();
      });
      running = started;
    } catch {
      workersFail = true;
    }
  };
  const next = () => {
    while (queue[0]?.abandoned) queue.shift();
    if (queue.length === 0 || running?.job) return;
    if (!running && !workersFail) start();
    if (!running) {
      for (const job of queue.splice(0)) void runHere(job);
      return;
    }
    if (!running.ready) return;
    const job = queue.shift();
    if (!job) return;
    running.job = job;
    running.deadline = setTimeout(() => finish({ ok: 'timeout' }), job.deadlineMs);
    running.worker.postMessage({ pattern: job.pattern, values: job.values } satisfies FilterRequest);
  };

  return async (pattern, values, { deadlineMs = defaultDeadlineMs, signal } = {}) => {
    signal?.throwIfAborted();
    const distinct = [...new Set(values)];
    const answer = await new Promise<FilterAnswer>((resolve, reject) => {
      const job: Job = { pattern, values: distinct, deadlineMs, settle: resolve, fail: reject, abandoned: false };
      signal?.addEventListener('abort', () => {
        job.abandoned = true;
        reject(signal.reason);
      });
      queue.push(job);
      next();
    });
    if (answer.ok !== true) return answer;
    const passing = new Set(distinct.filter((_, index) => answer.passes[index]));
    return { ok: true, passes: values.map((value) => passing.has(value)) };
  };
}

async function runHere({ pattern, values, settle, fail }: Job): Promise<void> {
  try {
    const { testPattern } = await import('./testPattern.ts');
    settle(testPattern(pattern, values));
  } catch (cause) {
    fail(cause);
  }
}
