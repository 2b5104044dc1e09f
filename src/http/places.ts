/** What somebody holds open: a socket or a stream. */
export interface Place {
  /** Counts it as that caller's from now on; false (and all stays as it is) where they hold too many. */
  moveTo(caller: string): boolean;
  /** Gives it back; may be repeated. */
  close(): void;
}

/** Counts what each caller holds open. */
export interface Places {
  /** One more of that caller's; null where they hold as many as they may. */
  open(caller: string): Place | null;
}

/** So many places for each caller. */
export function createPlaces(most: number): Places {
  const held = new Map<string, number>();

  function enter(caller: string): boolean {
    const count = held.get(caller) ?? 0;
    if (count >= most) return false;
    held.set(caller, count + 1);
    return true;
  }

  function leave(caller: string): void {
    const count = held.get(caller) ?? 0;
    if (count > 1) held.set(caller, count - 1);
    else held.delete(caller);
  }

  return {
    open(caller) {
      if (!enter(caller)) return null;
      let owner: string | null = caller;
      return {
        moveTo(other) {
          if (owner === null) return false;
          if (owner === other) return true;
          if (!enter(other)) return false;
          leave(owner);
          owner = other;
          return true;
        },
        close() {
          if (owner !== null) leave(owner);
          owner = null;
        },
      };
    },
  };
}

/** A refusal for holding too much open, as the graph shapes errors. */
export const TOO_MANY_OPEN = {
  message: 'Too many sockets and streams are open: close some, or carry several subscriptions on one socket',
  extensions: { code: 'TOO_MANY_STREAMS', retryable: true },
};
