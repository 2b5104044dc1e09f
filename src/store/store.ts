import type { Kind, Value } from '../model/kind.ts';
import type { ApiKeyStore, AuditStore, ConnectionStore, WorkspaceStore } from './access-store.ts';
import type { AlertRuleStore, AlertStore, MessageStore, SignStore, TargetStore } from './alert-store.ts';
import type { KeptMapping } from './kept-mapping.ts';
import type { CallStore, DeliveryFilter, RetentionStore, RunFilter } from './log-shapes.ts';
import type { PageRequest, PageResult } from './paging.ts';
import type { FiringStore, RuleStore } from './rule-store.ts';
import type {
  Activity,
  Conflict,
  Delivery,
  DeliveryOutcome,
  Entity,
  EventFilter,
  EventHead,
  InboxItem,
  Link,
  LinkedRecord,
  LoggedEvent,
  NewEvent,
  Proposal,
  ProposalFilter,
  ProposalState,
  RecordKey,
  Reply,
  Run,
  Snapshot,
  SystemShare,
  Version,
} from './shapes.ts';

export type { PageRequest, PageResult, Position } from './paging.ts';

/** What a list of entities is restricted to and ordered by. Deleted entities are never listed. */
export interface EntityQuery {
  readonly kind: Kind;
  /** Words that must all be found, in any order, at the start of a word of the searchable text; any case. */
  readonly search?: string;
  readonly contactId?: string;
  /** A filter key of the kind's model, e.g. 'tag:vip'. */
  readonly filterKeys?: readonly string[];
  /** Has a record in this system / has none in that one. */
  readonly system?: string;
  readonly missingIn?: string;
  readonly state?: string;
  readonly updatedAfter?: number;
  readonly hasConflict?: boolean;
  /** Restricts the model's `at`, inclusive from, exclusive to. */
  readonly from?: number;
  readonly to?: number;
  /** Default: label ascending. 'at' puts entities without a time by their creation. */
  readonly order?: { readonly by: 'label' | 'at' | 'createdAt' | 'updatedAt'; readonly direction: 'asc' | 'desc' };
}

