/** Lets work under the same key run one after another, in the order it was asked for. */
export type Turns = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/** Makes independent turns. Waiting here costs nothing; waiting for a lock in the database would hold a connection. */
export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const mine = (last.get(key) ?? Promise.resolve()).then(work, work);
    last.set(key, mine);
    const forget = () => {
      if (last.get(key) === mine) last.delete(key);
    };
    mine.then(forget, forget);
    return mine;
  };
}
