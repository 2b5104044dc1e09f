import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import type { Env } from '../../src/config.ts';
import { access } from './fuzz-access.ts';

/** A request that nobody meant. */
export interface FuzzCase {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Keys of the fuzzers' own, so that broken webhooks come with good signatures. */
const pair = generateKeyPairSync('ed25519');
const SECRET = 'a-secret-of-the-fuzzers';
export const webhookKeys: Env = {
  COMMUSOFT_WEBHOOK_SECRET: SECRET,
  ROSSUM_WEBHOOK_SECRET: SECRET,
  GHL_WEBHOOK_PUBLIC_KEY: pair.publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
};

const DOCUMENTS = [
  '{ contacts(first: 2, search: "smith", orderBy: { field: NAME, direction: ASC }) { totalCount nodes { id name email tags { name } tasks(first: 2) { nodes { title } } } } }',
  'query A($id: ID!) { node(id: $id) { __typename id ... on Contact { name timeline(first: 3) { nodes { at } } } } }',
  'query B($first: Int = 3, $after: String) { tasks(first: $first, after: $after) { edges { cursor node { id title ...R } } pageInfo { endCursor } } } fragment R on Synced { records { system { id } id } }',
  '{ systems { id health { state missedWebhooks } capabilities { type read } } syncRuns(first: 2) { nodes { id } } }',
  '{ contact(by: { email: "a@b.example" }) { id versions(first: 1) { nodes { version changes { field } } } } }',
  '{ notes(last: 2, filter: { contactId: "con_1" }) { nodes { body } } appointments(first: 1, filter: { from: "2026-01-01T00:00:00Z" }) { totalCount } }',
  '{ syncEvents(first: 3, filter: { kinds: [] }) { nodes { id kind } } mergePlan(first: 1) { totalCount } rules { id } policies { __typename } }',
  'query I { __schema { queryType { name } types { name } } __type(name: "Contact") { fields { name } } }',
  'mutation M($input: CreateContactInput!) { createContact(input: $input) { contact { id } userErrors { path message } } }',
  'mutation { updateContact(input: { id: "con_1", firstName: "A", waitFor: ACCEPTED }) { userErrors { message } } }',
  'mutation { addTags(input: { contactId: "con_1", tags: ["x"], waitFor: ACCEPTED }) { userErrors { message } } }',
  'mutation { revertTo(input: { id: "con_1", version: 1 }) { userErrors { message } } }',
  'subscription { syncEvents(after: "evt_1") { id } }',
];

/** What the documents want, well-formed. */
const GIVEN = { id: 'con_1', first: 2, input: { website: 'x', waitFor: 'ACCEPTED' } };

const NASTY = [
  ...[
    '{',
    '}',
    '(',
    ')',
    '[[[[[[',
    '"',
    '"""',
    '#',
    '\\',
    '$',
    '@',
    '!',
    '...',
    ':',
    '|',
    '&',
    '\u0000',
    '\uFEFF',
    '\u2028',
    '\uD800',
    '😀',
  ],
  ...[
    '\\u{110000}',
    '\\uD800',
    '99999999999999999999',
    '-1',
    '1e999',
    '0x1',
    'null',
    'true',
    '2147483648',
    '__proto__',
    'constructor',
  ],
  ...[
    '...F',
    'fragment F on Query { ...F }',
    '__schema { types { name } }',
    '__typename',
    'a: ',
    '@include(if: $x)',
    '@skip(if: 1)',
    '@deprecated',
  ],
  ...[
    "' OR 1=1 --",
    '"; drop table entities; --',
    '%',
    '_',
    '../../etc/passwd',
    '<script>',
    `\${7*7}`,
    'con_',
    'evt_999999999999999999',
  ],
  'first: 100 ',
  'x'.repeat(3000),
  '{a'.repeat(200),
];

const nasty = fc.constantFrom(...NASTY);
const place = fc.double({ min: 0, max: 1, noNaN: true });

type Edit = (text: string) => string;
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(place, nasty).map(
    ([at, word]): Edit =>
      (text) =>
        splice(text, at, 0, word),
  ),
  fc.tuple(place, fc.nat(12), nasty).map(
    ([at, length, word]): Edit =>
      (text) =>
        splice(text, at, length, word),
  ),
  fc.tuple(place, fc.nat(40)).map(
    ([at, length]): Edit =>
      (text) =>
        splice(text, at, length, ''),
  ),
  fc.tuple(place, fc.nat(30), fc.integer({ min: 2, max: 60 })).map(
    ([at, length, times]): Edit =>
      (text) => {
        const start = Math.floor(at * text.length);
        return splice(text, at, 0, text.slice(start, start + length).repeat(times));
      },
  ),
  fc.tuple(place, fc.constantFrom('NAME', 'first', 'id', 'con_1', '2', 'Contact')).map(
    ([at, word]): Edit =>
      (text) => {
        const words = [...text.matchAll(/\w+/g)];
        const chosen = words[Math.floor(at * words.length)];
        return chosen ? text.slice(0, chosen.index) + word + text.slice(chosen.index + chosen[0].length) : text;
      },
  ),
);

