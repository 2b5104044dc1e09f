import { z } from 'zod';
import { path } from '../../base/path.ts';
import type { Businesses, BusinessRecord, Page } from '../source.ts';
import type { Client } from './client.ts';
import type { ContactReader } from './contact-reader.ts';
import { each, id, text } from './wire.ts';

const LIMIT = 100;
const OneBusiness = z.object({ business: z.object({ id, name: text }) });
const Members = z.object({
  contacts: z.array(z.object({ id })).nullish(),
  count: z.number().nullish().catch(undefined),
});

/** The companies of the location, and which contacts belong to them. */
export function businesses(client: Client, reader: ContactReader): Businesses {
  async function get(businessId: string): Promise<BusinessRecord | null> {
    const answer = await client.find(
      {
        method: 'GET',
        path: path`/businesses/${businessId}`,
        version: '2021-07-28',
        about: `business ${businessId}`,
      },
      OneBusiness,
    );
    return answer && { id: answer.business.id, name: answer.business.name || null };
  }

  async function members(businessId: string, skip: number): Promise<z.output<typeof Members>> {
    const answer = await client.find(
      {
        method: 'GET',
        path: path`/contacts/business/${businessId}`,
        query: { locationId: client.locationId, limit: String(LIMIT), skip: String(skip) },
        version: '2021-07-28',
        about: `the contacts of business ${businessId}`,
      },
      Members,
    );
    return answer ?? {};
  }

  /** Rows of this list lack most fields: they only say which contacts to read. */
  async function* contacts(businessId: string): AsyncIterable<Page> {
    for (let skip = 0; ; ) {
      const { contacts: rows, count } = await members(businessId, skip);
      const found = await reader.read(rows ?? []);
      const failed = found.find((record) => record instanceof Error);
      if (failed) throw failed;
      const records = found.flatMap((record) => (record === null || record instanceof Error ? [] : [record]));
      skip += rows?.length ?? 0;
      yield { records, resume: null, ...(typeof count === 'number' ? { total: count } : {}) };
      if (!rows?.length || skip >= (count ?? Number.POSITIVE_INFINITY)) return;
    }
  }

  return { read: (ids) => each(ids, get), contacts };
}
