import { path } from '../../base/path.ts';
import type { Tools } from '../source.ts';
import { type Client, SLOW_MS } from './client.ts';
import { type Customer, customerRow } from './customer.ts';
import { rowsIn } from './envelope.ts';
import { id, parseRows, row, text } from './row.ts';

/** A hit of the search: a customer, or a work address with the id of the customer it belongs to. */
export interface Hit {
  readonly id: string;
  readonly customerId: string | null;
}

/** Reads of customers. */
export interface Customers {
  /** All of them, in the order of their ids: Commusoft cannot answer less. */
  list(): Promise<Customer[]>;
  one(id: string): Promise<Customer | null>;
  search(words: string): Promise<Hit[]>;
  /** The customer that this leads to; undefined where it cannot be told. */
  ownerOf(trace: Trace): Promise<string | undefined>;
}

/** What a job tells of its customer. The ids may be work addresses: they share their numbers with customers. */
export interface Trace {
  readonly ids: readonly string[];
  readonly account: string | null;
  /** What a search would find it by. */
  readonly words: string | null;
}

/** Who is a customer, and by which account number. */
interface Known {
  readonly ids: ReadonlySet<string>;
  readonly byAccount: ReadonlyMap<string, string>;
}

/** How long a list vouches for who is a customer. */
const KNOWN_MS = 15 * 60_000;

const hitRow = row({ id, parentpropertiesidi: text }, { parentpropertiesidi: ['parentpropertiesid'] });

/** The customers of one connection. */
export function createCustomers(client: Client, { clock, log }: Pick<Tools, 'clock' | 'log'>): Customers {
  const parents = new Map<string, string>();
  /** Searches that cleared up nothing, and until when they are not repeated. */
  const inVain = new Map<string, number>();
  let known: { readonly value: Known; readonly until: number } | null = null;
  let underWay: Promise<Customer[]> | null = null;

  function list(): Promise<Customer[]> {
    underWay ??= fetchAll().finally(() => {
      underWay = null;
    });
    return underWay;
  }

  async function fetchAll(): Promise<Customer[]> {
    const rows = await client.list('/customers', ['customers', 'customer']);
    const customers = parseRows(customerRow, rows, 'customers', log).sort(byId);
    known = { value: knownOf(customers), until: clock.now() + KNOWN_MS };
    return customers;
  }

  async function whoIs(): Promise<Known> {
    return known && clock.now() < known.until ? known.value : knownOf(await list());
  }

  async function search(words: string): Promise<Hit[]> {
    const rows = await client.list('/search', ['search', 'properties'], { _format: 'json', q: words });
    const hits = rows.flatMap((found) => ('properties' in found ? rowsIn(found, ['properties']) : [found]));
    return parseRows(hitRow, hits, 'search', log).map((hit) => ({
      id: hit.id,
      customerId: hit.parentpropertiesidi ?? null,
    }));
  }

  const parentOf = (ids: readonly string[]) => ids.map((found) => parents.get(found)).find(Boolean);

  return {
    list,
    search,
    async one(customerId) {
      const request = { method: 'GET', path: path`/customers/${customerId}`, timeoutMs: SLOW_MS } as const;
      const answer = await client.ask(request, [404, 410]);
      if (answer.status >= 400) return null;
      return parseRows(customerRow, rowsIn(answer.body, ['customer', 'customers']), 'customer', log)[0] ?? null;
    },
    async ownerOf({ ids, account, words }) {
      const { ids: customerIds, byAccount } = await whoIs();
      const direct =
        ids.find((candidate) => customerIds.has(candidate)) ?? byAccount.get(account ?? '') ?? parentOf(ids);
      if (direct !== undefined || words === null || clock.now() < (inVain.get(words) ?? 0)) return direct;
      for (const hit of await search(words)) parents.set(hit.id, hit.customerId ?? hit.id);
      const owner = parentOf(ids);
      if (owner === undefined) inVain.set(words, clock.now() + KNOWN_MS);
      return owner;
    },
  };
}

function knownOf(customers: readonly Customer[]): Known {
  const byAccount = new Map<string, string>();
  const twice = new Set<string>();
  for (const { id, customeraccountnumber: account } of customers) {
    if (!account) continue;
    if (byAccount.has(account)) twice.add(account);
    byAccount.set(account, id);
  }
  // An account number that two customers bear says nothing.
  for (const account of twice) byAccount.delete(account);
  return { ids: new Set(customers.map((customer) => customer.id)), byAccount };
}

function byId(a: Customer, b: Customer): number {
  return a.id.localeCompare(b.id, 'en', { numeric: true });
}
