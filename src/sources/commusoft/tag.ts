import type { FieldDescription } from '../../model/record-field.ts';
import type { Collection, SourceRecord } from '../source.ts';
import { eachRef, once } from './batch.ts';
import type { OptionNames, Reference } from './reference.ts';

/** Commusoft has no tags; these two prefixes name what comes nearest. */
const TYPE = 'commusoft:type:';
const SOURCE = 'commusoft:source:';
const FIELDS: readonly FieldDescription[] = [{ field: 'name', label: 'Name', type: 'text' }];

/** Customer types and advertising types as tags that can only be read. */
export function createTags(reference: Reference): Collection {
  async function all(): Promise<SourceRecord[]> {
    const [types, sources] = await Promise.all([reference.types(), reference.sources()]);
    return [
      ...types.map(({ id, name }) => ({ id: `type:${id}`, fields: { name: TYPE + name } })),
      ...sources.map(({ id, name }) => ({ id: `source:${id}`, fields: { name: SOURCE + name } })),
    ];
  }

  return {
    covers: 'all',
    describe: async () => FIELDS,
    note: 'Commusoft has no tags; its customer types and advertising types are shown as tags and cannot be set',
    read(refs) {
      const found = once(async () => new Map((await all()).map((record) => [record.id, record])));
      return eachRef(refs, async (ref) => (await found()).get(ref.id) ?? null);
    },
    async *scan() {
      const records = await all();
      yield { records, resume: null, total: records.length };
    },
  };
}

/** All names that tags may have. */
export async function tagNames(reference: Reference): Promise<readonly string[]> {
  const [types, sources] = await Promise.all([reference.types(), reference.sources()]);
  return [...types.map(({ name }) => TYPE + name), ...sources.map(({ name }) => SOURCE + name)];
}

/** The tags of a customer; undefined where they cannot be known. */
export function tagsOf(
  typeId: string | null,
  sourceId: string | null,
  names: OptionNames | null,
): string[] | undefined {
  if (!names) return undefined;
  const type = typeId === null ? undefined : names.types.get(typeId);
  const source = sourceId === null ? undefined : names.sources.get(sourceId);
  return [...(type ? [TYPE + type] : []), ...(source ? [SOURCE + source] : [])].sort();
}
