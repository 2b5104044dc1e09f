import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HttpResponse } from '../../src/base/http.ts';
import type { Client } from '../../src/sources/ghl/client.ts';
import { countryCode } from '../../src/sources/ghl/country.ts';
import { createDefinitions } from '../../src/sources/ghl/custom-field.ts';
import { definition } from '../../src/sources/ghl/index.ts';
import { momentOf } from '../../src/sources/ghl/local-time.ts';
import { problemOf } from '../../src/sources/ghl/problem.ts';
import {
  ADA,
  type Connection,
  connect,
  everyCall,
  NO_SPECIFICATION,
  only,
  recordsOf,
  START,
  specification,
  writerOf,
} from './ghl-connection.ts';

describe('custom fields', () => {
  let ghl: Connection;

  beforeEach(async () => {
    ghl = await connect([ADA]);
  });

  afterEach(() => ghl.close());

  const values = {
    'custom.boiler_make': 'Vaillant',
    'custom.boiler_age': 7,
    'custom.appliances': ['Boiler', 'Hob'],
    'custom.fuel': null,
  };

  it('are written by id as field_value and read by id as value, under the keys people gave them', async () => {
    const id = ghl.idOf('Marsh');
    const written = await writerOf(ghl.contacts).update({ id }, values, {});
    const put = ghl.madeCalls().find(({ method }) => method === 'PUT');

    expect(put?.body).toEqual({
      customFields: expect.arrayContaining([
        { id: expect.any(String), field_value: 'Vaillant' },
        { id: expect.any(String), field_value: 7 },
        { id: expect.any(String), field_value: ['Boiler', 'Hob'] },
        { id: expect.any(String), field_value: '' },
      ]),
    });
    expect(written.fields).toMatchObject(values);
    expect((await only(ghl.contacts.read([{ id }]))).fields).toMatchObject(values);
    expect((await recordsOf(ghl.contacts.scan(null)))[0]?.fields).toMatchObject(values);
  });

  it('are emptied by null, and read as null from then on', async () => {
    const id = ghl.idOf('Marsh');
    const { update } = writerOf(ghl.contacts);
    await update({ id }, values, {});
    const empty = { 'custom.boiler_make': null, 'custom.boiler_age': null, 'custom.appliances': null };
    const after = await update({ id }, empty, values);

    expect(after.fields).toMatchObject(empty);
    expect((await only(ghl.contacts.read([{ id }]))).fields).toMatchObject(empty);
  });

  it('that the location does not define are not written, and do not stand in the way of the rest', async () => {
    const id = ghl.idOf('Marsh');
    await writerOf(ghl.contacts).update({ id }, { city: 'Hull', 'custom.shoe_size': 44 }, {});
    const put = ghl.madeCalls().find(({ method }) => method === 'PUT');

    expect(put?.body).toEqual({ city: 'Hull' });
    expect(ghl.contacts.note).toContain('custom fields');
  });

  it('are looked up once, and again only when a new one turns up', async () => {
    let asked = 0;
    const fields = [{ id: 'f1', name: 'Make', fieldKey: 'contact.make', dataType: 'TEXT' }];
    const call: Client['call'] = async (_, answer) => {
      asked += 1;
      return answer.parse({ customFields: fields });
    };
    const definitions = createDefinitions(
      { locationId: 'loc', call, find: call },
      { now: () => START, after: () => () => undefined },
    );
    await definitions.covering(['f1']);
    fields.push({ id: 'f2', name: 'Fuel', fieldKey: 'contact.fuel', dataType: 'TEXT' });
    const both = await definitions.covering(['f1', 'f2']);
    await definitions.covering(['f2', 'deleted']);
    await definitions.covering(['f2', 'deleted']);

    expect(both.map(({ key }) => key)).toEqual(['make', 'fuel']);
    expect(asked).toBe(3);
  });
});

