/** What is being done for each of several clients, so that an end can wait for it. */
export interface UnderWay<K> {
  /** Answers the work, which counts as its client's until it has ended. */
  track<T>(client: K, work: Promise<T>): Promise<T>;
  /** Resolves when nothing is being done for that client; for anybody, also those who have gone, where none is named. */
  settled(client?: K): Promise<void>;
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
      const left = () =>
        (client === undefined ? [...byClient.values()] : [byClient.get(client) ?? []]).flatMap((all) => [...all]);
      for (let all = left(); all.length > 0; all = left()) await Promise.allSettled(all);
    },
  };
}
