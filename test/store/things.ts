import type { Conflict, Delivery, Entity, InboxItem, Link, NewEvent, Run, Snapshot } from '../../src/store/shapes.ts';

/** A time to count from; milliseconds since 1970. */
export const T0 = Date.UTC(2026, 0, 1);

export function entity(id: string, changes: Partial<Entity> = {}): Entity {
  const base: Entity = {
    id,
    kind: 'contact',
    version: 1,
    fields: { firstName: 'Ann', lastName: id },
    stamps: { firstName: { at: T0, origin: 'alpha' } },
    contactId: null,
    createdAt: T0,
    updatedAt: T0,
    deletedAt: null,
  };
  return { ...base, ...changes };
}

export function task(id: string, contactId: string, dueAt: number | null, changes: Partial<Entity> = {}): Entity {
  const due = dueAt === null ? null : new Date(dueAt).toISOString();
  return entity(id, { kind: 'task', contactId, fields: { title: id, dueAt: due }, stamps: {}, ...changes });
}

export function link(recordId: string, entityId: string, changes: Partial<Link> = {}): Link {
  return { system: 'alpha', kind: 'contact', recordId, entityId, how: 'created', linkedAt: T0, ...changes };
}

export function snapshot(recordId: string, changes: Partial<Snapshot> = {}): Snapshot {
  const base: Snapshot = {
    system: 'alpha',
    kind: 'contact',
    recordId,
    contactRecordId: null,
    fields: { first: 'Ann', odd: 'a\u0000b' },
    values: { firstName: 'Ann' },
    hash: 'h1',
    seenAt: T0,
    changedAt: null,
    createdAt: T0,
    deletedAt: null,
    url: null,
    documentId: null,
    confidence: 0.75,
    quarantinedAt: null,
  };
  return { ...base, ...changes };
}

export function delivery(id: string, changes: Partial<Delivery> = {}): Delivery {
  const base: Delivery = {
    id,
    entityId: 'e1',
    kind: 'contact',
    system: 'alpha',
    operation: 'update',
    fields: ['firstName'],
    status: 'QUEUED',
    attempts: 0,
    nextAttemptAt: T0,
    error: null,
    unsupportedFields: [],
    recordId: null,
    correlationId: 'c1',
    createdAt: T0,
  };
  return { ...base, ...changes };
}

export function notice(id: string, changes: Partial<InboxItem> = {}): InboxItem {
  const base: InboxItem = {
    id,
    system: 'alpha',
    kind: 'contact',
    recordId: 'r1',
    contactRecordId: null,
    deliveryId: id,
    receivedAt: T0,
    attempts: 0,
  };
  return { ...base, ...changes };
}

export function event(message: string, changes: Partial<NewEvent> = {}): NewEvent {
  const base: NewEvent = {
    at: T0,
    kind: 'UPDATED',
    type: 'contact',
    entityId: 'e1',
    contactId: 'e1',
    origin: 'alpha',
    system: null,
    changes: [{ field: 'firstName', before: null, after: { deep: [1, 'x'] } }],
    actor: null,
    runId: null,
    correlationId: 'c1',
    message,
  };
  return { ...base, ...changes };
}

export function conflict(id: string, changes: Partial<Conflict> = {}): Conflict {
  const base: Conflict = {
    id,
    entityId: 'e1',
    kind: 'contact',
    field: 'email',
    base: null,
    values: [{ origin: 'alpha', value: 'a@x.org', changedAt: T0 }],
    chosen: 'a@x.org',
    open: true,
    at: T0,
  };
  return { ...base, ...changes };
}

export function run(id: string, changes: Partial<Run> = {}): Run {
  const base: Run = {
    id,
    system: 'alpha',
    kinds: ['contact', 'task'],
    trigger: 'poll',
    startedAt: T0,
    finishedAt: T0 + 10,
    read: 3,
    changed: 2,
    failed: 0,
    upstreamCalls: 4,
    progress: 0.5,
    error: null,
  };
  return { ...base, ...changes };
}
