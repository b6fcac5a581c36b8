import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FilterRequest, workerReady } from './FilterRequest.ts';
import { createFilterTester, testFilter } from './testFilter.ts';
import { testPattern } from './testPattern.ts';

/** A worker under the test's control: it loads and answers when told. */
class FakeWorker extends EventTarget implements Worker {
  readonly requests: FilterRequest[] = [];
  terminated = false;
  onmessage = null;
  onmessageerror = null;
  onerror = null;

  postMessage(request: FilterRequest): void {
    this.requests.push(request);
  }
  terminate(): void {
    this.terminated = true;
  }
  load(): void {
    this.say(workerReady);
  }
  answer(): void {
    const { pattern, values } = this.requests.at(-1)!;
    this.say(testPattern(pattern, values));
  }
  say(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
  crash(): void {
    this.dispatchEvent(new Event('error', { cancelable: true }));
  }
}

describe('testFilter without workers', () => {
  it('says who passes, for each value', async () => {
    await expect(testFilter('^eng-', ['eng-a', 'ops', 'eng-a', 'x-eng-'])).resolves.toEqual({
      ok: true,
      passes: [true, false, true, false],
    });
  });

  it('gives the error in Go’s words', async () => {
    await expect(testFilter('(a', ['a'])).resolves.toEqual({
      ok: false,
      message: 'error parsing regexp: missing closing ): `(a`',
    });
  });

  it('lets everything through an empty filter', async () => {
    await expect(testFilter('', ['', 'b'])).resolves.toEqual({ ok: true, passes: [true, true] });
  });

  it('is given up by a signal', async () => {
    await expect(testFilter('a', ['a'], { signal: AbortSignal.abort('enough') })).rejects.toBe('enough');
  });
});

describe('testFilter with a worker', () => {
  let workers: FakeWorker[];
  const start = () => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker;
  };

  beforeEach(() => {
    workers = [];
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('starts one worker on demand and asks it in turn, each value once', async () => {
    const test = createFilterTester(start);
    expect(workers).toHaveLength(0);
    const first = test('^a', ['a', 'b', 'a']);
    const second = test('b$', ['b']);
    workers[0]!.load();
    expect(workers[0]!.requests).toEqual([{ pattern: '^a', values: ['a', 'b'] }]);
    workers[0]!.answer();
    await expect(first).resolves.toEqual({ ok: true, passes: [true, false, true] });
    workers[0]!.answer();
    await expect(second).resolves.toEqual({ ok: true, passes: [true] });
    expect(workers).toHaveLength(1);
  });

  it('ends a worker that misses the deadline and goes on with a new one', async () => {
    const test = createFilterTester(start);
    const slow = test('((a*)*)*', ['aaa']);
    const after = test('a', ['a']);
    await vi.advanceTimersByTimeAsync(5000);
    workers[0]!.load();
    await vi.advanceTimersByTimeAsync(999);
    expect(workers[0]!.terminated).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await expect(slow).resolves.toEqual({ ok: 'timeout' });
    expect(workers[0]!.terminated).toBe(true);
    workers[1]!.load();
    workers[1]!.answer();
    await expect(after).resolves.toEqual({ ok: true, passes: [true] });
  });

  it('drops a call that is given up while it waits', async () => {
    const test = createFilterTester(start);
    const stale = new AbortController();
    const outdated = test('old', ['a'], { signal: stale.signal });
    const latest = test('a', ['a']);
    stale.abort('newer');
    await expect(outdated).rejects.toBe('newer');
    workers[0]!.load();
    expect(workers[0]!.requests.map(({ pattern }) => pattern)).toEqual(['a']);
    workers[0]!.answer();
    await expect(latest).resolves.toEqual({ ok: true, passes: [true] });
  });

  it('has no answer when the worker crashes or says something else', async () => {
    const test = createFilterTester(start);
    const crashing = test('a', ['a']);
    workers[0]!.load();
    workers[0]!.crash();
    await expect(crashing).resolves.toEqual({ ok: 'timeout' });
    const garbled = test('a', ['a']);
    workers[1]!.load();
    workers[1]!.say({ ok: 'maybe' });
    await expect(garbled).resolves.toEqual({ ok: 'timeout' });
  });

  it('works on the main thread if the worker can’t be started or loaded', async () => {
    vi.useRealTimers();
    const refused = createFilterTester(() => {
      throw new Error('blocked');
    });
    await expect(refused('a', ['a', 'b'])).resolves.toEqual({ ok: true, passes: [true, false] });
    const unloadable = createFilterTester(start);
    const answer = unloadable('b', ['a', 'b']);
    workers[0]!.crash();
    await expect(answer).resolves.toEqual({ ok: true, passes: [false, true] });
  });
});
