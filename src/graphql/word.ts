/** A word of ours as the graph's enums spell it. */
export function upper<T extends string>(word: T): Uppercase<T> {
  return word.toUpperCase() as Uppercase<T>;
}
