import { currentWork, type Work } from '../base/work.ts';
import { CHILD_KINDS, type ChildKind, type Kind } from '../model/kind.ts';
import type { ApiKeyStore, KeptWorkspace } from '../store/access-store.ts';
import type { Entity, LinkedRecord } from '../store/shapes.ts';
import type { EntityQuery, PageRequest, PageResult } from '../store/store.ts';
import type { Connector } from '../sync/connector.ts';
import type { SyncContext } from '../sync/context.ts';
import type { Engine } from '../sync/engine.ts';
import type { Live } from '../sync/live.ts';
import type { Receive } from '../sync/receive.ts';
import type { Caller } from './caller.ts';
import { createLoaders, type Loaders } from './loaders.ts';
import type { Workspaces } from './workspaces.ts';

/** What a workspace's gateway serves; one for all requests. */
export interface Gateway {
  readonly workspace: KeptWorkspace;
  readonly sync: SyncContext;
  readonly engine: Engine;
  readonly live: Live;
  readonly connector: Connector;
  readonly receive: Receive;
  /** The workspaces of the installation; null where this one is not the operator's. */
  readonly workspaces: Workspaces | null;
  /** Of all workspaces; what a caller may see of them is up to who asks. */
  readonly keys: ApiKeyStore;
  /** How old an answer about that kind of that system may be when the caller does not say, in milliseconds. */
  defaultMaxAgeMs(system: string, kind: Kind): number;
}

/** One request. */
export interface GraphContext {
  readonly gateway: Gateway;
  readonly sync: SyncContext;
  readonly caller: Caller;
  readonly work: Work;
  readonly correlationId: string;
  readonly loaders: Loaders;
  /** How old an answer about that kind of that system may be, as a time in milliseconds since 1970. */
  since(system: string, kind: Kind): number;
  /** Looks that found a good snapshot, and records that had to be answered from one because the system did not answer. */
  readonly account: { cacheHits: number; readonly stale: Set<string> };
  /** The entity, after every system that holds it was looked at where the snapshot is too old; null where there is none. */
  present(id: string): Promise<Entity | null>;
  /** A page of a contact's children, after the systems that hold the contact were looked at. */
  childrenOf(contactId: string, kind: ChildKind, query: EntityQuery, page: PageRequest): Promise<PageResult<Entity>>;
  isStale(record: LinkedRecord): boolean;
  /** Forgets what was loaded: for the next event of a subscription, or after a write. */
  renew(): void;
}

/** A context for one request of that caller, of at most that age (null: the default). */
export function createContext(gateway: Gateway, caller: Caller, maxAgeMs: number | null): GraphContext {
  const { sync } = gateway;
  const work = currentWork();
  const startedAt = sync.clock.now();
  const since = (system: string, kind: Kind) => startedAt - (maxAgeMs ?? gateway.defaultMaxAgeMs(system, kind));
  const options = { since, correlationId: work.correlationId };
  const account = { cacheHits: 0, stale: new Set<string>() };
  let loaders = createLoaders(sync, options);

  async function lookAtRecords(entity: Entity): Promise<boolean> {
    const records = await loaders.records.load(entity.id);
    const looks = await Promise.all(
      records
        .filter((record) => record.deletedAt === null)
        .map(async (record) => {
          if (!sync.connections.has(record.system)) return account.stale.add(recordName(record));
          const ref = { id: record.recordId, ...(record.contactRecordId ? { contactId: record.contactRecordId } : {}) };
          const look = await loaders.lookAtRecord(record.system, entity.kind).load(ref);
          if (look === 'fresh') account.cacheHits += 1;
          if (look === 'failed') account.stale.add(recordName(record));
          return look;
        }),
    );
    return looks.includes('renewed');
  }

  async function lookAtChildren(contactId: string, kind: Kind): Promise<boolean> {
    const records = await loaders.records.load(contactId);
    const looks = await Promise.all(
      records
        .filter((record) => record.deletedAt === null)
        .map(async (record) => {
          const collection = sync.connections.get(record.system)?.source.collections[kind];
          if (!collection?.listFor) return null;
          const look = await loaders.lookAtChildren(record.system, kind).load(record.recordId);
          if (look === 'fresh') account.cacheHits += 1;
          if (look === 'failed') account.stale.add(childrenName(record.system, kind, record.recordId));
          return look;
        }),
    );
    return looks.includes('renewed');
  }

  return {
    gateway,
    sync,
    caller,
    work,
    correlationId: work.correlationId,
    get loaders() {
      return loaders;
    },
    since,
    account,
    async present(id) {
      const entity = await loaders.entity.load(id);
      if (!entity || entity.deletedAt !== null) return null;
      if (!(await lookAtRecords(entity))) return entity;
      loaders.entity.clear(id);
      loaders.records.clear(id);
      const renewed = await loaders.entity.load(id);
      return renewed?.deletedAt === null ? renewed : null;
    },
    async childrenOf(contactId, kind, query, page) {
      await lookAtChildren(contactId, kind);
      return loaders.children(query, page).load(contactId);
    },
    isStale(record) {
      const list = record.contactRecordId && childrenName(record.system, record.kind, record.contactRecordId);
      return (
        account.stale.has(recordName(record)) ||
        (list !== null && account.stale.has(list)) ||
        !sync.connections.has(record.system)
      );
    },
    renew() {
      loaders = createLoaders(sync, options);
    },
  };
}

/** The same request, as a work of its own under that correlation id; what it loads and costs is still the request's. */
export function asOwnWork(context: GraphContext, correlationId: string): GraphContext {
  const work: Work = { ...context.work, correlationId };
  return Object.create(context, { work: { value: work }, correlationId: { value: correlationId } });
}

function recordName(record: Pick<LinkedRecord, 'system' | 'kind' | 'recordId'>): string {
  return `${record.system} ${record.kind} ${record.recordId}`;
}

function childrenName(system: string, kind: Kind, contactRecordId: string): string {
  return `${system} ${kind}s of ${contactRecordId}`;
}

/** True for the kinds that belong to a contact. */
export function isChildKind(kind: Kind): kind is ChildKind {
  return (CHILD_KINDS as readonly Kind[]).includes(kind);
}
