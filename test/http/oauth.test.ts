import { afterEach, describe, expect, it } from 'vitest';
import type { HighLevelSimulator } from '../../src/sources/ghl/simulator/index.ts';
import { AUDIT_LOG } from '../graphql/audit-documents.ts';
import { keyFor, startClosedWorld } from '../support/closed.ts';
import { createFastClock, type FastClock } from '../support/fast-clock.ts';
import { closeWorlds, startWorld, type World } from '../support/world.ts';
import { CONNECTIONS } from '../sync/connection-documents.ts';
import { EVENTS as CHANGES, CONTACTS, CREATE_CONTACT } from '../sync/documents.ts';

afterEach(closeWorlds);

const PUBLIC_URL = 'https://tributary.example.com';
const START = '/oauth/ghl/start';

/** A gateway that knows HighLevel by its app alone. */
async function appWorld(open = startWorld, env: Record<string, string> = {}): Promise<World> {
  const world = await open({ systems: ['ghl'], clock: createFastClock(), synced: false });
  const { app } = vendorOf(world);
  await world.restart(async () => undefined, {
    GHL_TOKEN: undefined,
    GHL_LOCATION_ID: undefined,
    GHL_CALENDAR_ID: undefined,
    ...app,
    PUBLIC_URL,
    ...env,
  });
  return world;
}

const vendorOf = (world: World) => world.simulator('ghl') as HighLevelSimulator;
const locationOf = (world: World) => vendorOf(world).settings.GHL_LOCATION_ID ?? '';

/** A browser: it keeps cookies, and its person knows where the gateway really is. */
function browserOf(world: World) {
  let cookie = '';
  return {
    async open(path: string, init: RequestInit = {}) {
      const answer = await fetch(new URL(path.replace(PUBLIC_URL, world.url), world.url), {
        redirect: 'manual',
        ...init,
        headers: { ...(cookie && { cookie }), ...init.headers },
      });
      const set = answer.headers.get('set-cookie');
      if (set) cookie = set.split(';')[0] ?? '';
      return { status: answer.status, location: answer.headers.get('location') ?? '', text: await answer.text(), set };
    },
    type: (key: string, headers: Record<string, string> = {}) => ({
      method: 'POST',
      body: new URLSearchParams({ key }),
      headers,
    }),
  };
}

/** Chooses at the vendor, and answers where the browser is sent back to. */
async function consent(url: string, choice: string): Promise<string> {
  const page = new URL(url);
  page.searchParams.set('choose', choice);
  const answer = await fetch(page, { redirect: 'manual' });
  return answer.headers.get('location') ?? '';
}

/** Goes the whole way, and answers the last page. */
async function connectByConsent(world: World, headers: Record<string, string> = {}, choice = locationOf(world)) {
  const browser = browserOf(world);
  const { location } = await browser.open(START, { headers });
  return browser.open(await consent(location, choice));
}

async function connectionOf(world: World, headers: Record<string, string> = {}) {
  const { data } = await world.query(CONNECTIONS, {}, headers);
  const found = data?.systems.find(({ id }) => id === 'ghl');
  if (!found) throw new Error('HighLevel is not known');
  return found;
}

/** Waits until the health is that. */
async function state(world: World, wanted: string, headers: Record<string, string> = {}): Promise<void> {
  while ((await connectionOf(world, headers)).health.state !== wanted)
    await new Promise((resolve) => setImmediate(resolve));
}

