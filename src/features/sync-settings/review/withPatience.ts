const patienceMs = 5000;

/**
 * Waits for something that a review would like to know. What fails or takes too long never holds up a save.
 *
 * @param otherwise stands in for what doesn't come within five seconds
 */
export async function withPatience<T>(wanted: Promise<T>, otherwise: T): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), patienceMs);
  });
  return Promise.race([wanted.catch(() => otherwise), tooLate]).finally(() => clearTimeout(timer));
}
