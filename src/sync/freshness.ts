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
  /** These scopes were just read, or a write's answer just showed them. */
  saw(system: string, kind: Kind, scopes: readonly Scope[], at: number): Promise<void>;
  /** Something says that these changed: they are not trusted until looked at again, whatever the feed says. */
  doubt(system: string, kind: Kind, scopes: readonly Scope[]): Promise<void>;
  /** A complete pass over the kind began at that time: everything it covers is as fresh as that. */
  feed(system: string, kind: Kind, startedAt: number): void;
  feedAt(system: string, kind: Kind): number;
}

const DOUBTED = 0;

/** `ttlMs` bounds how long a look is remembered. */
export function createFreshness(cache: Cache, workspace: string, ttlMs: number): Freshness {
  const feeds = new Map<string, number>();
  const feedKey = (system: string, kind: Kind) => `${system}:${kind}`;
  const key = (system: string, kind: Kind, scope: Scope) => `${workspace}:${system}:${kind}:${scope}`;
  const put = async (system: string, kind: Kind, scopes: readonly Scope[], at: number) => {
    if (scopes.length === 0) return;
    await cache.setMany(scopes.map((scope) => ({ key: key(system, kind, scope), value: at, ttl: ttlMs })));
  };

  return {
    async unseenSince(system, kind, scopes, since) {
      if (scopes.length === 0) return [];
      const fed = feeds.get(feedKey(system, kind)) ?? 0;
      const seen = await cache.getMany(scopes.map((scope) => key(system, kind, scope)));
      return scopes.filter((_, i) => {
        const at = seen[i];
        return at === DOUBTED || Math.max(at ?? 0, fed) < since;
      });
    },
    saw: put,
    doubt: (system, kind, scopes) => put(system, kind, scopes, DOUBTED),
    feed: (system, kind, startedAt) => feeds.set(feedKey(system, kind), startedAt),
    feedAt: (system, kind) => feeds.get(feedKey(system, kind)) ?? 0,
  };
}
