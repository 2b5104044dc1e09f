import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEgress, type Egress } from '../../src/base/egress.ts';
import { Problem } from '../../src/base/errors.ts';
import { createLogger } from '../../src/base/logger.ts';
import { createKeySet } from '../../src/http/door/key-set.ts';
import { type CheckToken, createTokenCheck } from '../../src/http/door/tokens.ts';
import { createManualClock } from '../support/clock.ts';
import { AUDIENCE, ISSUER, SECRET, tokenOf } from '../support/closed.ts';

const NOW = Date.UTC(2026, 4, 1, 12);
const SECONDS = NOW / 1000;
const clock = () => createManualClock(NOW);
const bytes = new TextEncoder().encode(SECRET);

const bySecret = (now = NOW) =>
  createTokenCheck({ issuer: ISSUER, audience: AUDIENCE, key: bytes }, createManualClock(now));
const sign = (claims: Readonly<Record<string, unknown>>) => tokenOf(claims, NOW);
const wordsOf = (answer: unknown) => (answer instanceof Problem ? `${answer.code}: ${answer.message}` : answer);

describe('a token that is signed with the secret', () => {
  it('says who asks, for which workspace and until when', async () => {
    const token = await sign({ sub: 'ann', name: 'Ann', scope: 'contacts.write openid', workspace: 'acme' });

    expect(await bySecret()(token)).toEqual({
      subject: 'ann',
      name: 'Ann',
      scopes: new Set(['contacts.write', 'contacts.readonly']),
      workspace: 'acme',
      until: NOW + 605_000,
    });
  });

  it.each([
    [{ scope: 'contacts.readonly sync.manage' }, ['contacts.readonly', 'sync.manage']],
    [{ scp: ['contacts.readonly'] }, ['contacts.readonly']],
    [{ scp: 'contacts.readonly' }, ['contacts.readonly']],
    [{ permissions: ['sync.manage', 7, 'root'] }, ['contacts.readonly', 'sync.manage']],
    [{ scope: 7, scp: null, permissions: { admin: true } }, []],
    [{}, []],
  ])('with %j has the scopes %j', async (claims, scopes) => {
    const answer = await bySecret()(await sign(claims));

    expect([...(answer as { scopes: ReadonlySet<string> }).scopes].sort()).toEqual(scopes);
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    ['another issuer', { iss: 'https://evil.example.com/' }, /claim "iss" is not the one/],
    ['no issuer', { iss: undefined }, /claim "iss" is missing/],
    ['another audience', { aud: 'others' }, /claim "aud" is not the one/],
    ['no audience', { aud: undefined }, /claim "aud" is missing/],
    ['no end', { exp: undefined }, /claim "exp" is missing/],
    ['an end that is over', { exp: SECONDS - 5 }, /is over: get a new one/],
    ['a beginning that is to come', { nbf: SECONDS + 60 }, /claim "nbf" is not the one/],
    ['no subject', { sub: undefined }, /claim "sub" is missing/],
    ['an empty subject', { sub: '' }, /claim "sub" must have 1 to 255 characters/],
    ['an endless subject', { sub: 'a'.repeat(256) }, /claim "sub" must have/],
    ['several workspaces', { workspace: ['a', 'b'] }, /claim "workspace" must be the id of one/],
    ['an empty workspace', { workspace: '' }, /claim "workspace" must be/],
  ])('for %s is refused', async (_, claims, words) => {
    const token = await sign(claims);

    const answer = await bySecret()(token);

    expect(wordsOf(answer)).toMatch(/^UNAUTHORIZED/);
    expect(wordsOf(answer)).toMatch(words);
    expect(JSON.stringify(answer)).not.toContain(token.slice(0, 40));
  });

  it('is taken while clocks may differ by five seconds', async () => {
    expect(await bySecret()(await sign({ exp: SECONDS - 4 }))).toMatchObject({ until: NOW + 1_000 });
  });

  it.each([
    ['with another secret', () => tokenOf({}, NOW, `${SECRET}!`), /not signed by a key/],
    ['not at all', async () => new UnsecuredJWT(plainClaims()).encode(), /not a well-formed, signed|not taken here/],
    ['by a longer hash', () => byHash('HS512'), /an algorithm that is not taken here/],
    ['by a public key', async () => (await newIssuer('RS256', 'k')).sign(), /an algorithm that is not taken here/],
    [
      'and changed afterwards',
      async () => (await sign({})).replace(/\.[^.]+\./, `.${encoded({ sub: 'eve' })}.`),
      /not signed/,
    ],
    ['in nonsense', async () => 'a.b.c', /not a well-formed/],
  ])('that is signed %s is refused', async (_, make, words) => {
    const answer = wordsOf(await bySecret()(await make()));

    expect(answer).toMatch(/^UNAUTHORIZED/);
    expect(answer).toMatch(words);
  });
});