describe('connecting by consent', () => {
  it('leads to the page of consent and back, and the system is read and written from then on, also after a restart', async () => {
    const world = await appWorld();
    expect((await connectionOf(world)).connection).toMatchObject({ origin: null, consentUrl: `${PUBLIC_URL}${START}` });

    const { status, text } = await connectByConsent(world);

    expect(status).toBe(200);
    expect(text).toContain('HighLevel is connected');
    expect(text).toContain('✓ reading contacts');
    const { seq } = await world.event(({ kind }) => kind === 'RUN_FINISHED');
    expect((await world.query(CONTACTS)).data?.contacts.totalCount).toBe(12);
    const created = await world.query(CREATE_CONTACT, { input: { lastName: 'Quill', email: 'quill@example.com' } });
    expect(created.data?.createContact.receipts).toMatchObject([{ system: { id: 'ghl' }, status: 'APPLIED' }]);

    await world.restart();
    await world.event(({ kind }) => kind === 'RUN_FINISHED', seq);
    expect(await connectionOf(world)).toMatchObject({ health: { state: 'OK' }, connection: { origin: 'GRAPH' } });
  });

  it('leaves an entry in the audit log, and no token anywhere', async () => {
    const world = await appWorld();
    await connectByConsent(world);

    const { data } = await world.query(AUDIT_LOG, { first: 1 });
    const told = JSON.stringify([data, await connectionOf(world)]);

    expect(data?.auditLog.nodes).toMatchObject([{ action: 'oauth', subject: 'ghl', outcome: 'DONE' }]);
    const kept = await world.running.gateway.sync.store.connections.get('ghl');
    const secrets = JSON.stringify(kept?.tokens).match(/[\w.-]{20,}/g) ?? [];
    expect(secrets.length).toBeGreaterThan(1);
    for (const secret of secrets) expect(told).not.toContain(secret);
  });

  it('renews tokens before they end', async () => {
    const world = await appWorld();
    await connectByConsent(world);
    await world.event(({ kind }) => kind === 'RUN_FINISHED');
    const { connections } = world.running.gateway.sync.store;
    const before = await connections.get('ghl');

    (world.running.gateway.sync.clock as FastClock).leap(23.95 * 3_600_000);
    await world.query(CONTACTS, {}, { 'x-max-age': '0' });

    expect((await connections.get('ghl'))?.tokensVersion).toBe((before?.tokensVersion ?? 0) + 1);
    expect((await connectionOf(world)).health.state).toBe('OK');
  });

  it('of an agency asks for one of its locations', async () => {
    const world = await appWorld();

    const { text } = await connectByConsent(world, {}, 'agency');
    const [, again = ''] = /href="([^"]*place=[^"]*)"/.exec(text) ?? [];
    const browser = browserOf(world);
    const { location } = await browser.open(again.replaceAll('&amp;', '&'));
    const last = await browser.open(await consent(location, 'agency'));

    expect(text).toContain('Which part of HighLevel?');
    expect(last.text).toContain('HighLevel is connected');
  });

  it.each<[string, (back: URL, world: World) => Promise<unknown>, number]>([
    ['in another browser', async (_, world) => browserOf(world), 400],
    [
      'with a state that somebody changed',
      async (back) => back.searchParams.set('state', 'sealed:1:0123456789abcdef:AAAA'),
      400,
    ],
    ['without a state', async (back) => back.searchParams.delete('state'), 400],
    ['after ten minutes', async (_, world) => (world.running.gateway.sync.clock as FastClock).leap(600_000), 400],
    ['with a code that is none', async (back) => back.searchParams.set('code', 'nonsense'), 400],
    [
      'because access was not granted',
      async (back) => [back.searchParams.delete('code'), back.searchParams.set('error', 'access_denied')],
      400,
    ],
  ])('connects nothing where the browser comes back %s', async (_, change, status) => {
    const world = await appWorld();
    const browser = browserOf(world);
    const { location } = await browser.open(START);
    const back = new URL(await consent(location, locationOf(world)));

    const other = await change(back, world);
    const by = other && typeof other === 'object' && 'open' in other ? (other as typeof browser) : browser;
    const answer = await by.open(back.href);

    expect(answer.status).toBe(status);
    expect(answer.text).toContain('Nothing was connected');
    expect((await connectionOf(world)).connection.origin).toBeNull();
  });

  it('is not offered where the environment connects the system, or where there is no app', async () => {
    const world = await startWorld({ systems: ['ghl'], synced: false });
    const browser = browserOf(world);

    expect(await browser.open(START)).toMatchObject({ status: 409, set: null });
    expect(await browser.open('/oauth/rossum/start')).toMatchObject({ status: 409 });
    expect(await browser.open('/oauth/mars/start')).toMatchObject({ status: 404 });
  });
});

