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
 * Makes independent turns. Waiting here costs nothing; waiting for a lock in the database would hold a connection.
 * Between two turns the event loop goes round once: work that never waits for anything outside would keep callers out.
 */
export function createTurns(): Turns {
  const lines = new Map<string, Line>();

  function next(key: string, line: Line): void {
    const [first, second] = line.wasUrgent ? [line.others, line.urgent] : [line.urgent, line.others];
    const start = first.shift() ?? second.shift();
    if (start) start();
    else lines.delete(key);
  }

  return async (key, work, urgent = false) => {
    const line = lines.get(key) ?? { urgent: [], others: [], wasUrgent: false };
    if (lines.has(key)) await new Promise<void>((start) => line[urgent ? 'urgent' : 'others'].push(start));
    else lines.set(key, line);
    line.wasUrgent = urgent;
    try {
      return await work();
    } finally {
      setImmediate(next, key, line);
    }
  };
}