const plainClaims = (): JWTPayload => ({ iss: ISSUER, aud: AUDIENCE, sub: 'ann', exp: SECONDS + 600 });
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

function byHash(alg: string): Promise<string> {
  return new SignJWT(plainClaims()).setProtectedHeader({ alg }).sign(bytes);
}

/** A pair of keys, and tokens that are signed with it. */
async function newIssuer(alg: string, kid: string) {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' };
  const sign = (header = {}) => new SignJWT(plainClaims()).setProtectedHeader({ alg, kid, ...header }).sign(privateKey);
  return { jwk, sign };
}

describe('a token that is signed by an issuer', () => {
  let server: Server;
  let url = '';
  let asked = 0;
  let answer: (response: ServerResponse) => void;
  const egresses: Egress[] = [];

  beforeEach(async () => {
    asked = 0;
    server = createServer((_, response) => {
      asked += 1;
      answer(response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys?secret=word`;
  });
  afterEach(async () => {
    vi.useRealTimers();
    await Promise.all(egresses.splice(0).map((egress) => egress.close()));
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const serve =
    (...jwks: readonly object[]) =>
    (response: ServerResponse) =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: jwks }));

  function checkBy({
    allowed = ['127.0.0.1'],
    at = clock(),
    timeoutMs = 5_000,
    log = createLogger('silent'),
  } = {}): CheckToken {
    const egress = createEgress({ allowed });
    egresses.push(egress);
    const key = createKeySet(url, { egress, clock: at, log }, timeoutMs);
    return createTokenCheck({ issuer: ISSUER, audience: AUDIENCE, key }, at);
  }

  /** What came of a check: the subject, or a refusal's code and words, or those it rejected with. */
  const outcomeOf = (check: CheckToken, token: string) =>
    check(token).then(
      (said) => (said instanceof Problem ? `${said.code}: ${said.message}` : said.subject),
      (thrown: Problem) => `rejected ${thrown.code}: ${thrown.message}`,
    );

  it.each(['RS256', 'PS384', 'ES256', 'EdDSA'])('by %s is taken; the keys are fetched once', async (alg) => {
    const issuer = await newIssuer(alg, 'one');
    answer = serve(issuer.jwk);
    const check = checkBy();

    const outcomes = [await outcomeOf(check, await issuer.sign()), await outcomeOf(check, await issuer.sign())];

    expect(outcomes).toEqual(['ann', 'ann']);
    expect(asked).toBe(1);
  });

  it('is refused where its key is another one, or the secret of another algorithm', async () => {
    const [issuer, other] = [await newIssuer('RS256', 'one'), await newIssuer('RS256', 'one')];
    answer = serve(issuer.jwk);
    const check = checkBy();
    const publicText = new TextEncoder().encode(JSON.stringify(issuer.jwk));
    const confused = await new SignJWT(plainClaims()).setProtectedHeader({ alg: 'HS256', kid: 'one' }).sign(publicText);

    const outcomes = [
      await outcomeOf(check, await other.sign()),
      await outcomeOf(check, confused),
      await outcomeOf(check, await sign({})),
    ];

    expect(outcomes[0]).toMatch(/^UNAUTHORIZED: .*not signed by a key of its issuer/);
    expect(outcomes.slice(1)).toEqual(Array(2).fill(expect.stringMatching(/^UNAUTHORIZED: .*algorithm/)));
  });

  it('by unknown keys asks the issuer no more often than every half minute, and finds a new key then', async () => {
    const [old, young] = [await newIssuer('ES256', 'old'), await newIssuer('ES256', 'young')];
    answer = serve(old.jwk);
    const check = checkBy();
    await outcomeOf(check, await old.sign());
    answer = serve(old.jwk, young.jwk);

    const flood = [];
    for (let i = 0; i < 20; i++) flood.push(await outcomeOf(check, await young.sign({ kid: `kid${i}` })));
    const early = await outcomeOf(check, await young.sign());
    const asks = asked;
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 30_000 });
    const late = await outcomeOf(check, await young.sign());

    expect(new Set([...flood, early])).toEqual(new Set([expect.stringMatching(/^UNAUTHORIZED/)]));
    expect([asks, late, asked]).toEqual([1, 'ann', 2]);
  });

  it.each<[string, (response: ServerResponse) => void, string]>([
    ['an error', (response) => response.writeHead(500).end('{"keys":[]}'), 'it answers 500'],
    [
      'a redirect, also to the right keys',
      (response) => response.writeHead(302, { location: '/keys' }).end(),
      'it answers 302',
    ],
    [
      'more than it should',
      (response) => response.end(`{"keys":[${'{},'.repeat(200_000)}{}]}`),
      'more than 262144 bytes',
    ],
    ['no JSON', (response) => response.end('<html>'), 'ERR_JOSE_GENERIC'],
    ['no keys', (response) => response.end('{"a":1}'), 'ERR_JWKS_INVALID'],
    ['nothing in time', () => undefined, 'ERR_JWKS_TIMEOUT'],
    ['by hanging up', (response) => response.destroy(), 'UND_ERR_SOCKET'],
  ])(
    'whose issuer answers %s cannot be checked now, which the log explains and the caller is told',
    async (_, give, reason) => {
      const issuer = await newIssuer('ES256', 'one');
      answer = give;
      const lines: unknown[] = [];
      const log = { ...createLogger('silent'), warn: (...line: unknown[]) => lines.push(line) } as never;

      const outcome = await outcomeOf(checkBy({ log, timeoutMs: 300 }), await issuer.sign());

      expect(outcome).toMatch(/^rejected UNAVAILABLE: .*try again in some seconds/);
      expect(JSON.stringify(lines)).toContain(reason);
      expect(JSON.stringify(lines)).not.toMatch(/secret=word|127\.0\.0\.1/);
      expect(lines).toHaveLength(1);
    },
  );

  it('whose issuer stands in a private network that is not allowed is not asked for', async () => {
    const issuer = await newIssuer('ES256', 'one');
    answer = serve(issuer.jwk);

    const outcome = await outcomeOf(checkBy({ allowed: [] }), await issuer.sign());

    expect(outcome).toMatch(/^rejected UNAVAILABLE/);
    expect(asked).toBe(0);
  });

  it('is taken again when its issuer is back; meanwhile it is asked every five seconds at most', async () => {
    const issuer = await newIssuer('ES256', 'one');
    const at = clock();
    answer = (response) => response.writeHead(503).end();
    const check = checkBy({ at });
    const down = [];
    for (let i = 0; i < 5; i++) down.push(await outcomeOf(check, await issuer.sign()));
    const asks = asked;
    answer = serve(issuer.jwk);

    const early = await outcomeOf(check, await issuer.sign());
    await at.advance(5_000);
    const late = await outcomeOf(check, await issuer.sign());

    expect([...down, early]).toEqual(Array(6).fill(expect.stringMatching(/^rejected UNAVAILABLE/)));
    expect([asks, late, asked]).toEqual([1, 'ann', 2]);
  });
});