describe('access that is withdrawn', () => {
  it('is told of by the vendor and shown as UNAUTHORIZED with the way to connect anew, which mends it', async () => {
    const world = await appWorld();
    await connectByConsent(world);
    await world.event(({ kind }) => kind === 'RUN_FINISHED');

    vendorOf(world).uninstall();
    await state(world, 'UNAUTHORIZED');
    const ended = await connectionOf(world);
    await connectByConsent(world);
    await state(world, 'OK');

    expect(ended.connection).toMatchObject({
      refused: expect.stringContaining('connect it anew'),
      consentUrl: `${PUBLIC_URL}${START}`,
    });
    expect((await connectionOf(world)).connection.refused).toBeNull();
  });
});

describe('where callers are known', () => {
  it('a person types a key of an admin, and the workspace of that key is connected', async () => {
    const world = await appWorld(startClosedWorld);
    const { database } = { database: world.running.gateway.workspaces };
    await database?.create('acme', 'Acme Heating');
    const [reader, admin, own] = [
      await keyFor(world, ['sync.manage'], { workspace: 'acme' }),
      await keyFor(world, ['admin'], { workspace: 'acme' }),
      await keyFor(world, ['admin']),
    ];
    const browser = browserOf(world);

    expect(await browser.open(START)).toMatchObject({ status: 401, text: expect.stringContaining('An API key') });
    // With the policy of all other answers a browser would send the form as a foreign page's.
    expect((await fetch(`${world.url}${START}`)).headers.get('referrer-policy')).toBe('same-origin');
    expect((await browser.open(START, browser.type('trb_nonsense'))).status).toBe(401);
    expect((await browser.open(START, browser.type(reader.secret))).text).toContain('needs the scope admin');
    expect((await browser.open(START, browser.type(admin.secret, { origin: 'https://evil.example' }))).status).toBe(
      403,
    );
    const asked = await browser.open(START, browser.type(admin.secret));
    const [, url = ''] = /<a href="([^"]*)"/.exec(asked.text) ?? [];
    const last = await browser.open(await consent(url.replaceAll('&amp;', '&'), locationOf(world)));

    expect(asked.text).toContain('Acme Heating (acme)');
    expect(last.text).toContain('HighLevel is connected');
    expect((await connectionOf(world, admin.headers)).connection).toMatchObject({
      origin: 'GRAPH',
      webhookUrl: `${PUBLIC_URL}/webhooks/ghl`,
    });
    expect((await connectionOf(world, own.headers)).connection.origin).toBeNull();
  });

  it('a page of ours asks with its token, and is told where to send the browser', async () => {
    const world = await appWorld(startClosedWorld);
    const { headers } = await keyFor(world, ['admin']);
    const browser = browserOf(world);

    const answer = await browser.open(START, { method: 'POST', headers: { ...headers, accept: 'application/json' } });
    const last = await browser.open(await consent(JSON.parse(answer.text).url, locationOf(world)));

    expect(answer.set).toMatch(/HttpOnly; Secure; SameSite=Lax/);
    expect(last.text).toContain('HighLevel is connected');
  });

  it("the app's one address takes webhooks for every workspace that granted access", async () => {
    const world = await appWorld(startClosedWorld);
    await world.running.gateway.workspaces?.create('acme', 'Acme Heating');
    const { headers } = await keyFor(world, ['admin'], { workspace: 'acme' });
    await connectByConsent(world, headers);
    const told = world.subscribe(CHANGES, {}, headers);
    const contact = vendorOf(world).tables.contacts?.list()[0];

    vendorOf(world).tables.contacts?.change(String(contact?.id), { lastName: 'Renamed' });
    const { syncEvents } = await told.next(({ syncEvents }) => syncEvents.kind === 'UPDATED');

    expect(syncEvents.changes).toMatchObject([{ field: 'lastName', after: 'Renamed' }]);
    told.end();
  });
});
