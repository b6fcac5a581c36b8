/** Runs a task when it is its turn. A task whose signal is aborted before that never starts. */
export type RunInTurn = <T>(task: () => Promise<T>, signal?: AbortSignal) => Promise<T>;

/**
 * Makes a queue of which only so many tasks run at once. The newest goes first: it is what somebody has just scrolled to.
 *
 * @param most how many run at the same time
 */
export function limitConcurrency(most: number): RunInTurn {
  const waiting: (() => void)[] = [];
  let running = 0;
  const next = () => {
    if (running >= most) return;
    waiting.pop()?.();
  };
  return (task, signal) =>
    new Promise((resolve, reject) => {
      waiting.push(() => {
        if (signal?.aborted) {
          reject(signal.reason);
          return next();
        }
        running += 1;
        const done = () => {
          running -= 1;
          next();
        };
        task().then(resolve, reject).finally(done);
      });
      next();
    });
}
