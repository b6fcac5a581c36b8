/**
 * Does something for each item, a few at a time, and keeps the order of the answers. The first error ends it.
 *
 * @param onDone told after each how many are done
 */
export async function eachInTurn<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
  onDone: (count: number) => void = () => undefined,
  atOnce = 4,
): Promise<readonly R[]> {
  const answers = new Map<number, R>();
  const queue = items.entries();
  const worker = async () => {
    for (const [index, item] of queue) {
      answers.set(index, await work(item));
      onDone(answers.size);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return [...answers].toSorted(([a], [b]) => a - b).map(([, answer]) => answer);
}
