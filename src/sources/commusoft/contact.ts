import type { Collection, SourceRecord, Writer } from '../source.ts';
import { eachRef, ONE_BY_ONE } from './batch.ts';
import { toContact } from './customer.ts';
import type { Customers } from './customers.ts';
import { contactFields } from './field.ts';
import type { Reference } from './reference.ts';

const PAGE = 200;

/** Customers as contacts. */
export function createContacts(customers: Customers, reference: Reference, write: Writer): Collection {
  async function one(id: string): Promise<SourceRecord | null> {
    const customer = await customers.one(id);
    return customer && toContact(customer, await reference.names());
  }

  async function byId(): Promise<ReadonlyMap<string, SourceRecord>> {
    const [all, names] = await Promise.all([customers.list(), reference.names()]);
    return new Map(all.map((customer) => [customer.id, toContact(customer, names)]));
  }

  return {
    covers: 'all',
    note: 'A company name cannot be written and a landline only at creation, a cleared mobile uncovers the landline, and deleting archives',
    describe: () => contactFields(reference),
    async read(refs) {
      if (refs.length <= ONE_BY_ONE) return eachRef(refs, (ref) => one(ref.id));
      const all = await byId();
      return eachRef(refs, async ({ id }) => all.get(id) ?? null);
    },
    async *scan() {
      const all = [...(await byId()).values()];
      for (let start = 0; start === 0 || start < all.length; start += PAGE)
        yield { records: all.slice(start, start + PAGE), resume: null, total: all.length };
    },
    write,
  };
}
