import { z } from 'zod';
import { Problem } from '../../base/errors.ts';
import { path } from '../../base/path.ts';
import { type Fields, text as textOf } from '../../model/kind.ts';
import type { Collection, SourceRecord, Writer } from '../source.ts';
import type { Call, Client } from './client.ts';
import { TAG_FIELDS } from './field.ts';
import { anything, each, id, text, whole } from './wire.ts';

const TagRow = z.object({ id, name: text });
const OneTag = z.object({ tag: TagRow });
const ManyTags = z.object({ tags: z.array(TagRow).nullish() });
const WRITABLE = ['name'];

/** The location's catalogue of tags; contacts carry their names, not their ids. */
export function tagCollection(client: Client): Collection {
  async function list(): Promise<readonly SourceRecord[]> {
    const { tags } = await client.call(tagCall(client, 'GET'), ManyTags);
    return (tags ?? []).map(tagRecord);
  }

  async function find(fields: Fields): Promise<SourceRecord | null> {
    const wanted = nameKey(fields);
    return (await list()).find((tag) => nameKey(tag.fields) === wanted) ?? null;
  }

  const write: Writer = {
    creates: WRITABLE,
    updates: WRITABLE,
    callsPerUpdate: 1,
    async create({ fields }) {
      const call = tagCall(client, 'POST', undefined, { name: textOf(fields, 'name') ?? '' });
      try {
        return tagRecord((await client.call(call, OneTag)).tag);
      } catch (error) {
        const existing = isRefusal(error) ? await find(fields) : null;
        if (existing) return existing;
        throw error;
      }
    },
    find: ({ fields }) => find(fields),
    async update(ref, patch) {
      const call = tagCall(client, 'PUT', ref.id, { name: textOf(patch, 'name') ?? '' });
      return tagRecord((await client.call(call, OneTag)).tag);
    },
    async remove(ref) {
      await client.find(tagCall(client, 'DELETE', ref.id), anything);
    },
  };

  return {
    covers: 'all',
    describe: async () => TAG_FIELDS,
    async read(refs) {
      const [ref, ...others] = refs;
      if (!ref) return [];
      if (others.length === 0) return each([ref], get);
      const [tags] = await each([null], list);
      return refs.map(({ id: tagId }) =>
        tags instanceof Error ? tags : (tags?.find((tag) => tag.id === tagId) ?? null),
      );
    },
    async *scan() {
      yield { records: await list(), resume: null };
    },
    write,
  };

  async function get(ref: { readonly id: string }): Promise<SourceRecord | null> {
    const answer = await client.find(tagCall(client, 'GET', ref.id), OneTag);
    return answer && tagRecord(answer.tag);
  }
}

function tagRecord(row: z.output<typeof TagRow>): SourceRecord {
  return { id: row.id, fields: whole({ name: row.name }) };
}

function tagCall(client: Client, method: Call['method'], tagId?: string, json?: object): Call {
  const { locationId } = client;
  return {
    method,
    path: tagId !== undefined ? path`/locations/${locationId}/tags/${tagId}` : path`/locations/${locationId}/tags`,
    version: '2021-07-28',
    about: tagId !== undefined ? `tag ${tagId}` : 'the tags of the location',
    ...(json ? { json } : {}),
  };
}

function nameKey(fields: Fields): string {
  return (textOf(fields, 'name') ?? '').trim().toLowerCase();
}

/** What HighLevel answers to a name it already has is not documented; any refusal may mean that. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof Problem && (error.code === 'REFUSED' || error.code === 'CONFLICT' || error.code === 'DUPLICATE')
  );
}
