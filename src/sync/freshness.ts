import type { Cache } from '../base/cache.ts';
import type { Kind } from '../model/kind.ts';

/** What was asked of a system: one record, or the records of one contact. */
export type Scope = `record:${string}` | `of:${string}`;

/**
 * Remembers when each system was last asked about what. Snapshots hold what it answered; this says how far they can be trusted.
 * Times in milliseconds since 1970.
 */
export interface Freshness {
  /** Of these scopes, those that were not looked at since `since`; also counts the hits. */
  unseenSince(system: string, kind: Kind, scopes: readonly Scope[], since: number): Promise<Scope[]>;
  /** The reading of these scopes began at that time, or a write's answer showed them; a later doubt stands. */
  saw(system: string, kind: Kind, scopes: readonly Scope[], at: number): Promise<void>;
  /** Something says that these changed: they are not trusted until looked at again, whatever the feed says. */
  doubt(system: string, kind: Kind, scopes: readonly Scope[], at: number): Promise<void>;
  /** A complete pass over the kind began at that time: everything it covers is as fresh as that. */
  feed(system: string, kind: Kind, startedAt: number): void;
  feedAt(system: string, kind: Kind): number;
}

/** `ttlMs` bounds how long a look at that kind of that system is remembered. A doubt is kept as its time with a minus. */
export function createFreshness(
  cache: Cache,
  workspace: string,
  ttlMs: (system: string, kind: Kind) => number,
): Freshness {
  const feeds = new Map<string, number>();
  const feedKey = (system: string, kind: Kind) => `${system}:${kind}`;
  const key = (system: string, kind: Kind, scope: Scope) => `${workspace}:${system}:${kind}:${scope}`;
  const looks = (system: string, kind: Kind, scopes: readonly Scope[]) =>
    cache.getMany(scopes.map((scope) => key(system, kind, scope)));
  const put = async (system: string, kind: Kind, scopes: readonly Scope[], at: number) => {
    if (scopes.length === 0) return;
    const ttl = ttlMs(system, kind);
    await cache.setMany(scopes.map((scope) => ({ key: key(system, kind, scope), value: at, ttl })));
  };

  return {
    async unseenSince(system, kind, scopes, since) {
      if (scopes.length === 0) return [];
      const fed = feeds.get(feedKey(system, kind)) ?? 0;
      const seen = await looks(system, kind, scopes);
      return scopes.filter((_, i) => {
        const at = seen[i] ?? 0;
        return at < 0 || Math.max(at, fed) < since;
      });
    },
    async saw(system, kind, scopes, at) {
      if (scopes.length === 0) return;
      const seen = await looks(system, kind, scopes);
      const older = scopes.filter((_, i) => Math.abs(seen[i] ?? 0) < at);
      await put(system, kind, older, at);
    },
    doubt: (system, kind, scopes, at) => put(system, kind, scopes, -at),
    feed: (system, kind, startedAt) => feeds.set(feedKey(system, kind), startedAt),
    feedAt: (system, kind) => feeds.get(feedKey(system, kind)) ?? 0,
  };
}
