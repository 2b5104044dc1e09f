import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Maskable, maskCall } from '../../src/base/mask.ts';

const call = (changes: Partial<Maskable> = {}): Maskable => ({
  path: '/contacts/',
  query: {},
  request: null,
  response: null,
  error: null,
  ...changes,
});
const shown = (changes: Partial<Maskable>, secrets: readonly string[] = []) =>
  JSON.stringify(maskCall(call(changes), secrets));

describe('what is masked', () => {
  it('keeps what says how a call went: ids, states, counts and times', () => {
    const response = {
      contact: { id: 'uW6gRSiv5dflDrKnDNXQ', firstName: 'Ann', dateAdded: 'yesterday' },
      createdAt: '2026-03-04T05:06:07.000Z',
      ourId: 'con_0198f00000007a00b000c00000000001',
      status: 'active',
      total: 12,
      succeeded: true,
      nothing: null,
      empty: '',
    };

    const masked = maskCall(call({ path: '/contacts/uW6gRSiv5dflDrKnDNXQ?limit=20&q=ann', response }), []);

    expect(masked.path).toBe('/contacts/uW6gRSiv5dflDrKnDNXQ?limit=20&q=[hidden]');
    expect(masked.response).toEqual({
      ...response,
      contact: { id: 'uW6gRSiv5dflDrKnDNXQ', firstName: '[hidden]', dateAdded: '[hidden]' },
    });
  });

  it('hides whatever no key vouches for: names, free texts, custom fields, numbers', () => {
    const request = {
      name: 'Ann Archer',
      body: 'call her',
      customFields: [{ id: 'f1', value: 'Worcester' }],
      lat: 51.4,
    };

    expect(maskCall(call({ request }), []).request).toEqual({
      name: '[hidden]',
      body: '[hidden]',
      customFields: [{ id: 'f1', value: '[hidden]' }],
      lat: '[hidden]',
    });
  });

  it('tells an error in its words without what was hidden in the call', () => {
    const masked = maskCall(
      call({
        request: { lastName: 'Archer', firstName: 'Ann' },
        response: { message: 'Contact Archer, Ann (ann@x.org, 07700 900154) exists', statusCode: 400 },
        error: 'It holds Archer already',
      }),
      [],
    );

    expect(masked.response).toEqual({
      message: 'Contact [hidden], [hidden] ([e-mail], [number]) exists',
      statusCode: 400,
    });
    expect(masked.error).toBe('It holds [hidden] already');
  });

  it('cuts what is large and stays JSON', () => {
    const row = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`field${i}`, 'x'.repeat(500)]));
    const response = { rows: Array.from({ length: 100 }, () => row), message: 'long '.repeat(1_000) };

    const masked = maskCall(call({ response }), []);

    expect(JSON.stringify(masked.response).length).toBeLessThan(20_000);
    expect(masked.response).toMatchObject({ rows: expect.arrayContaining(['[95 more]']) });
  });

  it('tells of a body that is no JSON only how long it is', () => {
    expect(maskCall(call({ response: '<h1>Ann Archer</h1>' }), []).response).toBe('[text of 19 characters]');
  });
});

const KEYS = ['id', 'message', 'error', 'status', 'name', 'email', 'note', 'createdAt', 'event', 'token', 'x'];
const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const phone = fc
  .tuple(
    fc.constantFrom('+', '', '00'),
    fc.array(digits(3), { minLength: 3, maxLength: 4 }),
    fc.constantFrom(' ', '-', '', '.', ') '),
  )
  .map(([sign, groups, between]) => sign + groups.join(between));

/** A call that holds such a text anywhere: as a value or a key, in the path, the query, a body or the error, alone or within other text. */
const callWith = (given: string) =>
  fc
    .record({
      key: fc.oneof(fc.constantFrom(...KEYS), text),
      before: fc.constantFrom('', 'x ', 'see: ', '"'),
      after: fc.constantFrom('', ' x', ' already exists', '"'),
      depth: fc.nat(4),
      place: fc.constantFrom('path', 'segment', 'query', 'request', 'response', 'key', 'error', 'link'),
    })
    .map(({ key, before, after, depth, place }): Maskable => {
      const whole = `${before}${given}${after}`;
      const body = Array.from({ length: depth }).reduce<unknown>(
        (inner, _, i) => (i % 2 ? [inner] : { [key]: inner }),
        {
          [key]: whole,
        },
      );
      const encoded = encodeURIComponent(given);
      if (place === 'segment') return call({ path: `/a/${encoded}/b` });
      if (place === 'path') return call({ path: `/a?${encodeURIComponent(key)}=${encoded}` });
      if (place === 'query') return call({ query: { [key]: whole } });
      if (place === 'request') return call({ request: body });
      if (place === 'key') return call({ response: { [whole]: { [key]: 1 } } });
      if (place === 'error') return call({ error: whole });
      if (place === 'link') return call({ response: { message: `see https://x.example/a?token=${encoded}` } });
      return call({ response: body });
    });

/** The text does not stand in what was masked: not as it is, and not as it looks in an address or in JSON. */
function isGone(masked: string, given: string): boolean {
  const forms = [given, encodeURIComponent(given), JSON.stringify(given).slice(1, -1)];
  return forms.every((form) => !masked.includes(form));
}

describe('nothing of a person or a credential survives', () => {
  it('no e-mail address, wherever it stands', () => {
    const calls = fc.emailAddress().chain((email) => fc.tuple(fc.constant(email), callWith(email)));

    fc.assert(
      fc.property(calls, ([email, one]) => isGone(shown(one), email)),
      { numRuns: 2_000 },
    );
  });

  it('no phone number, however it is written', () => {
    const calls = phone.chain((number) => fc.tuple(fc.constant(number), callWith(number)));

    fc.assert(
      fc.property(calls, ([number, one]) => isGone(shown(one), number)),
      { numRuns: 2_000 },
    );
  });

  it('no secret of the settings', () => {
    const secret = fc
      .string({ unit: 'grapheme-ascii', minLength: 6, maxLength: 40 })
      .filter((one) => /\w{3}/.test(one));
    const safe = secret.filter((one) => !'[hidden][e-mail][number][text of characters]'.includes(one));
    const calls = safe.chain((one) => fc.tuple(fc.constant(one), callWith(one)));

    fc.assert(
      fc.property(calls, ([one, made]) => isGone(shown(made, ['other', one]), one)),
      { numRuns: 2_000 },
    );
  });

  it('no value under a key of people, also where a sentence repeats it', () => {
    const name = fc.stringMatching(/^[A-Z][a-z]{5,10}$/);
    const key = fc.constantFrom('firstName', 'last_name', 'surname', 'companyName', 'contactname', 'city', 'address1');

    fc.assert(
      fc.property(name, name, key, (first, last, where) => {
        const masked = shown({
          request: { [where]: `${first} ${last}` },
          response: { message: `${last} is there, says ${first}`, id: first },
          error: `${first} ${last}`,
        });
        return !masked.includes(first) && !masked.includes(last);
      }),
      { numRuns: 500 },
    );
  });
});
