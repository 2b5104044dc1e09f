import { z } from 'zod';
import { Problem } from '../../base/errors.ts';
import type { Logger } from '../../base/logger.ts';
import { type Fields, names, text, type Value } from '../../model/kind.ts';
import { differences, sameValue } from '../../model/merge.ts';
import { uniqueNames } from '../../model/tidy.ts';
import type { RecordRef, SourceRecord, Writer } from '../source.ts';
import type { Client } from './client.ts';
import { bodyOf, CREATES, clearedBy, given, UPDATES } from './contact-body.ts';
import { type ContactReader, contactCall } from './contact-reader.ts';
import { ContactRow } from './contact-row.ts';
import { changeTags } from './contact-tags.ts';
import type { Definitions } from './custom-field.ts';
import { anything, id, only } from './wire.ts';

const Created = z.object({ contact: ContactRow });
const Updated = z.object({ contact: ContactRow.nullish() });
const Duplicate = z.object({ contact: z.object({ id }).nullish() });

/** What the writer of contacts is made of. */
export interface ContactWriterParts {
  readonly client: Client;
  readonly reader: ContactReader;
  readonly definitions: Definitions;
  readonly log: Logger;
}

/** Creates, changes and deletes contacts. A create that meets an existing contact becomes an update of it. */
export function contactWriter(parts: ContactWriterParts): Writer {
  const { client, reader } = parts;
  return {
    creates: CREATES,
    updates: UPDATES,
    callsPerUpdate: 4,
    create: ({ fields }) => create(parts, given(only(CREATES, fields))),
    async find({ fields }) {
      const existing = await findDuplicate(client, fields);
      return existing ? reader.get(existing) : null;
    },
    update: (ref, patch, previous) => update(parts, ref, only(UPDATES, patch), previous),
    async remove(ref) {
      await client.find({ ...contactCall(ref.id), method: 'DELETE' }, anything);
    },
  };
}

async function create(parts: ContactWriterParts, wanted: Fields): Promise<SourceRecord> {
  const { client, reader, definitions, log } = parts;
  const tags = names(wanted, 'tags');
  const body = { locationId: client.locationId, ...(await bodyOf(wanted, definitions, log)) };
  const json = tags.length > 0 ? { ...body, tags } : body;
  try {
    const answer = await client.call(
      { method: 'POST', path: '/contacts/', json, version: '2021-07-28', about: 'a new contact' },
      Created,
    );
    return await reader.answered(answer.contact);
  } catch (error) {
    const existing = error instanceof Problem && error.code === 'DUPLICATE' ? error.details.recordId : undefined;
    if (!existing) throw error;
    return adopt(parts, existing, wanted);
  }
}

/**
 * The location allows an e-mail or a phone once. Where the contact it has is the same person, what was to be created is
 * written over it, without clearing anything; somebody else who shares the phone is left alone.
 */
async function adopt(parts: ContactWriterParts, contactId: string, wanted: Fields): Promise<SourceRecord> {
  const existing = await current(parts.reader, contactId);
  if (!isSamePerson(existing.fields, wanted)) throw takenBySomebodyElse(contactId);
  const tags = uniqueNames([...names(existing.fields, 'tags'), ...names(wanted, 'tags')]);
  const differing = only(UPDATES, differences(existing.fields, { ...wanted, tags }));
  return Object.keys(differing).length === 0 ? existing : update(parts, existing, differing, existing.fields);
}

/** The same e-mail; or, where one of them has none, the same phone and name. */
function isSamePerson(existing: Fields, wanted: Fields): boolean {
  const same = (field: string) => sameValue(lower(existing[field]), lower(wanted[field]));
  if (existing.email && wanted.email) return same('email');
  return same('phone') && same('firstName') && same('lastName');
}

function lower(value: Value | undefined): Value | undefined {
  return typeof value === 'string' ? value.trim().toLowerCase() : value;
}

function takenBySomebodyElse(contactId: string): Problem {
  const text = `HighLevel has somebody else with this phone or e-mail, contact ${contactId}: correct one of them, or allow duplicates there`;
  return new Problem('DUPLICATE', text, 'never', { system: 'ghl', recordId: contactId });
}

async function update(
  { client, reader, definitions, log }: ContactWriterParts,
  ref: RecordRef,
  patch: Fields,
  previous: Fields,
): Promise<SourceRecord> {
  const json = await bodyOf(patch, definitions, log);
  const writes = Object.keys(json).length > 0;
  const answer = writes ? await client.call({ ...contactCall(ref.id), method: 'PUT', json }, Updated) : null;
  const tagged =
    patch.tags !== undefined && (await changeTags(client, ref.id, names(previous, 'tags'), names(patch, 'tags')));
  if (!answer?.contact || tagged) return current(reader, ref.id);
  const record = await reader.answered(answer.contact);
  return { ...record, fields: { ...clearedBy(patch), ...record.fields } };
}

async function current(reader: ContactReader, contactId: string): Promise<SourceRecord> {
  const record = await reader.get(contactId);
  if (record) return record;
  throw new Problem('NOT_FOUND', `HighLevel has no contact ${contactId} any more`, 'never', {
    system: 'ghl',
    recordId: contactId,
  });
}

/** The id of the contact the location would take a person with this e-mail or phone for. */
async function findDuplicate(client: Client, fields: Fields): Promise<string | null> {
  const [email, number] = [text(fields, 'email') ?? undefined, text(fields, 'phone') ?? undefined];
  if (!email && !number) return null;
  const answer = await client.find(
    {
      method: 'GET',
      path: '/contacts/search/duplicate',
      query: { locationId: client.locationId, email, number },
      version: '2021-07-28',
      about: 'a search for duplicates',
    },
    Duplicate,
  );
  return answer?.contact?.id ?? null;
}
