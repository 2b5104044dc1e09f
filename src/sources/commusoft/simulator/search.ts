import type { FastifyInstance } from 'fastify';
import type { Row } from '../../simulator.ts';
import type { Account } from './account.ts';
import { notFound, withBlanks } from './answers.ts';
import { textAt } from './form.ts';

const PHONE = /^[+\d ()-]{6,}$/;

/** Serves the search over customers and work addresses by e-mail, phone or free text; nothing found is a 404. */
export function addSearchRoute(app: FastifyInstance, account: Account): void {
  app.get('/search', (request, reply) => {
    const wanted = textAt(request.query, 'q');
    if (!wanted) return notFound(reply);
    const customers = account.customers
      .list()
      .filter((customer) => customer.deleted !== 1 && matches(customer, wanted));
    const sites = account.workAddresses.filter((address) => matches(address, wanted));
    const properties = [...customers.map((row) => hit(row, account)), ...sites.map((row) => hit(row, account))];
    return properties.length > 0 ? reply.send({ search: { properties } }) : notFound(reply);
  });
}

/** Numbers are found in the form they were typed in: +44 7700 900123 and 07700 900123 are different texts there. */
function matches(row: Row, wanted: string): boolean {
  if (PHONE.test(wanted)) {
    return [row.telephonenumber, row.mobile].some(
      (phone) => typeof phone === 'string' && digits(phone) === digits(wanted),
    );
  }
  const { id, name, surname, companyname, emailaddress, addressline1, town, postcode } = row;
  const text = [id, `${name ?? ''} ${surname ?? ''}`, companyname, emailaddress, addressline1, town, postcode];
  return text.filter(Boolean).join('\n').toLowerCase().includes(wanted.toLowerCase());
}

function digits(phone: string): string {
  return phone.replaceAll(/\D/g, '');
}

/** Only a work address's hit names a parent. */
function hit(row: Row, account: Account): Row {
  const parent = typeof row.customerid === 'number' ? row.customerid : null;
  const customer = parent === null ? row : account.customers.get(String(parent));
  const found = {
    id: row.id,
    customer_name: [customer?.name, customer?.surname].filter(Boolean).join(' ') || customer?.companyname,
    addressline1_s: row.addressline1,
    addressline2_s: row.addressline2,
    addressline3_s: row.addressline3,
    county_s: row.county,
    postcode_s: row.postcode,
  };
  return { ...withBlanks(found, Number(row.id)), ...(parent === null ? {} : { parentpropertiesid_i: parent }) };
}
