import { z } from 'zod';
import { path } from '../../base/path.ts';
import { currentWork } from '../../base/work.ts';
import type { RecordRef, SourceRecord } from '../source.ts';
import type { Call, Client } from './client.ts';
import type { ContactNames } from './contact-names.ts';
import { type ContactRow, customIds, partialContact, ContactRow as Row, wholeContact } from './contact-row.ts';
import { PAGE, searchIds } from './contact-search.ts';
import type { Definitions } from './custom-field.ts';
import { each } from './wire.ts';

/** Contacts as records, whichever operation answered them. */
export interface ContactReader {
  /** One contact asked for by id, whole and current; null where there is none. */
  get(contactId: string): Promise<SourceRecord | null>;
  /** DataLoader's contract; few are asked for one by one, many in one search, but not those of notices. */
  read(refs: readonly RecordRef[]): Promise<readonly (SourceRecord | null | Error)[]>;
  /** The rows of a search as complete records; contacts that are gone meanwhile are left out. */
  complete(rows: readonly ContactRow[]): Promise<readonly SourceRecord[]>;
  /** The row of a write's answer; what it does not speak of stays absent. */
  answered(row: ContactRow): Promise<SourceRecord>;
}

const FEW = 3;
const SEARCHABLE = /^[A-Za-z0-9_-]{1,75}$/;
const Answer = z.object({ contact: Row });

/** The call that reads one contact. */
export function contactCall(contactId: string): Call {
  return {
    method: 'GET',
    path: path`/contacts/${contactId}`,
    version: '2021-07-28',
    about: `contact ${contactId}`,
  };
}

/** Makes the reader of the client's contacts. */
export function createContactReader(client: Client, definitions: Definitions, names: ContactNames): ContactReader {
  const { locationId } = client;

  async function get(contactId: string): Promise<SourceRecord | null> {
    const answer = await client.find(contactCall(contactId), Answer);
    if (!answer) return null;
    const record = wholeContact(answer.contact, await definitions.covering(customIds(answer.contact)), locationId);
    names.remember(record);
    return record;
  }

  async function complete(rows: readonly ContactRow[]): Promise<readonly SourceRecord[]> {
    const known = await definitions.covering(rows.flatMap(customIds));
    const records = await Promise.all(
      rows.map((row) => names.complete(partialContact(row, known, locationId)) ?? get(row.id)),
    );
    return records.filter((record) => record !== null);
  }

  async function search(ids: readonly string[]): Promise<ReadonlyMap<string, SourceRecord | null>> {
    const chunks = Array.from({ length: Math.ceil(ids.length / PAGE) }, (_, n) => ids.slice(n * PAGE, (n + 1) * PAGE));
    const found = await Promise.all(chunks.map(async (chunk) => complete(await searchIds(client, chunk))));
    return new Map(found.flat().map((record) => [record.id, record]));
  }

  return {
    get,
    complete,
    async read(refs) {
      // What was just told of is not yet in the index that a search looks at.
      if (refs.length <= FEW || currentWork().lane === 'notice') return each(refs, (ref) => get(ref.id));
      const ids = [...new Set(refs.map((ref) => ref.id))].filter((id) => SEARCHABLE.test(id));
      const [found] = await each([ids], search);
      if (found instanceof Error) return refs.map(() => found);
      return each(refs, async (ref) => found?.get(ref.id) ?? get(ref.id));
    },
    async answered(row) {
      const record = partialContact(row, await definitions.covering(customIds(row)), locationId);
      names.remember(record);
      return record;
    },
  };
}
