import { Problem } from '../base/errors.ts';
import { models } from '../model/index.ts';
import type { Fields, Value } from '../model/kind.ts';
import { sameValue } from '../model/merge.ts';
import type { Entity, Link, LinkedRecord } from '../store/shapes.ts';
import type { Store } from '../store/store.ts';
import type { SyncContext } from './context.ts';
import { recordId } from './history.ts';

/** Names a contact's record in its system. */
export interface RecordName {
  readonly system: string;
  readonly id: string;
}

/** The living contact with that id; `field` is the input field to blame where there is none. */
export async function livingContact(tx: Store, id: string, field: string): Promise<Entity> {
  const entity = (await tx.entities.get([id])).get(id);
  if (entity?.kind === 'contact' && entity.deletedAt === null) return entity;
  throw new Problem('NOT_FOUND', `There is no contact ${id}`, 'never', { path: ['input', field] });
}

/** The links of contact records as they are now; those that nobody is linked to are left out. */
export async function linksOf(tx: Store, names: readonly RecordName[]): Promise<Link[]> {
  const owners = new Set<string>();
  for (const system of new Set(names.map((name) => name.system))) {
    const ids = names.filter((name) => name.system === system).map(({ id }) => id);
    for (const owner of (await tx.links.find(system, 'contact', ids)).values()) owners.add(owner);
  }
  const wanted = new Set(names.map(recordId));
  const links = [...(await tx.links.of([...owners])).values()].flat();
  return links.filter((link) => wanted.has(keyOf(link)));
}

/** One text for the contact record of a link or snapshot. */
export function keyOf({ system, recordId: id }: Pick<Link, 'system' | 'recordId'>): string {
  return recordId({ system, id });
}

/** True for children that hang on these contact records and on no other. */
export function hangingOn(keys: ReadonlySet<string>): (child: Entity, records: readonly LinkedRecord[]) => boolean {
  return (_, records) => {
    const hooks = records.flatMap(({ system, contactRecordId, deletedAt }) =>
      contactRecordId === null || deletedAt !== null ? [] : [recordId({ system, id: contactRecordId })],
    );
    return hooks.length > 0 && hooks.every((hook) => keys.has(hook));
  };
}

/** What only systems say of an entity (nobody writes it), corrected to what these records say. */
export function readOnlyPatch(entity: Entity, records: readonly LinkedRecord[]): Fields {
  const patch: Record<string, Value> = {};
  for (const [field, rule] of Object.entries(models[entity.kind].fields)) {
    if (!rule.readOnly) continue;
    const living = records.filter((record) => record.deletedAt === null);
    const value = living.map((record) => record.values[field] ?? null).find((candidate) => candidate !== null) ?? null;
    if (!sameValue(entity.fields[field], value)) patch[field] = value;
  }
  return patch;
}

/** Waits until nothing is being written for these entities by this process, so that snapshots tell what systems hold. */
export async function quiet(context: SyncContext, entityIds: readonly string[]): Promise<void> {
  const running = [...context.attempts].filter(([place]) => entityIds.some((id) => place.startsWith(`${id} `)));
  await Promise.allSettled(running.map(([, attempt]) => attempt));
}
