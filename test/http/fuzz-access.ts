import fc from 'fast-check';
import { AUDIENCE, ISSUER, SECRET } from '../support/closed.ts';
import type { FuzzCase } from './fuzz-cases.ts';

/** What has a gateway look at tokens although it is open. */
export const tokenKeys = { AUTH_JWT_SECRET: SECRET, AUTH_ISSUER: ISSUER, AUTH_AUDIENCE: AUDIENCE };

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value) ?? '').toString('base64url');
const HEADS = [
  { alg: 'HS256' },
  { alg: 'none' },
  { alg: 'RS256', kid: '../../etc/passwd' },
  { alg: 'HS256', crit: ['x'] },
  [],
  null,
];

/** Tokens that are none: good forms with anything in them, and forms that are not good. */
const token = fc.oneof(
  fc
    .tuple(fc.constantFrom(...HEADS), fc.jsonValue(), fc.base64String({ maxLength: 60 }))
    .map(([head, claims, signature]) => `${encoded(head)}.${encoded(claims)}.${signature.replace(/[+/=]/g, '_')}`),
  fc.stringMatching(/^trb_[0-9a-f]{0,40}_[\w-]{0,60}$/),
  fc.stringMatching(/^[\x21-\x7e]{1,200}$/),
  fc.constantFrom('.'.repeat(2_000), 'a.b.c.d.e', '..', 'trb__', `trb_${'0'.repeat(32)}_${'A'.repeat(43)}`),
);
const scheme = fc.constantFrom('Bearer ', 'bearer ', 'Bearer  ', 'Basic ', 'Bearer,', '');

const shown = fc.tuple(scheme, token).map(
  ([how, what]): FuzzCase => ({
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', authorization: how + what },
    body: '{"query":"{ viewer { id scopes } contacts(first: 1) { totalCount } }"}',
  }),
);

const word = fc.oneof(
  fc.constantFrom(
    '',
    'ghl',
    '..',
    '%00',
    'sealed:1:0123456789abcdef:AAAA',
    '__proto__',
    '<script>',
    'https://evil.example',
    '1'.repeat(5_000),
  ),
  fc.string({ maxLength: 80 }),
);
const query = fc
  .dictionary(fc.constantFrom('code', 'state', 'error', 'place', 'state', '__proto__', 'x'), word, { maxKeys: 4 })
  .map((parts) =>
    Object.entries(parts)
      .map(([name, value]) => `${name}=${encodeURIComponent(wellFormed(value))}`)
      .join('&'),
  );

const errands = fc
  .record({
    system: fc.constantFrom('ghl', 'rossum', 'commusoft', 'sap', 'constructor', '%2e%2e'),
    part: fc.constantFrom('start', 'callback', 'start', 'callback', 'else'),
    method: fc.constantFrom<'GET' | 'POST'>('GET', 'GET', 'POST'),
    query,
    body: fc.oneof(
      fc.constantFrom('key=', 'key=trb_1_2', 'key=a&key=b', '=', '%'),
      fc.string({ maxLength: 60 }).map(wellFormed),
    ),
    cookie: fc.constantFrom(
      '',
      'tributary_oauth=',
      'tributary_oauth=x',
      'tributary_oauth=%E0%A4%A',
      ';;;=',
      '__proto__=1',
    ),
    type: fc.constantFrom('application/x-www-form-urlencoded', 'application/json', 'text/plain', 'x'),
  })
  .map(
    ({ system, part, method, query, body, cookie, type }): FuzzCase => ({
      method,
      path: `/oauth/${system}/${part}${query && `?${query}`}`,
      headers: { ...(cookie && { cookie }), ...(method === 'POST' && { 'content-type': type }) },
      ...(method === 'POST' && { body }),
    }),
  );

const addressed = fc.tuple(fc.constantFrom('ghl', 'sap'), word).map(
  ([system, workspace]): FuzzCase => ({
    method: 'POST',
    path: `/webhooks/${system}/${encodeURIComponent(wellFormed(workspace))}`,
    headers: { 'content-type': 'application/json' },
    body: '{"type":"ContactUpdate"}',
  }),
);

/** Credentials, ways to connect a system and addresses of workspaces that nobody meant. */
export const access = fc.oneof(
  { weight: 3, arbitrary: shown },
  { weight: 3, arbitrary: errands },
  { weight: 1, arbitrary: addressed },
);

/** Half of a surrogate pair cannot be sent. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}
