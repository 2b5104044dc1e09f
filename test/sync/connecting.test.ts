import { afterEach, describe, expect, it } from 'vitest';
import { createFastClock } from '../support/fast-clock.ts';
import { closeWorlds, startWorld, type World } from '../support/world.ts';
import { CONNECT_SYSTEM, CONNECTIONS, DISCONNECT_SYSTEM } from './connection-documents.ts';
import { CONTACTS, CREATE_CONTACT } from './documents.ts';

afterEach(closeWorlds);

const PRIVATE = { ALLOW_PRIVATE_HOSTS: '127.0.0.1' };

/** A gateway that knows of no system, beside simulators of all. */
async function unconnected(env: Record<string, string> = PRIVATE): Promise<World> {
  const clock = createFastClock();
  const known = await startWorld({ clock, synced: false });
  const nothing = Object.fromEntries(
    known.systems.flatMap((id) => Object.keys(known.simulator(id).settings).map((name) => [name, undefined])),
  );
  await known.restart(async () => undefined, { ...nothing, ...env });
  return known;
}

const settingsOf = (world: World, id: string, other: Record<string, string | null> = {}) =>
  Object.entries({ ...world.simulator(id).settings, ...other }).map(([name, value]) => ({ name, value }));

async function connectSystem(world: World, id: string, other: Record<string, string | null> = {}, how = {}) {
  const input = { system: id, settings: settingsOf(world, id, other), ...how };
  const { data } = await world.query(CONNECT_SYSTEM, { input });
  if (!data) throw new Error('connectSystem was not answered');
  return data.connectSystem;
}

async function systemOf(world: World, id: string) {
  const { data } = await world.query(CONNECTIONS);
  const found = data?.systems.find((system) => system.id === id);
  if (!found) throw new Error(`${id} is not known`);
  return found;
}