/** Everything the gateway remembers of one workspace. Every method is one statement or, where it says so, one transaction. */
export interface Store {
  readonly workspace: string;
  /** Runs `work` in one durable transaction; inside, use only the store it is given. An `urgent` one overtakes those that wait. */
  transaction<T>(work: (tx: Store) => Promise<T>, options?: { readonly urgent: boolean }): Promise<T>;
  readonly entities: {
    get(ids: readonly string[]): Promise<Map<string, Entity>>;
    /** Inserts or replaces, with match keys, filter keys and searchable text derived from the kind's model. */
    save(entities: readonly Entity[]): Promise<void>;
    /** Living entities by match key: key to entity ids. */
    byMatchKeys(kind: Kind, keys: readonly string[]): Promise<Map<string, string[]>>;
    /** The same by the keys that only suggest. */
    bySuggestKeys(kind: Kind, keys: readonly string[]): Promise<Map<string, string[]>>;
    page(query: EntityQuery, page: PageRequest): Promise<PageResult<Entity>>;
    /** The same page of the children of each contact, in one statement per call: contact id to page. */
    pageOfEach(
      query: EntityQuery,
      contactIds: readonly string[],
      page: PageRequest,
    ): Promise<Map<string, PageResult<Entity>>>;
  };
  readonly versions: {
    add(versions: readonly Version[]): Promise<void>;
    /** Newest first; the position's value is the version. */
    page(entityId: string, page: PageRequest): Promise<PageResult<Version>>;
    /** Entity id to how many versions it got from that origin since that time; entities without one are left out. */
    countSince(entityIds: readonly string[], origin: string, since: number): Promise<Map<string, number>>;
  };
  readonly links: {
    put(links: readonly Link[]): Promise<void>;
    remove(key: RecordKey): Promise<void>;
    /** Record id to entity id, for those that are linked. */
    find(system: string, kind: Kind, recordIds: readonly string[]): Promise<Map<string, string>>;
    of(entityIds: readonly string[]): Promise<Map<string, Link[]>>;
  };
  readonly snapshots: {
    put(snapshots: readonly Snapshot[]): Promise<void>;
    get(system: string, kind: Kind, recordIds: readonly string[]): Promise<Map<string, Snapshot>>;
    /** The linked records of entities with their snapshots, in one statement: entity id to records, by system id, those linked first before others. */
    ofEntities(entityIds: readonly string[]): Promise<Map<string, LinkedRecord[]>>;
    /** Of these records, those held as deleted: id to when the system last said that they changed. */
    deletedAmong(system: string, kind: Kind, recordIds: readonly string[]): Promise<Map<string, number | null>>;
    /** Sets `seenAt` of unchanged records. */
    touch(system: string, kind: Kind, recordIds: readonly string[], seenAt: number): Promise<void>;
    /** Living records not seen since that time; ids, at most `limit`. */
    unseenSince(system: string, kind: Kind, seenAt: number, limit: number): Promise<readonly string[]>;
    /** Living records that belong to these contact records: ids by contact record id. */
    idsOfContacts(system: string, kind: Kind, contactRecordIds: readonly string[]): Promise<Map<string, string[]>>;
    /** Living records of that kind and system in the order of their ids, behind one of them or from the start. */
    list(system: string, kind: Kind, page: { limit: number; after?: string }): Promise<readonly Snapshot[]>;
    /** The ids of the living records at these places of that order; places behind the end are left out. */
    idsAt(system: string, kind: Kind, places: readonly number[]): Promise<readonly string[]>;
    /** How many living records of that kind the system has. */
    count(system: string, kind: Kind): Promise<number>;
    /** Linked records that are set aside, the latest first; at most `limit`. */
    quarantined(limit: number): Promise<readonly LinkedRecord[]>;
    /** Sets records aside since that time, or (null) takes them back. */
    quarantine(system: string, kind: Kind, recordIds: readonly string[], at: number | null): Promise<void>;
  };
  readonly outbox: {
    add(deliveries: readonly Delivery[]): Promise<void>;
    /**
     * Leases due QUEUED deliveries for `leaseMs`, oldest first, in one transaction; only the oldest unsettled one of an
     * entity and system, so that writes to a record keep their order. `system` restricts the choice; so does `ids`, which ignores
     * the due time.
     */
    claim(request: {
      now: number;
      leaseMs: number;
      limit: number;
      ids?: readonly string[];
      system?: string;
    }): Promise<readonly Delivery[]>;
    /**
     * Ends the leases that a dead process left, counting each as an attempt of unknown outcome. Only for who knows that no
     * other process is at work.
     */
    release(): Promise<void>;
    /** Queued creations there that somebody is trying or has tried: what they make may be seen before it is answered. */
    tried(system: string, kind: Kind): Promise<readonly Delivery[]>;
    /** Makes creations that were put off for more than an hour, and never tried, due now: those of a kind in a system, or of these entities. */
    hasten(
      which: { readonly system: string; readonly kind: Kind } | { readonly entityIds: readonly string[] },
    ): Promise<void>;
    /** Ends a lease with an outcome. */
    settle(id: string, outcome: DeliveryOutcome): Promise<void>;
    get(ids: readonly string[]): Promise<Map<string, Delivery>>;
    byCorrelation(correlationIds: readonly string[]): Promise<Map<string, Delivery[]>>;
    /** Unsettled and failed deliveries of entities: entity id to deliveries. */
    openOf(entityIds: readonly string[]): Promise<Map<string, Delivery[]>>;
    /** Newest first. */
    page(filter: DeliveryFilter, page: PageRequest): Promise<PageResult<Delivery>>;
    /** System id to how many are queued and how many failed. */
    counts(): Promise<Map<string, { queued: number; failed: number }>>;
    /** When the next unleased delivery is due; null where none is queued. */
    nextDue(now: number, system?: string): Promise<number | null>;
  };
  readonly inbox: {
    /** Keeps new notices and answers how many were new. */
    add(items: readonly InboxItem[]): Promise<number>;
    claim(request: { now: number; leaseMs: number; limit: number }): Promise<readonly InboxItem[]>;
    done(ids: readonly string[]): Promise<void>;
    /** Puts a leased item back, to be claimed again at `nextAttemptAt`. */
    postpone(id: string, nextAttemptAt: number): Promise<void>;
    nextDue(now: number): Promise<number | null>;
  };
  readonly events: {
    /** Appends in order and answers them numbered; numbers of later commits are always higher, on every database. */
    append(events: readonly NewEvent[]): Promise<readonly LoggedEvent[]>;
    after(seq: number, filter: EventFilter, limit: number): Promise<readonly LoggedEvent[]>;
    /** The same of all events, without what they say: for who has to look at very many. */
    heads(seq: number, limit: number): Promise<readonly EventHead[]>;
    /** The same backwards: those before that number, newest first. */
    headsBefore(seq: number, limit: number): Promise<readonly EventHead[]>;
    get(seqs: readonly number[]): Promise<Map<number, LoggedEvent>>;
    /** Newest first; the position's value is the seq. */
    page(filter: EventFilter, page: PageRequest): Promise<PageResult<LoggedEvent>>;
    lastSeq(): Promise<number>;
    /** By the hour (UTC) that began then, in ms since 1970; of events since that time; hours without anything are left out. */
    activity(from: number): Promise<Map<number, Activity>>;
  };
  readonly conflicts: {
    put(conflicts: readonly Conflict[]): Promise<void>;
    get(ids: readonly string[]): Promise<Map<string, Conflict>>;
    of(entityIds: readonly string[]): Promise<Map<string, Conflict[]>>;
    /** Newest first. */
    page(filter: { open?: boolean }, page: PageRequest): Promise<PageResult<Conflict>>;
  };
  readonly proposals: {
    /** Inserts or replaces. */
    put(proposals: readonly Proposal[]): Promise<void>;
    remove(ids: readonly string[]): Promise<void>;
    get(ids: readonly string[]): Promise<Map<string, Proposal>>;
    /** Undecided and rejected ones in which one of these contacts takes part. */
    about(contactIds: readonly string[]): Promise<readonly Proposal[]>;
    /** Best first. Undecided ones are listed while both contacts live. */
    page(filter: ProposalFilter, page: PageRequest): Promise<PageResult<Proposal>>;
    /** How many there are; of the undecided ones those that are listed. */
    counts(): Promise<Readonly<Record<ProposalState, number>>>;
    /** Per system with contacts: how many living contacts it holds, by whom else they are or may be held. */
    shares(): Promise<readonly SystemShare[]>;
  };
  readonly runs: {
    put(run: Run): Promise<void>;
    get(ids: readonly string[]): Promise<Map<string, Run>>;
    /** Newest first. */
    page(filter: RunFilter, page: PageRequest): Promise<PageResult<Run>>;
    /** The latest finished run without error that covered that kind of that system. */
    lastGood(system: string, kind: Kind): Promise<Run | null>;
  };
  readonly settings: {
    get(key: string): Promise<Value | undefined>;
    put(key: string, value: Value): Promise<void>;
    /** All whose key starts so. */
    list(prefix: string): Promise<Map<string, Value>>;
  };
  readonly replies: {
    get(key: string): Promise<Reply | null>;
    /** False where the key is taken already; then nothing is kept. */
    add(reply: Reply): Promise<boolean>;
  };
  /** Changes that polling found before any webhook told of them. */
  readonly missed: {
    /** Remembers changes found just now, for a day; `since` is when the record was last seen before. */
    found(changes: readonly (RecordKey & { readonly since: number })[]): Promise<void>;
    /** How many were found in that system in the last 24 h, without those a notice told of: since, or within two minutes after. */
    count(system: string): Promise<number>;
  };
  readonly mappings: {
    /** Rejects where there is such a version already. */
    add(mapping: KeptMapping): Promise<void>;
    get(system: string, kind: Kind, version: number): Promise<KeptMapping | null>;
    /** The highest version of each system and kind; those that nobody ever changed are missing. */
    inForce(): Promise<readonly KeptMapping[]>;
    /** Newest first; the position's value is the version. */
    page(system: string, kind: Kind, page: PageRequest): Promise<PageResult<KeptMapping>>;
  };
  readonly rules: RuleStore;
  readonly firings: FiringStore;
  readonly alertRules: AlertRuleStore;
  readonly alerts: AlertStore;
  readonly targets: TargetStore;
  readonly messages: MessageStore;
  readonly signs: SignStore;
  readonly calls: CallStore;
  readonly retention: RetentionStore;
  readonly connections: ConnectionStore;
  readonly audit: AuditStore;
}

/** What is sealed in the database, whosever it is. */
export interface Secrets {
  /** Seals anew what is not sealed with the current key, a hundred a transaction; tells and at last answers how many there were. */
  sealAnew(told: (sealed: number) => Promise<void>): Promise<number>;
  /** The ids of the keys that something is sealed with; in the embedded database nobody writes before `look` has returned. */
  inUse<T>(look: (keyIds: ReadonlySet<string>) => T): Promise<T>;
}

/** The database behind the stores of all workspaces. */
export interface Database {
  /** 'sqlite' or 'postgres', for people. */
  readonly engine: string;
  store(workspace: string): Store;
  readonly workspaces: WorkspaceStore;
  readonly keys: ApiKeyStore;
  readonly secrets: Secrets;
  /** Rejects with a Problem where the database does not answer, or is no longer as this version has it. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
