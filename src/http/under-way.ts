/** What is being done for each of several clients, so that an end can wait for it. */
export interface UnderWay<K> {
  /** Answers the work, which counts as its client's until it has ended. */
  track<T>(client: K, work: Promise<T>): Promise<T>;
  /** Resolves when nothing is being done for that client. */
  settled(client: K): Promise<void>;
}

/** Keeps account of work by client. */
export function createUnderWay<K>(): UnderWay<K> {
  const byClient = new Map<K, Set<Promise<unknown>>>();
  return {
    track(client, work) {
      const all = byClient.get(client) ?? new Set();
      byClient.set(client, all.add(work));
      const forget = () => {
        all.delete(work);
        if (all.size === 0) byClient.delete(client);
      };
      work.then(forget, forget);
      return work;
    },
    async settled(client) {
      for (let all = byClient.get(client); all; all = byClient.get(client)) await Promise.allSettled(all);
    },
  };
}
