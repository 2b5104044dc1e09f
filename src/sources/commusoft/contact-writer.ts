import { Problem } from '../../base/errors.ts';
import { path } from '../../base/path.ts';
import type { Fields } from '../../model/kind.ts';
import { differences } from '../../model/merge.ts';
import type { NewRecord, SourceRecord, Writer } from '../source.ts';
import { type Client, SLOW_MS } from './client.ts';
import { type Customer, toContact } from './customer.ts';
import { findCreated, findTwin, uuidsOf } from './customer-find.ts';
import { CUSTOMER_CREATES, CUSTOMER_UPDATES, createForm, updateForm } from './customer-form.ts';
import type { Customers } from './customers.ts';
import { createdId } from './envelope.ts';
import { bracketed } from './form.ts';
import { problem, readBack } from './problem.ts';
import type { Reference } from './reference.ts';
import { NAME } from './settings.ts';

/** Creates, changes and archives customers. */
export function createContactWriter(
  client: Client,
  customers: Customers,
  reference: Reference,
  typeId: string,
): Required<Writer> {
  const record = async (customer: Customer | null): Promise<SourceRecord | null> =>
    customer && toContact(customer, await reference.names());
  const one = async (id: string) => record(await customers.one(id));
  const find = async (made: NewRecord) => record(await findCreated(customers, made));

  async function post(made: NewRecord): Promise<string | null> {
    const form = bracketed('customertype', createForm(made, uuidsOf(made)));
    const request = { method: 'POST', path: path`/customers/${typeId}`, form, timeoutMs: SLOW_MS } as const;
    const answer = await client.ask(request, [404]);
    if (answer.status !== 404) return createdId(answer, ['id', 'customerid']);
    throw problem('INVALID', `${NAME} has no customer type ${typeId}: check COMMUSOFT_CUSTOMER_TYPE_ID`);
  }

  async function put(customer: Customer, patch: Fields): Promise<SourceRecord> {
    const { id } = customer;
    const form = bracketed('customertype', updateForm(customer, patch));
    await client.ask({ method: 'PUT', path: path`/customers/${id}`, form, timeoutMs: SLOW_MS });
    const after = await one(id);
    if (after) return after;
    throw problem('NOT_FOUND', `Customer ${id} no longer exists in ${NAME}`, { recordId: id });
  }

  /** Somebody was entered here at the same time as elsewhere: what was to be created is written over it, clearing nothing. */
  async function adopt(customer: Customer, { fields }: NewRecord): Promise<SourceRecord> {
    const filled = Object.entries(fields).filter(([field, value]) => value !== null && isUpdatable(field));
    const held = toContact(customer, await reference.names());
    const patch = differences(held.fields, Object.fromEntries(filled));
    const record = Object.keys(patch).length === 0 ? held : await put(customer, patch);
    return { ...record, adopted: true };
  }

  return {
    creates: CUSTOMER_CREATES,
    updates: CUSTOMER_UPDATES,
    callsPerUpdate: 3,
    find,
    async create(made) {
      const twin = await findTwin(customers, made);
      if (twin) return adopt(twin, made);
      let id: string | null;
      try {
        id = await post(made);
      } catch (error) {
        // A repeated uuid is answered like any fault of the server: only a look tells them apart.
        if (!(error instanceof Problem) || error.code !== 'UNAVAILABLE') throw error;
        const earlier = await find(made);
        if (earlier) return earlier;
        throw error;
      }
      return readBack('customer', id === null ? find(made) : one(id));
    },
    async update({ id }, patch) {
      const customer = await customers.one(id);
      if (!customer) throw problem('NOT_FOUND', `Customer ${id} does not exist in ${NAME}`, { recordId: id });
      return put(customer, patch);
    },
    async remove(ref) {
      await client.ask({ method: 'DELETE', path: path`/customers/${ref.id}` }, [404, 410]);
    },
  };
}

function isUpdatable(field: string): boolean {
  return (CUSTOMER_UPDATES as readonly string[]).includes(field);
}
