import { Problem } from '../base/errors.ts';
import { models } from '../model/index.ts';
import { type FieldPreview, previewFields } from '../model/mapping-preview.ts';
import type { Entity, Snapshot } from '../store/shapes.ts';
import type { SyncContext } from './context.ts';
import type { MappingTrial } from './mapping-dry-run.ts';

/** What a mapping would make of one stored record and of the entity it belongs to today. */
export interface RecordPreview {
  readonly recordId: string;
  /** Null where the record belongs to none: then nothing goes out. */
  readonly entity: Entity | null;
  readonly snapshot: Snapshot;
  readonly fields: readonly FieldPreview[];
}

/** Which stored records to look at: these, and so many more by chance. */
export interface PreviewChoice {
  readonly recordIds: readonly string[];
  readonly random: number;
}

/** The most records of one preview. */
export const MOST_PREVIEWED = 20;

/** Shows field by field what a mapping makes of stored records; saves nothing and writes nothing. */
export async function previewMapping(
  context: SyncContext,
  { system, kind, mapping }: MappingTrial,
  choice: PreviewChoice,
): Promise<readonly RecordPreview[]> {
  const { store } = context;
  const wanted = await chosen(context, system.id, kind, choice);
  const [snapshots, links] = await Promise.all([
    store.snapshots.get(system.id, kind, wanted),
    store.links.find(system.id, kind, wanted),
  ]);
  const unknown = choice.recordIds.filter((id) => !snapshots.has(id));
  if (unknown.length > 0) {
    const text = `${system.name} has no ${kind} ${unknown.join(', ')} that the gateway knows`;
    throw new Problem('NOT_FOUND', text, 'never', { path: ['input', 'recordIds'] });
  }
  const entities = await store.entities.get([...links.values()]);
  return wanted.flatMap((recordId) => {
    const snapshot = snapshots.get(recordId);
    const found = entities.get(links.get(recordId) ?? '');
    const entity = found?.deletedAt === null ? found : null;
    if (!snapshot) return [];
    const fields = previewFields(models[kind], mapping, snapshot.fields, entity?.fields ?? null);
    return [{ recordId, entity, snapshot, fields }];
  });
}

async function chosen(
  { store, random }: SyncContext,
  system: string,
  kind: MappingTrial['kind'],
  choice: PreviewChoice,
): Promise<readonly string[]> {
  const asked = [...new Set(choice.recordIds)];
  if (asked.length + choice.random > MOST_PREVIEWED) {
    const text = `At most ${MOST_PREVIEWED} records can be looked at once`;
    throw new Problem('INVALID', text, 'never', { path: ['input'] });
  }
  if (choice.random === 0) return asked;
  const total = await store.snapshots.count(system, kind);
  const places = drawn(total, choice.random + asked.length, random);
  const others = (await store.snapshots.idsAt(system, kind, places)).filter((id) => !asked.includes(id));
  return [...asked, ...others.slice(0, choice.random)];
}

/** So many different places below `total`, each as likely as any other; all of them where there are no more. */
function drawn(total: number, count: number, random: () => number): readonly number[] {
  const places = new Set<number>();
  // Floyd's way: one draw a place, and no list of all of them.
  for (let top = Math.max(0, total - count); top < total; top += 1) {
    const place = Math.floor(random() * (top + 1));
    places.add(places.has(place) ? top : place);
  }
  return [...places];
}
