import { models } from '../model/index.ts';
import type { Fields, Kind, Value } from '../model/kind.ts';
import { sameValue } from '../model/merge.ts';
import type {
  Conflict,
  Delivery,
  Entity,
  EventKind,
  FieldChange,
  Link,
  NewEvent,
  Snapshot,
  Version,
} from '../store/shapes.ts';
import type { Store } from '../store/store.ts';
import type { Cause, SyncContext } from './context.ts';
import { endChanges, isOfField, standingChanges } from './history.ts';
import { PREFIX } from './prefix.ts';

/** What a version says besides its fields: history that is no field, and why it was made where the cause does not say it. */
export interface Beside {
  readonly changes?: readonly FieldChange[];
  readonly why?: string;
}

/**
 * Everything one transaction is going to write, collected first and flushed in a few statements. Keeps the newest state of
 * each entity it touched.
 */
export class Ledger {
  readonly entities = new Map<string, Entity>();
  readonly deliveries: Delivery[] = [];
  private readonly createdIds = new Set<string>();
  private readonly revived = new Set<string>();
  private readonly versions: Version[] = [];
  private readonly links: Link[] = [];
  private readonly snapshots: Snapshot[] = [];
  private readonly conflicts: Conflict[] = [];
  private readonly events: NewEvent[] = [];
  private readonly now: number;
  private readonly dueAt: number;
  private readonly newId: SyncContext['newId'];
  private readonly cause: Cause;

  /** Its deliveries are not due before `heldMs` from now. */
  constructor(context: Pick<SyncContext, 'clock' | 'newId'>, cause: Cause, heldMs = 0) {
    this.now = context.clock.now();
    this.dueAt = this.now + heldMs;
    this.newId = context.newId;
    this.cause = cause;
  }

