/** An error in the words of Go's standard library or of a library that the server uses; its text goes out as `detail`. */
export class GoError extends Error {
  override readonly name = 'GoError';
}