describe('a system is connected through the graph', () => {
  it('and read, written and polled from then on, also after a restart', async () => {
    const world = await unconnected();
    for (const id of world.systems) {
      const done = await connectSystem(world, id);
      expect(done).toMatchObject({ connected: true, userErrors: [], system: { id } });
      expect(done.checks.filter(({ ok }) => !ok)).toEqual([]);
    }
    await synced(world, world.systems);

    const input = { firstName: 'Ann', lastName: 'Quillfeather', email: 'ann@example.com' };
    const created = await world.query(CREATE_CONTACT, { input });
    expect(created.data?.createContact.receipts.map(({ status }) => status)).toEqual(['APPLIED', 'APPLIED', 'APPLIED']);

    const { seq } = await world.event(({ kind }) => kind === 'WRITE_APPLIED');
    await world.restart();
    await synced(world, world.systems, seq);
    const found = await world.query(CONTACTS, { search: 'quillfeather' });
    expect(found.data?.contacts.nodes).toHaveLength(1);
  });

  it('with its secrets shown to nobody', async () => {
    const world = await unconnected();
    for (const id of world.systems) await connectSystem(world, id);

    const answer = JSON.stringify(await world.query(CONNECTIONS));

    for (const id of world.systems) {
      const { settings } = (await systemOf(world, id)).connection;
      const secrets = settings.filter(({ secret, isSet }) => secret && isSet);
      expect(secrets.length).toBeGreaterThan(0);
      for (const { name } of secrets) expect(answer).not.toContain(world.simulator(id).settings[name]);
    }
  });

  it.each([
    ['ghl', 'GHL_TOKEN'],
    ['rossum', 'ROSSUM_PASSWORD'],
    ['commusoft', 'COMMUSOFT_PASSWORD'],
  ])('of %s not with a wrong %s', async (id, name) => {
    const world = await unconnected();

    const done = await connectSystem(world, id, { [name]: 'wrong-credential-0000' });

    expect(done.connected).toBe(false);
    expect(done.userErrors).toEqual([expect.objectContaining({ code: 'UNAUTHORIZED', path: ['input', 'settings'] })]);
    expect(JSON.stringify(done)).not.toContain('wrong-credential-0000');
    expect(await systemOf(world, id)).toMatchObject({
      health: { state: 'NOT_CONNECTED' },
      connection: { origin: null },
    });
  });

  it('not to a private address that nobody allowed', async () => {
    const world = await unconnected({});

    const done = await connectSystem(world, 'ghl');

    expect(done).toMatchObject({ connected: false, checks: [] });
    expect(done.userErrors[0]).toMatchObject({ path: ['input', 'settings', 'GHL_BASE_URL'] });
    expect(done.userErrors[0]?.message).toContain('ALLOW_PRIVATE_HOSTS');
    expect(world.simulator('ghl').calls).toEqual([]);
  });

  it('not with settings that are unknown, missing or wrong, each named', async () => {
    const world = await unconnected();

    const done = await connectSystem(world, 'ghl', {
      GHL_TOKEN: null,
      GHL_BASE_URL: 'ftp://example.com',
      COLOUR: 'red',
    });

    expect(done.userErrors.map(({ path }) => path?.at(-1)).sort()).toEqual(['COLOUR', 'GHL_BASE_URL', 'GHL_TOKEN']);
  });

  it('not at all where it is only tried', async () => {
    const world = await unconnected();

    const done = await connectSystem(world, 'ghl', {}, { dryRun: true });

    expect(done).toMatchObject({ connected: false, userErrors: [] });
    expect(done.checks[0]).toMatchObject({ what: 'the credential', ok: true });
    expect((await systemOf(world, 'ghl')).connection.origin).toBeNull();
  });

  it('with a new credential alone, the other settings as they were', async () => {
    const world = await unconnected();
    await connectSystem(world, 'ghl');
    const input = {
      system: 'ghl',
      settings: [{ name: 'GHL_TOKEN', value: world.simulator('ghl').settings.GHL_TOKEN ?? '' }],
    };

    const { data } = await world.query(CONNECT_SYSTEM, { input });

    expect(data?.connectSystem).toMatchObject({ connected: true, userErrors: [] });
  });

  it('not where the environment connects it', async () => {
    const world = await startWorld({ synced: false, systems: ['ghl'] });

    const done = await connectSystem(world, 'ghl');
    const undone = await world.query(DISCONNECT_SYSTEM, { system: 'ghl' });

    expect(done.userErrors).toEqual([expect.objectContaining({ code: 'FORBIDDEN' })]);
    expect(undone.data?.disconnectSystem.userErrors).toEqual([expect.objectContaining({ code: 'FORBIDDEN' })]);
    expect((await systemOf(world, 'ghl')).connection).toMatchObject({ origin: 'ENVIRONMENT', refused: null });
  });
});

describe('a system is disconnected', () => {
  it('and asked for nothing any more, while what is known of it stays', async () => {
    const world = await unconnected();
    for (const id of world.systems) await connectSystem(world, id);
    await synced(world, world.systems);
    const before = await world.query(CONTACTS);

    const { data } = await world.query(DISCONNECT_SYSTEM, { system: 'rossum' });
    const calls = world.simulator('rossum').calls.length;
    const after = await world.query(CONTACTS, {}, { 'x-max-age': '0' });
    const created = await world.query(CREATE_CONTACT, { input: { lastName: 'Later', email: 'later@example.com' } });

    expect(data?.disconnectSystem).toMatchObject({ system: { health: { state: 'NOT_CONNECTED' } }, userErrors: [] });
    expect(after.data?.contacts.totalCount).toBe(before.data?.contacts.totalCount);
    expect(created.data?.createContact.receipts.map(({ system }) => system.id)).toEqual(['commusoft', 'ghl']);
    expect(world.simulator('rossum').calls).toHaveLength(calls);
    expect((await systemOf(world, 'rossum')).capabilities).toEqual([]);
  });

  it('not twice', async () => {
    const world = await unconnected();

    const { data } = await world.query(DISCONNECT_SYSTEM, { system: 'ghl' });

    expect(data?.disconnectSystem.userErrors).toEqual([expect.objectContaining({ code: 'NOT_CONNECTED' })]);
  });
});

async function synced(world: World, systems: readonly string[], after = 0): Promise<void> {
  await Promise.all(
    systems.map((id) => world.event(({ kind, system }) => kind === 'RUN_FINISHED' && system === id, after)),
  );
}
