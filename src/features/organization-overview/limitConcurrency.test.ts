import { expect, test } from 'vitest';
import { limitConcurrency } from './limitConcurrency.ts';

const tick = () => new Promise((resolve) => setTimeout(resolve));

test('only so many run at once, the newest first, and a failure makes room too', async () => {
  const run = limitConcurrency(2);
  const started: string[] = [];
  const finish = new Map<string, (error?: Error) => void>();
  const start = (name: string) =>
    run(() => {
      started.push(name);
      return new Promise<string>((resolve, reject) =>
        finish.set(name, (error) => (error ? reject(error) : resolve(name))),
      );
    });
  const all = ['a', 'b', 'c', 'd'].map((name) => start(name).catch((error: Error) => error.message));
  expect(started).toEqual(['a', 'b']);
  finish.get('a')?.(new Error('no'));
  await tick();
  expect(started).toEqual(['a', 'b', 'd']);
  for (const name of ['b', 'd']) finish.get(name)?.();
  await tick();
  finish.get('c')?.();
  expect(await Promise.all(all)).toEqual(['no', 'b', 'c', 'd']);
});

test('what is given up before its turn never starts', async () => {
  const run = limitConcurrency(1);
  let finish = () => {};
  const first = run(() => new Promise<void>((resolve) => (finish = resolve)));
  const controller = new AbortController();
  const second = run(async () => 'ran', controller.signal);
  const third = run(async () => 'third');
  controller.abort(new Error('given up'));
  finish();
  await first;
  await expect(second).rejects.toThrow('given up');
  expect(await third).toBe('third');
});
