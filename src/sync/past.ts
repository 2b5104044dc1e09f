import { Problem } from '../base/errors.ts';
import { models } from '../model/index.ts';
import type { Fields, Kind, Value } from '../model/kind.ts';
import { names } from '../model/kind.ts';
import { mergeNames, sameValue } from '../model/merge.ts';
import type { Entity, FieldChange, Version } from '../store/shapes.ts';
import type { Position, Store } from '../store/store.ts';
import { type HeldRecord, isOfField, recordId, recordsIn } from './history.ts';

const PAGE = 100;

/** A record that a person moved since a version: as it was linked then, or as it was taken in, and by which later version. */
export interface MovedRecord {
  readonly record: HeldRecord;
  readonly by: Version;
}

/** How an entity stood at an earlier version. */
export interface Past {
  readonly version: Version;
  readonly deleted: boolean;
  /** What had taken its place then, where it was merged. */
  readonly mergedInto: string | null;
  /** The version that ended it, where it is a tombstone now. */
  readonly end: Version | null;
  readonly contactId: string | null;
  /** Records that it had then and that were taken from it since. */
  readonly lost: readonly MovedRecord[];
  /** Records that it did not have then and was given since. */
  readonly gained: readonly MovedRecord[];
}

/** The entity as it stood at that version; refused with words where that is not an earlier version of it. */
export async function pastOf(tx: Store, entity: Entity, version: number): Promise<Past> {
  if (version === entity.version) throw refusal('INVALID', `Version ${version} is the current one`);
  const later: Version[] = [];
  for await (const candidate of versionsOf(tx, entity.id)) {
    if (candidate.version === version) return standing(entity, candidate, later);
    if (candidate.version < version) break;
    later.push(candidate);
  }
  throw refusal('NOT_FOUND', `There is no version ${version} of ${entity.id}; the current one is ${entity.version}`);
}

function refusal(code: 'INVALID' | 'NOT_FOUND', text: string): Problem {
  return new Problem(code, text, 'never', { path: ['input', 'version'] });
}

/** The versions of an entity, newest first, read page by page. */
export async function* versionsOf(tx: Store, entityId: string): AsyncIterable<Version> {
  for (let from: Position | null = null; ; ) {
    const page = await tx.versions.page(entityId, { limit: PAGE, forward: true, from });
    yield* page.items;
    from = page.positions.at(-1) ?? null;
    if (!page.more || from === null) return;
  }
}

/** Walks back from the entity as it is now: `later` are the versions since that one, newest first. */
export function standing(entity: Entity, version: Version, later: readonly Version[]): Past {
  let { contactId } = entity;
  let deleted = false;
  const moved = new Map<string, MovedRecord & { readonly lost: boolean }>();
  for (const by of later) {
    for (const { field, before, after } of by.changes) {
      if (field === 'contact') contactId = typeof before === 'string' ? before : null;
      if (field === 'deleted') deleted = before === true;
      if (field !== 'records') continue;
      const [had, has] = [recordsIn(before), recordsIn(after)];
      for (const record of without(had, has)) moved.set(recordId(record), { record, by, lost: true });
      for (const record of without(has, had)) moved.set(recordId(record), { record, by, lost: false });
    }
  }
  return {
    version,
    deleted,
    mergedInto: mergedInto(version),
    end: entity.deletedAt === null ? null : (later[0] ?? null),
    contactId,
    lost: [...moved.values()].filter(({ lost }) => lost),
    gained: [...moved.values()].filter(({ lost }) => !lost),
  };
}

/** The entity that took this one's place with that version; null where it was not merged by it. */
export function mergedInto({ changes }: Version): string | null {
  const into = changes.find(({ field }) => field === 'mergedInto')?.after;
  return typeof into === 'string' ? into : null;
}

function without(records: readonly HeldRecord[], others: readonly HeldRecord[]): HeldRecord[] {
  const ids = new Set(others.map(recordId));
  return records.filter((record) => !ids.has(recordId(record)));
}

/** What makes the entity say again what it said then: fields that were added since are cleared. What only systems set stays. */
export function fieldsBack(entity: Entity, { fields }: Version): Fields {
  const { fields: rules } = models[entity.kind];
  const keys = new Set([...Object.keys(entity.fields), ...Object.keys(fields)]);
  const differing = [...keys].filter((key) => !rules[key]?.readOnly && !sameValue(entity.fields[key], fields[key]));
  return Object.fromEntries(differing.map((key) => [key, fields[key] ?? null]));
}

/** What takes these changes back where nobody has changed the field since; names are taken back one by one. */
export function takenBack(kind: Kind, fields: Fields, changes: readonly FieldChange[]): Fields {
  const patch: Record<string, Value> = {};
  const { fields: rules } = models[kind];
  for (const { field, before, after } of changes.filter(isOfField)) {
    if (rules[field]?.readOnly) continue;
    if (rules[field]?.type === 'names') {
      const list = (value: Value) => names({ [field]: value }, field);
      patch[field] = mergeNames(list(after), names(fields, field), list(before));
    } else if (sameValue(fields[field], after)) patch[field] = before;
  }
  return patch;
}