  /** A new entity; `stampedAt` is when its values were set, 0 where nobody knows. */
  create(kind: Kind, fields: Fields, contactId: string | null, stampedAt: number): Entity {
    const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => !sameValue(value, null)));
    const entity: Entity = {
      id: this.newId(PREFIX[kind]),
      kind,
      version: 1,
      fields: known,
      stamps: this.stamps({}, Object.keys(known), stampedAt),
      contactId,
      createdAt: this.now,
      updatedAt: this.now,
      deletedAt: null,
    };
    this.createdIds.add(entity.id);
    this.record(entity, changesBetween({}, known), 'CREATED');
    return entity;
  }

  /** The entity with these fields set; a null clears. Unchanged where nothing differs. A tombstone comes back to life. */
  change(entity: Entity, patch: Fields, stampedAt: number, contactId = entity.contactId, beside: Beside = {}): Entity {
    const set = changesBetween(entity.fields, patch);
    const changes = [...set, ...standingChanges(entity, contactId), ...(beside.changes ?? [])];
    if (changes.length === 0) return entity;
    const changed = {
      ...entity,
      version: entity.version + 1,
      fields: { ...entity.fields, ...patch },
      stamps: this.stamps(
        entity.stamps,
        set.map((change) => change.field),
        stampedAt,
      ),
      contactId,
      updatedAt: this.now,
      deletedAt: null,
    };
    if (entity.deletedAt !== null) this.revived.add(entity.id);
    this.record(changed, changes, entity.deletedAt === null ? 'UPDATED' : 'CREATED', beside.why);
    return changed;
  }

  /** The entity as a tombstone; `into` is the entity that it was merged into. */
  remove(entity: Entity, { into, changes = [], why }: Beside & { readonly into?: string } = {}): Entity {
    const removed = { ...entity, version: entity.version + 1, updatedAt: this.now, deletedAt: this.now };
    const [kind, message] =
      into === undefined ? (['DELETED', null] as const) : (['MERGED', `Merged into ${into}`] as const);
    this.record(removed, [...endChanges(into), ...changes], kind, why, message);
    return removed;
  }

  /** Links the record to the entity, from wherever it was; `linkedAt` is given where an old link is restored. */
  link(entity: Entity, key: Pick<Link, 'system' | 'kind' | 'recordId'>, how: string, linkedAt = this.now): void {
    const { system, kind, recordId } = key;
    this.links.push({ system, kind, recordId, entityId: entity.id, how, linkedAt });
    this.event('LINKED', entity, { system, message: `Linked by ${how}` });
  }

  snapshot(snapshot: Snapshot): void {
    this.snapshots.push(snapshot);
  }

  /** A dispute; with the id of an earlier one it takes its place. Only the event of a new one names the field as a change. */
  conflict(
    entity: Entity,
    dispute: Pick<Conflict, 'field' | 'base' | 'values' | 'chosen' | 'open'> & { readonly id?: string },
  ): Conflict {
    const entered = { id: this.newId('cft'), entityId: entity.id, kind: entity.kind, at: this.now, ...dispute };
    this.conflicts.push(entered);
    const { field, base } = dispute;
    const changes = dispute.id === undefined ? [{ field, before: base, after: orNull(entity.fields[field]) }] : [];
    if (dispute.open) this.event('CONFLICT', entity, { changes, message: `${field} differs between systems` });
    return entered;
  }

  /** Closes a conflict with the value that stands; it is then the entity's. */
  resolve(conflict: Conflict, entity: Entity, chosen: Value, message = `${conflict.field} is decided`): void {
    this.conflicts.push({ ...conflict, entityId: entity.id, chosen, open: false });
    this.event('CONFLICT_RESOLVED', entity, { message });
  }

  /** Leaves a conflict open, as one of another entity. */
  passOn(conflict: Conflict, entity: Entity): void {
    this.conflicts.push({ ...conflict, entityId: entity.id });
  }

  /** Queues a write; `status` other than QUEUED is a write that will not be tried, with its reason. */
  deliver(
    entity: Entity,
    system: string,
    operation: Delivery['operation'],
    fields: readonly string[],
    verdict: Partial<Pick<Delivery, 'status' | 'error' | 'unsupportedFields' | 'nextAttemptAt'>> = {},
  ): Delivery {
    const delivery: Delivery = {
      id: this.newId('dlv'),
      entityId: entity.id,
      kind: entity.kind,
      system,
      operation,
      fields,
      status: 'QUEUED',
      attempts: 0,
      nextAttemptAt: this.dueAt,
      error: null,
      unsupportedFields: [],
      recordId: null,
      correlationId: this.cause.correlationId,
      createdAt: this.now,
      ...verdict,
    };
    this.deliveries.push(delivery);
    return delivery;
  }

  event(
    kind: EventKind,
    entity: Entity | null,
    extra: Partial<Pick<NewEvent, 'system' | 'message' | 'changes' | 'reason'>> = {},
  ): void {
    this.events.push({
      at: this.now,
      kind,
      type: entity?.kind ?? null,
      entityId: entity?.id ?? null,
      contactId: entity === null ? null : entity.kind === 'contact' ? entity.id : entity.contactId,
      origin: this.cause.origin,
      system: null,
      changes: [],
      actor: this.cause.actor,
      runId: this.cause.runId,
      correlationId: this.cause.correlationId,
      message: null,
      ...extra,
    });
  }

  /** The entities that got new values from an earlier version, with the fields that changed and what they held; deleted ones are left out. */
  changedFields(): { entity: Entity; fields: string[]; before: Fields }[] {
    const held = new Map<string, Map<string, Value>>();
    for (const version of this.versions.filter((candidate) => candidate.version > 1)) {
      const known = held.get(version.entityId) ?? new Map<string, Value>();
      for (const { field, before } of version.changes.filter(isOfField))
        if (!known.has(field)) known.set(field, before);
      held.set(version.entityId, known);
    }
    return [...held].flatMap(([id, before]) => {
      const entity = this.entities.get(id);
      if (!entity || entity.deletedAt !== null || before.size === 0) return [];
      return [{ entity, fields: [...before.keys()], before: { ...entity.fields, ...Object.fromEntries(before) } }];
    });
  }

  /** For a delivery that is not to be tried before so many milliseconds have passed. */
  dueIn(ms: number): { readonly nextAttemptAt: number } {
    return { nextAttemptAt: Math.max(this.dueAt, this.now + ms) };
  }

  /** The entities whose identity this ledger leaves for a person to decide. */
  unclear(): string[] {
    return this.conflicts.filter(({ field, open }) => open && field === 'identity').map(({ entityId }) => entityId);
  }

  /**
   * What a record has just brought into being or back to life, or (tags, which contacts may have named before) what has its
   * first record now.
   */
  fresh(): Entity[] {
    return [...this.entities.values()].filter((entity) => entity.deletedAt === null && this.isFresh(entity));
  }

  private isFresh({ id, kind }: Entity): boolean {
    const linked = this.links.some((link) => link.entityId === id);
    return this.revived.has(id) || (linked && (kind === 'tag' || this.createdIds.has(id)));
  }

  /** The entities of that kind that did not exist before, as they now are; deleted ones are left out. */
  created(kind: Kind): Entity[] {
    return this.versions.flatMap(({ entityId, version }) => {
      const entity = version === 1 ? this.entities.get(entityId) : undefined;
      return entity?.kind === kind && entity.deletedAt === null ? [entity] : [];
    });
  }

  /** Forgets the deliveries: what was entered is remembered, and no system is told. */
  withhold(): void {
    this.deliveries.splice(0);
  }

  /** Writes all of it. */
  async flush(tx: Store): Promise<void> {
    await tx.entities.save([...this.entities.values()]);
    await tx.versions.add(this.versions);
    await tx.links.put(this.links);
    await tx.snapshots.put(this.snapshots);
    await tx.conflicts.put(this.conflicts);
    await tx.outbox.add(this.deliveries);
    await tx.events.append(this.events);
  }

  private record(
    entity: Entity,
    changes: readonly FieldChange[],
    kind: EventKind,
    why = this.cause.why ?? null,
    message: string | null = null,
  ): void {
    this.entities.set(entity.id, entity);
    const { origin, actor, correlationId } = this.cause;
    const { id: entityId, version, fields } = entity;
    this.versions.push({ entityId, version, fields, changes, origin, actor, why, correlationId, at: this.now });
    this.event(kind, entity, { changes, message });
  }

  private stamps(before: Entity['stamps'], fields: readonly string[], at: number): Entity['stamps'] {
    return { ...before, ...Object.fromEntries(fields.map((field) => [field, { at, origin: this.cause.origin }])) };
  }
}

/** What setting `patch` over `before` changes, field by field. */
export function changesBetween(before: Fields, patch: Fields): FieldChange[] {
  return Object.entries(patch)
    .filter(([field, after]) => !sameValue(before[field], after))
    .map(([field, after]) => ({ field, before: orNull(before[field]), after }));
}

function orNull(value: Value | undefined): Value {
  return value ?? null;
}

/** The entity's fields that may be written to a system. */
export function writableFields(entity: Entity): string[] {
  const model = models[entity.kind];
  return Object.keys(entity.fields).filter((field) => {
    const rule = model.fields[field];
    return rule ? !rule.readOnly : model.open === true;
  });
}
