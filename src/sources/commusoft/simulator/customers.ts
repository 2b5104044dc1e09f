import type { FastifyInstance } from 'fastify';
import type { Row } from '../../simulator.ts';
import type { Account } from './account.ts';
import { invalid, listed, notFound, PREFIX, serverError, withBlanks } from './answers.ts';
import { BLANK, type FormReading, NOT_VALID, textAt, tickAt } from './form.ts';
import { ADVERTISING_TYPES, CUSTOMER_TYPES, TITLES } from './reference.ts';

type ById = { Params: { id: string } };

/** Serves customers, their contacts and their work addresses. */
export function addCustomerRoutes(app: FastifyInstance, account: Account): void {
  const { customers } = account;

  // Unpaged: parameters change nothing, and removed customers stay in the list.
  app.get('/customers', (_, reply) => listed(reply, 'Customers', customers.list().map(inList)));

  app.get<ById>('/customers/:id', (request, reply) => {
    const customer = customers.get(request.params.id);
    return customer ? reply.send({ Customer: alone(customer) }) : notFound(reply);
  });

  app.post<{ Params: { customerTypeId: string } }>('/customers/:customerTypeId', (request, reply) => {
    const type = CUSTOMER_TYPES.find(({ id }) => String(id) === request.params.customerTypeId);
    if (!type) return notFound(reply);
    const { values, errors } = readNew(request.body);
    if (Object.keys(errors).length > 0) return invalid(reply, errors);
    const repeated = values.uuid !== null && customers.list().some(({ uuid }) => uuid === values.uuid);
    if (repeated) return serverError(reply);
    const { id } = customers.add({ ...values, customertypesid: type.id });
    return reply
      .code(201)
      .header('location', `http://${request.host}${PREFIX}/customers/${id}`)
      .send({ message: 'Customer created' });
  });

  app.put<ById>('/customers/:id', (request, reply) => {
    if (!customers.get(request.params.id)) return notFound(reply);
    const { values, errors } = readChanged(request.body);
    if (Object.keys(errors).length > 0) return invalid(reply, errors);
    customers.change(request.params.id, values);
    return reply.code(204).send();
  });

  app.delete<ById>('/customers/:id', (request, reply) =>
    customers.remove(request.params.id) ? reply.code(204).send() : notFound(reply),
  );

  app.get<ById>('/customers/:id/contacts', (request, reply) => {
    const customer = customers.get(request.params.id);
    return customer ? reply.send({ Contacts: [primaryContact(customer)] }) : notFound(reply);
  });

  app.get<ById>('/customers/:id/workaddresses', (request, reply) => {
    const { id } = request.params;
    const found = account.workAddresses.filter((address) => String(address.customerid) === id);
    return listed(
      reply,
      'workAddress',
      found.map(({ customerid: _, ...address }) => address),
    );
  });
}

function inList({ contactid: _, ...customer }: Row): Row {
  return withBlanks(customer, Number(customer.id));
}

/** One customer alone carries two things more, and writes its blanks in other ways than the list does. */
function alone(customer: Row): Row {
  return { ...withBlanks(customer, Number(customer.id) + 1), servicePlans: [] };
}

function primaryContact({ contactid, name, surname, emailaddress }: Row): Row {
  return withBlanks({ id: contactid, name, surname, emailaddress, position: null }, Number(contactid));
}

/** The body of a create: the person under `contacts`, phones by position (0 landline, 1 mobile). */
function readNew(body: unknown): FormReading {
  const person = (...path: string[]) => textAt(body, 'customertype', 'contacts', ...path);
  const phone = (position: '0' | '1', part: string) => person('contactstelephone', position, part);
  const values = {
    uuid: textAt(body, 'customertype', 'uuid'),
    name: person('name'),
    surname: person('surname'),
    emailaddress: person('contactsemail', 'emailaddress'),
    telephonenumber: phone('0', 'telephonenumber'),
    telephonecountrycode: phone('0', 'countrycode'),
    mobile: phone('1', 'telephonenumber'),
    mobilecountrycode: phone('1', 'countrycode'),
    ...readAddress(body),
    settingsTitlesid: numeric(person('settingsTitlesid')),
    settingsAdvertisingsid: numeric(textAt(body, 'customertype', 'settingsAdvertisingsid')),
  };
  return { values, errors: errorsOf(values) };
}

/**
 * The body of an update: flat and under other names than a create's. Whether a missing field is kept is not known;
 * here it is emptied, so that a client which sends less than it read loses data. The landline is not among the fields.
 */
function readChanged(body: unknown): FormReading {
  const field = (name: string) => textAt(body, 'customertype', name);
  const values = {
    name: field('name'),
    surname: field('surname'),
    emailaddress: field('email'),
    telephonecountrycode: field('telephonecountrycode'),
    mobile: field('mobile'),
    mobilecountrycode: field('mobilecountrycode'),
    ...readAddress(body),
    settingsTitlesid: numeric(field('settingsTitlesid')),
    settingsAdvertisingsid: numeric(field('settingsAdvertisingsid')),
    settingsBuildingtypesid: numeric(field('settingsBuildingtypesid')),
    vacantproperty: tickAt(body, 'customertype', 'vacantproperty'),
    thirdparty: tickAt(body, 'customertype', 'thirdparty'),
  };
  return { values, errors: errorsOf(values) };
}

function readAddress(body: unknown): Row {
  const fields = ['addressline1', 'addressline2', 'addressline3', 'town', 'county', 'postcode'];
  return Object.fromEntries(fields.map((name) => [name, textAt(body, 'customertype', name)]));
}

/** Ids of settings are numbers: "Mr" is none, and NaN marks it for the check below. */
function numeric(value: string | null): number | null {
  return value === null ? null : Number(value);
}

function errorsOf(values: Row): Record<string, string> {
  const { surname, settingsTitlesid: title, settingsAdvertisingsid: source } = values;
  return {
    ...(surname === null ? { surname: BLANK } : {}),
    ...(title !== null && !TITLES.some(({ id }) => id === title) ? { settingsTitlesid: NOT_VALID } : {}),
    ...(source !== null && !ADVERTISING_TYPES.some(({ id }) => id === source)
      ? { settingsAdvertisingsid: NOT_VALID }
      : {}),
  };
}
