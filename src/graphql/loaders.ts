import DataLoader from 'dataloader';
import type { Kind } from '../model/kind.ts';
import { tagKey } from '../model/tag.ts';
import type { RecordRef } from '../sources/source.ts';
import type { KeptAlertRule, KeptTarget } from '../store/alert-shapes.ts';
import type { UpstreamCall } from '../store/log-shapes.ts';
import type { KeptRule, RuleVersion } from '../store/rule-shapes.ts';
import type { Conflict, Delivery, Entity, LinkedRecord, LoggedEvent } from '../store/shapes.ts';
import type { EntityQuery, PageRequest, PageResult } from '../store/store.ts';
import type { SyncContext } from '../sync/context.ts';
import { type Look, refreshChildren, refreshRecords } from '../sync/refresh.ts';

/** One request's view of the store and the systems: everything is asked once, in batches. */
export interface Loaders {
  readonly entity: DataLoader<string, Entity | null>;
  readonly records: DataLoader<string, readonly LinkedRecord[]>;
  /** The deliveries that came of one cause, by correlation id. */
  readonly deliveries: DataLoader<string, readonly Delivery[]>;
  readonly openDeliveries: DataLoader<string, readonly Delivery[]>;
  readonly conflicts: DataLoader<string, readonly Conflict[]>;
  readonly tagByName: DataLoader<string, Entity | null>;
  /** What was called for a delivery, a run or a request, by its id; while the connection was verbose. */
  readonly calls: DataLoader<string, readonly UpstreamCall[]>;
  readonly event: DataLoader<number, LoggedEvent | null>;
  /** All rules by id, and how often each has fired and when last. */
  readonly rules: () => Promise<ReadonlyMap<string, KeptRule>>;
  readonly ruleVersions: (ruleId: string) => Promise<readonly RuleVersion[]>;
  readonly firedCounts: () => Promise<ReadonlyMap<string, { firings: number; lastAt: number }>>;
  /** All alert rules and targets by id, and how many messages to each target wait or were given up. */
  readonly alertRules: () => Promise<ReadonlyMap<string, KeptAlertRule>>;
  readonly targets: () => Promise<ReadonlyMap<string, KeptTarget>>;
  readonly messageCounts: () => Promise<ReadonlyMap<string, { queued: number; failed: number }>>;
  /** The names people gave to custom fields, by field. */
  readonly labels: () => Promise<Readonly<Record<string, string>>>;
  readonly businessName: (system: string) => DataLoader<string, string | null>;
  /** Looks at a record where the snapshot is too old. */
  readonly lookAtRecord: (system: string, kind: Kind) => DataLoader<RecordRef, Look, string>;
  /** Looks at the records that belong to a contact record. */
  readonly lookAtChildren: (system: string, kind: Kind) => DataLoader<string, Look>;
  /** The same page of the children of many contacts. */
  readonly children: (query: EntityQuery, page: PageRequest) => DataLoader<string, PageResult<Entity>>;
}

/** What the loaders need to know of the request. `since`: how old an answer may be, as a time in ms since 1970. */
export interface LoaderOptions {
  since(system: string, kind: Kind): number;
  readonly correlationId: string;
}

const NO_PAGE: PageResult<Entity> = { items: [], positions: [], total: 0, more: false };

/** Loaders for one request (or one event of a subscription). */
export function createLoaders(sync: SyncContext, options: LoaderOptions): Loaders {
  const { store } = sync;
  const causeOf = (origin: string) => ({ origin, actor: null, runId: null, correlationId: options.correlationId });
  const connectionOf = (id: string) => {
    const connection = sync.connections.get(id);
    if (!connection) throw new Error(`${id} is not connected`);
    return connection;
  };

  return {
    entity: fromMap((ids) => store.entities.get(ids), null),
    records: fromMap((ids) => store.snapshots.ofEntities(ids), []),
    deliveries: fromMap((ids) => store.outbox.byCorrelation(ids), []),
    openDeliveries: fromMap((ids) => store.outbox.openOf(ids), []),
    conflicts: fromMap((ids) => store.conflicts.of(ids), []),
    tagByName: new DataLoader(async (names) => {
      const owners = await store.entities.byMatchKeys('tag', names.map(tagKey));
      const ids = names.map((name) => owners.get(tagKey(name))?.[0]);
      const tags = await store.entities.get(ids.filter((id) => id !== undefined));
      return ids.map((id) => (id === undefined ? null : (tags.get(id) ?? null)));
    }),
    calls: fromMap(async (ids) => {
      await sync.calls.flush();
      return store.calls.of(ids);
    }, []),
    event: fromMap((seqs) => store.events.get(seqs), null),
    rules: memoized(async () => new Map((await store.rules.all()).map((kept) => [kept.rule.id, kept]))),
    ruleVersions: memoized((ruleId: string) => store.rules.versions(ruleId)),
    firedCounts: memoized(() => store.rules.firedCounts()),
    alertRules: memoized(async () => new Map((await store.alertRules.all()).map((kept) => [kept.rule.id, kept]))),
    targets: memoized(async () => new Map((await store.targets.all()).map((target) => [target.id, target]))),
    messageCounts: memoized(() => store.messages.counts()),
    labels: memoized(async () => ((await store.settings.get('labels')) ?? {}) as Record<string, string>),
    businessName: memoized((system) => {
      return new DataLoader(async (ids) => {
        const found = await connectionOf(system).use(async (source) => (await source.businesses?.read(ids)) ?? []);
        return ids.map((_, i) => (found[i] instanceof Error ? found[i] : (found[i]?.name ?? null)));
      });
    }),
    lookAtRecord: memoized((system, kind: Kind) => {
      return new DataLoader(
        (refs) => refreshRecords(sync, connectionOf(system), kind, refs, options.since(system, kind), causeOf(system)),
        { cacheKeyFn: (ref) => ref.id },
      );
    }),
    lookAtChildren: memoized((system, kind: Kind) => {
      return new DataLoader((ids) =>
        refreshChildren(sync, connectionOf(system), kind, ids, options.since(system, kind), causeOf(system)),
      );
    }),
    children: memoized((query: EntityQuery, page: PageRequest) => {
      return fromMap((ids) => store.entities.pageOfEach(query, ids, page), NO_PAGE);
    }),
  };
}

function fromMap<K, T>(load: (ids: readonly K[]) => Promise<ReadonlyMap<K, T>>, none: T): DataLoader<K, T> {
  return new DataLoader(async (ids) => {
    const found = await load(ids);
    return ids.map((id) => found.get(id) ?? none);
  });
}

/** One loader per distinct arguments. */
function memoized<A extends readonly unknown[], L>(create: (...args: A) => L): (...args: A) => L {
  const made = new Map<string, L>();
  return (...args) => {
    const key = JSON.stringify(args);
    const known = made.get(key) ?? create(...args);
    made.set(key, known);
    return known;
  };
}