/** A text that was edited a few times. */
const edited = (texts: readonly string[], most = 2) =>
  fc
    .tuple(fc.constantFrom(...texts), fc.array(edit, { maxLength: most }))
    .map(([text, edits]) => edits.reduce((changed, apply) => apply(changed), text));

const value = fc.oneof(
  nasty,
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(null, -1, 0, 1e308, 2 ** 53, '', [], {}, 'a@b.example', '+447700900001', [null], { by: [] }),
  fc.integer({ min: 1, max: 4000 }).map((depth) => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`) as unknown),
);
const contact = fc.dictionary(
  fc.constantFrom(
    'firstName',
    'email',
    'phone',
    'tags',
    'customFields',
    'address',
    'systems',
    'idempotencyKey',
    'website',
  ),
  value,
);
const variables = fc.oneof(
  fc.dictionary(fc.constantFrom('id', 'first', 'after', 'input', 'x'), value, { maxKeys: 4 }),
  contact.map((input) => ({ input: { ...input, waitFor: 'ACCEPTED' } })),
  value,
);

const JSON_TYPE = { 'content-type': 'application/json' };

const documents = fc.record({ query: edited(DOCUMENTS), method: fc.constantFrom('POST', 'POST', 'POST', 'GET') }).map(
  ({ query, method }): FuzzCase =>
    method === 'GET'
      ? {
          method,
          path: `/graphql?query=${encodeURIComponent(wellFormed(query))}`,
          headers: { 'apollo-require-preflight': '1' },
        }
      : { method: 'POST', path: '/graphql', headers: JSON_TYPE, body: JSON.stringify({ query, variables: GIVEN }) },
);

const values = fc
  .record({
    query: fc.constantFrom(...DOCUMENTS),
    variables,
    operationName: fc.option(value),
    extensions: fc.option(value),
  })
  .map((body): FuzzCase => ({ method: 'POST', path: '/graphql', headers: JSON_TYPE, body: JSON.stringify(body) }));

const bodies = edited(DOCUMENTS.map((query) => JSON.stringify({ query, variables: GIVEN }))).map(
  (body): FuzzCase => ({ method: 'POST', path: '/graphql', headers: JSON_TYPE, body: wellFormed(body) }),
);

const headerText = fc.oneof(
  fc.constantFrom(
    ...[
      '*/*',
      'text/event-stream',
      'application/json',
      'application/graphql-response+json',
      'multipart/mixed;deferSpec=20220824',
      'text/html',
    ],
    ...[
      'text/plain',
      'application/json; charset=utf-16',
      'multipart/form-data',
      'gzip',
      '0',
      '-1',
      'on',
      '%%%',
      'a b',
      '[::1',
      'évil',
    ],
    ...[
      'https://evil.example',
      'null',
      'cross-site',
      '1.2.3.4, ::1',
      'x'.repeat(2000),
      '{"a":1}',
      ';;;,,,===',
      'q=NaN',
    ],
  ),
  fc.string({
    unit: fc
      .integer({ min: 0x21, max: 0xff })
      .filter((code) => code !== 0x7f)
      .map((code) => String.fromCharCode(code)),
    minLength: 1,
    maxLength: 60,
  }),
);
const headers = fc
  .record({
    query: fc.constantFrom(...DOCUMENTS),
    headers: fc.dictionary(
      fc.constantFrom(
        ...[
          'accept',
          'content-type',
          'host',
          'origin',
          'x-max-age',
          'x-forwarded-for',
          'sec-fetch-site',
          'authorization',
          'cookie',
        ],
        ...[
          'apollo-require-preflight',
          'accept-encoding',
          'accept-language',
          'if-none-match',
          'range',
          'x-apollo-operation-name',
          'referer',
        ],
      ),
      headerText,
      { minKeys: 1, maxKeys: 5 },
    ),
    method: fc.constantFrom<'GET' | 'POST'>('POST', 'POST', 'GET'),
  })
  .map(
    ({ query, headers, method }): FuzzCase => ({
      method,
      path: method === 'GET' ? `/graphql?query=${encodeURIComponent(query)}` : '/graphql',
      headers: { ...(method === 'POST' ? JSON_TYPE : {}), ...headers },
      ...(method === 'POST' && { body: JSON.stringify({ query, variables: GIVEN }) }),
    }),
  );

const WEBHOOKS = [
  '{"type":"ContactUpdate","locationId":"loc","id":"c1","webhookId":"w1"}',
  '{"type":"AppointmentCreate","locationId":"loc","appointment":{"id":"a1","contactId":"c1"}}',
  '{"event":"annotation_status","action":"changed","request_id":"r1","annotation":{"id":1,"status":"exported","queue":"https://x/queues/8198"}}',
  '{"event":"New Customer","record_id":"12","webhook_id":"w2"}',
];
const webhooks = fc
  .record({
    system: fc.constantFrom('ghl', 'rossum', 'commusoft', 'sap', '__proto__', '%2e%2e', 'constructor'),
    body: fc.oneof(
      { weight: 4, arbitrary: edited(WEBHOOKS, 3) },
      { weight: 1, arbitrary: value.map((one) => JSON.stringify(one)) },
    ),
    type: fc.constantFrom('application/json', 'application/json', 'application/json', 'text/plain', 'x', ''),
    signed: fc.integer({ min: 0, max: 4 }).map((n) => n > 0),
    signature: headerText,
  })
  .map(({ system, body, type, signed, signature }): FuzzCase => {
    const hex = createHmac('sha256', SECRET).update(body).digest('hex');
    const headers = signed
      ? {
          'x-commusoft-signature': hex,
          'x-rossum-signature-sha256': `sha256=${hex}`,
          'x-ghl-signature': sign(null, Buffer.from(body), pair.privateKey).toString('base64'),
        }
      : { 'x-commusoft-signature': signature, 'x-rossum-signature-sha256': signature, 'x-ghl-signature': signature };
    return {
      method: 'POST',
      path: `/webhooks/${system}`,
      headers: { ...headers, ...(type && { 'content-type': type }) },
      body,
    };
  });

const cases = fc.oneof(
  { weight: 6, arbitrary: documents },
  { weight: 5, arbitrary: values },
  { weight: 2, arbitrary: bodies },
  { weight: 4, arbitrary: headers },
  { weight: 3, arbitrary: webhooks },
  { weight: 3, arbitrary: access },
);

/** So many cases; the same ones for the same seed. */
export function fuzzCases(count: number, seed: number): FuzzCase[] {
  return fc.sample(cases, { numRuns: count, seed });
}

/** Half of a surrogate pair cannot be sent. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}

function splice(text: string, at: number, length: number, word: string): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + word + text.slice(start + length);
}
