import type { Page, RecordRef, SourceRecord, Tools, Writer } from '../source.ts';
import type { Client } from './client.ts';
import type { Customers } from './customers.ts';
import { rowsIn } from './envelope.ts';
import { listPath, OWN_ID, onePath, type PartnerReads, type PartnerShape } from './partner-shape.ts';
import { createPartnerWriter } from './partner-writer.ts';
import { needsCustomer } from './problem.ts';
import { parseRows } from './row.ts';

/** Reads and writes of one partner endpoint. */
export interface Partner extends PartnerReads {
  readonly write: Writer;
}

/** Each customer costs a call; the pace decides how many of a page's calls run at once. */
const CUSTOMERS_A_PAGE = 20;
const CURSOR = /^customer:(.+)$/;

/** One partner endpoint of a connection. */
export function createPartner<T extends { readonly id: string }>(
  shape: PartnerShape<T>,
  client: Client,
  customers: Customers,
  { log }: Pick<Tools, 'log'>,
): Partner {
  async function list(customerId: string): Promise<SourceRecord[]> {
    const rows = await client.list(listPath(shape.template, customerId), shape.names);
    return parseRows(shape.row, rows, shape.noun, log).map((row) => shape.toRecord(row, customerId));
  }

  async function one(ref: RecordRef): Promise<SourceRecord | null> {
    if (!OWN_ID.test(ref.id)) return null;
    if (ref.contactId === undefined) throw needsCustomer(shape.noun);
    const answer = await client.ask({ method: 'GET', path: onePath(shape, ref) }, [404, 410]);
    if (answer.status >= 400) return null;
    const rows = parseRows(shape.row, rowsIn(answer.body, shape.names), shape.noun, log);
    const row = rows.find((found) => found.id === ref.id);
    return row ? shape.toRecord(row, ref.contactId) : null;
  }

  async function* scan(cursor: string | null): AsyncGenerator<Page> {
    const behind = CURSOR.exec(cursor ?? '')?.[1];
    const ids = (await customers.list()).map((customer) => customer.id);
    const rest = ids.filter((id) => behind === undefined || isBehind(id, behind));
    for (let start = 0; start < rest.length; start += CUSTOMERS_A_PAGE) {
      const some = rest.slice(start, start + CUSTOMERS_A_PAGE);
      const records = (await Promise.all(some.map(list))).flat();
      const last = start + CUSTOMERS_A_PAGE >= rest.length;
      yield { records, resume: last ? null : `customer:${some.at(-1)}` };
    }
  }

  const reads = { list, one, scan };
  return { ...reads, write: createPartnerWriter(shape, client, reads) };
}

function isBehind(id: string, other: string): boolean {
  return id.localeCompare(other, 'en', { numeric: true }) > 0;
}