describe('a refusal', () => {
  const answer = (status: number, message: unknown, extra: object = {}): HttpResponse => ({
    status,
    headers: {},
    body: { statusCode: status, message, ...extra },
  });
  const problem = (response: HttpResponse) => problemOf(response, 'contact c1', START);

  it.each([
    [401, 'Invalid JWT', 'UNAUTHORIZED', 'later'],
    [401, 'version header was not found.', 'FORBIDDEN', 'never'],
    [401, 'The token is not authorized for this scope.', 'FORBIDDEN', 'never'],
    [401, "Token's user type mismatch!", 'FORBIDDEN', 'never'],
    [403, 'The token does not have access to this location.', 'FORBIDDEN', 'never'],
    [400, 'Contact with id c1 not found', 'NOT_FOUND', 'never'],
    [404, 'Cannot GET /contacts/c1', 'REFUSED', 'never'],
    [422, ['property gender should not exist'], 'REFUSED', 'never'],
    [503, 'Service Unavailable', 'UNAVAILABLE', 'later'],
  ])('of %i "%s" is %s', (status, message, code, retry) => {
    const { message: said, ...found } = problem(answer(status, message));

    expect(found).toMatchObject({ code, retry });
    expect(said).toContain('contact c1');
    expect(said).toContain([message].flat()[0]);
  });

  it('of a duplicate names the contact that exists', () => {
    const text = 'This location does not allow duplicated contacts.';
    const found = problem(answer(400, text, { meta: { contactId: 'c9', matchingField: 'email' } }));

    expect(found).toMatchObject({ code: 'DUPLICATE', details: { recordId: 'c9' } });
  });

  it('for too many calls says when to come back', () => {
    const headers = { 'x-ratelimit-interval-milliseconds': '10000', 'x-ratelimit-daily-remaining': '0' };

    expect(
      problem({ ...answer(429, 'Too Many Requests'), headers: { ...headers, 'x-ratelimit-daily-remaining': '9' } })
        .retry,
    ).toEqual({ afterMs: 10_000 });
    expect(problem({ ...answer(429, 'Too Many Requests'), headers }).retry).toEqual({ afterMs: 3_600_000 });
  });

  it('repeats neither addresses nor numbers, links or tokens', () => {
    const text = 'ann@x.org, +44 7700 900123, https://x.org/a and pit-0123 are not allowed';

    expect(problem(answer(422, text)).message).toMatch(
      /422 for contact c1: \[hidden\] \[hidden\], \[hidden\] and \[hidden\] are/,
    );
  });
});

describe('what HighLevel writes its own way', () => {
  it('is a time of the location where it says no offset, in summer, in winter and on the days between', () => {
    const at = (written: string) => new Date(momentOf(written, 'Europe/London') ?? 0).toISOString();

    expect(at('2025-07-01 09:00:00')).toBe('2025-07-01T08:00:00.000Z');
    expect(at('2025-12-01 09:00:00')).toBe('2025-12-01T09:00:00.000Z');
    expect(at('2025-03-30 01:30:00')).toBe('2025-03-30T01:30:00.000Z');
    expect(at('2025-10-26 01:30:00')).toBe('2025-10-26T00:30:00.000Z');
    expect(at('2025-07-01T09:00:00+05:30')).toBe('2025-07-01T03:30:00.000Z');
    expect(momentOf('soon', 'Europe/London')).toBeNull();
  });

  it('is a country by its code, whatever it was called', () => {
    const called = ['England', 'united kingdom', 'UK', 'gb', 'Germany', 'USA', 'Atlantis'];

    expect(called.map(countryCode)).toEqual(['GB', 'GB', 'GB', 'GB', 'DE', 'US', 'Atlantis']);
  });

  it('is a budget in its headers', () => {
    const headers = { 'x-ratelimit-max': '25', 'x-ratelimit-remaining': '24', 'x-ratelimit-daily-remaining': 'none' };

    expect(definition.readBudget?.(headers)).toEqual({ limit: 25, remaining: 24 });
  });

  it('is settings that are checked before anything is called', () => {
    const given = { GHL_LOCATION_ID: 'l', GHL_TOKEN: 't' };

    expect(definition.settings.parse(given).GHL_BASE_URL).toBe('https://services.leadconnectorhq.com');
    expect(definition.settings.safeParse({ ...given, GHL_WEBHOOK_PUBLIC_KEY: 'no key' }).success).toBe(false);
  });
});

it("makes only calls that HighLevel's specification allows", (context) => {
  if (!specification) return context.skip(NO_SPECIFICATION);

  expect(specification.objections(everyCall)).toEqual([]);
});
