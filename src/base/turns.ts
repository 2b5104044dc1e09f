/**
 * Lets work under the same key run one after another, in the order it was asked for. What is `urgent` overtakes all that is
 * not, but never twice in a row: who waits is served too.
 */
export type Turns = <T>(key: string, work: () => Promise<T>, urgent?: boolean) => Promise<T>;

/** What waits for its turn under one key. */
interface Line {
  readonly urgent: (() => void)[];
  readonly others: (() => void)[];
  wasUrgent: boolean;
}

/**
 * Node accepts one connection a round, and a request takes a few more to its place in the line; an empty round takes some
 * ten microseconds.
 */
const ROUNDS_BETWEEN = 32;

/**
 * Makes independent turns. Waiting here costs nothing; waiting for a lock in the database would hold a connection.
 * Between two turns the event loop goes round and round: work that never waits for anything outside would keep callers out.
 */
export function createTurns(): Turns {
  const lines = new Map<string, Line>();

  function next(key: string, line: Line, round: number): void {
    const urgent = line.wasUrgent && line.others.length > 0 ? undefined : line.urgent.shift();
    if (urgent) urgent();
    else if (line.others.length === 0) lines.delete(key);
    else if (round < ROUNDS_BETWEEN) setImmediate(next, key, line, round + 1);
    else line.others.shift()?.();
  }

  return async (key, work, urgent = false) => {
    const line = lines.get(key) ?? { urgent: [], others: [], wasUrgent: false };
    if (lines.has(key)) await new Promise<void>((start) => line[urgent ? 'urgent' : 'others'].push(start));
    else lines.set(key, line);
    line.wasUrgent = urgent;
    try {
      return await work();
    } finally {
      setImmediate(next, key, line, 1);
    }
  };
}
