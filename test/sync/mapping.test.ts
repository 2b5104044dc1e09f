import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { MappingRow } from '../../src/model/mapping.ts';
import { definitions } from '../../src/sources/generated/registry.ts';
import { createFastClock, type FastClock } from '../support/fast-clock.ts';
import { samplePeople, samplePerson } from '../support/people.ts';
import { closeWorlds, startWorld, type World, type WorldOptions } from '../support/world.ts';
import { CONTACT, CONTACTS, CREATE_CONTACT, SYNC_NOW, UPDATE_CONTACT } from './documents.ts';
import { checkHighLevelCalls, recordHighLevelCalls } from './high-level.ts';
import { MAPPING_VERSIONS, MAPPINGS, ROLLBACK_MAPPING, SAVE_MAPPING } from './mapping-documents.ts';
import { rowWith, settled, statuses, until, writesTo } from './scene.ts';

afterEach(async () => {
  recordHighLevelCalls();
  await closeWorlds();
});
afterAll(checkHighLevelCalls);

const TYPE = 'CONTACT' as const;

/** Systems that tell nobody of their changes. */
async function quietWorld(systems: string[], options: WorldOptions = {}): Promise<World> {
  const world = await startWorld({ systems, clock: createFastClock(), people: () => samplePeople(2), ...options });
  for (const system of systems) world.simulator(system).webhooks.lost = true;
  return world;
}

/** The shipped rows of a system's contacts, without those of the entity fields that others take the place of. */
function shippedBut(system: string, ...rows: readonly MappingRow[]): MappingRow[] {
  const shipped = definitions.find(({ id }) => id === system)?.mapping.contact ?? [];
  const places = rows.flatMap(({ record }) => record);
  const replaced = (row: MappingRow) =>
    rows.some(({ entity }) => entity === row.entity) || (typeof row.record === 'string' && places.includes(row.record));
  return [...shipped.filter((row) => !replaced(row)), ...rows];
}

interface More {
  readonly confirm?: boolean;
  readonly writeNow?: boolean;
  readonly basedOn?: number;
  readonly why?: string;
}

async function save(world: World, system: string, rows: readonly MappingRow[], more: More = { confirm: true }) {
  const { data } = await world.query(SAVE_MAPPING, { input: { system, type: TYPE, rows, ...more } });
  if (data?.saveMapping.run) await mapped(world);
  return data?.saveMapping;
}

/** Waits until stored records are mapped by what is in force and told of. */
async function mapped(world: World): Promise<void> {
  const { settings } = world.running.gateway.sync.store;
  await until(world, async () => [...(await settings.list('remap:')).values()].every((state) => state === null));
  await settled(world);
}

async function poll(world: World, ...systems: string[]): Promise<void> {
  // HighLevel's search finds a change a little later.
  (world.running.gateway.sync.clock as FastClock).leap(10_000);
  await world.query(SYNC_NOW, { input: { systems, types: [TYPE], full: true } });
  await settled(world);
}

const contactOf = async (world: World, search: string) => {
  const found = await world.query(CONTACTS, { first: 1, search });
  return (await world.query(CONTACT, { by: { id: found.data?.contacts.nodes[0]?.id ?? '' } })).data?.contact;
};
const custom = async (world: World, search: string) =>
  Object.fromEntries((await contactOf(world, search))?.customFields.map(({ key, value }) => [key, value]) ?? []);
const callsOf = (world: World) => world.systems.map((id) => world.simulator(id).calls.length);

describe('a mapping that is saved', () => {
  it('maps stored records anew without asking a system, and says why in the history', async () => {
    const world = await quietWorld(['commusoft']);
    const before = callsOf(world);

    const saved = await save(world, 'commusoft', shippedBut('commusoft', { entity: 'custom.shire', record: 'county' }));

    const { store } = world.running.gateway.sync;
    const contact = await contactOf(world, 'Bob');
    const versions = await store.versions.page(contact?.id ?? '', { limit: 1, forward: true, from: null });
    const [run] = (await store.runs.page({}, { limit: 1, forward: true, from: null })).items;
    expect(saved).toMatchObject({
      mapping: { version: 1 },
      effect: { records: 2, total: 2 },
      run: { trigger: 'mapping' },
    });
    expect(contact?.customFields).toEqual([{ key: 'shire', value: 'Bristol' }]);
    expect(versions.items[0]?.why).toBe('Mapping changed to version 1');
    expect(run).toMatchObject({ trigger: 'mapping', read: 2, changed: 2, progress: 1, error: null });
    expect(callsOf(world)).toEqual(before);
  });

  it('brings a custom field of one system into a field of another, now and with every change', async () => {
    const world = await quietWorld(['commusoft', 'ghl']);
    const county = { entity: 'custom.boiler_make', record: 'county', direction: 'out' } as const;
    const ghl = () => rowWith(world, 'ghl', 'contacts', 'firstName', 'Bob');
    const counties = () => [1, 2].map((i) => world.simulator('commusoft').tables.customers?.list()[i - 1]?.county);

    await save(world, 'commusoft', shippedBut('commusoft', county), { confirm: true, writeNow: true });
    const atOnce = counties();
    const [make, ...others] = ghl().customFields as { id: string; value: string }[];
    world
      .simulator('ghl')
      .tables.contacts?.change(String(ghl().id), { customFields: [{ ...make, value: 'Intergas' }, ...others] });
    await poll(world, 'ghl');

    expect(atOnce).toEqual(['Vaillant', 'Ideal']);
    expect(counties()).toEqual(['Intergas', 'Ideal']);
  });

  it('writes a phone number in the form of its country, and is not disturbed by its coming back', async () => {
    const world = await quietWorld(['ghl', 'rossum']);
    const phone = { entity: 'phone', record: 'phone', transforms: [{ do: 'phone', country: 'GB' }] } as const;
    await save(world, 'rossum', shippedBut('rossum', phone));

    const input = { firstName: 'Ada', lastName: 'Marsh', email: 'ada@example.com', phone: '+441174960123' };
    await world.query(CREATE_CONTACT, { input });
    await settled(world);
    const since = await world.running.gateway.sync.store.events.lastSeq();
    await poll(world, 'rossum', 'ghl');

    const { items } = await world.running.gateway.sync.store.events.page({}, { limit: 50, forward: true, from: null });
    expect(rowWith(world, 'rossum', 'contacts', 'email', 'ada@example.com').phone).toBe('0117 496 0123');
    expect(rowWith(world, 'ghl', 'contacts', 'email', 'ada@example.com').phone).toBe('+441174960123');
    expect((await contactOf(world, 'Ada'))?.phone).toBe('+441174960123');
    expect(items.filter(({ seq, kind }) => seq > since && kind === 'UPDATED')).toEqual([]);
  });

  it('writes nothing to records that do not change, unless it is asked to', async () => {
    const world = await quietWorld(['ghl', 'rossum']);
    const upper = {
      entity: 'lastName',
      record: 'last_name',
      direction: 'out',
      transforms: [{ do: 'case', to: 'upper' }],
    } as const;
    const names = () =>
      world
        .simulator('rossum')
        .tables.contacts?.list()
        .map((row) => row.last_name);

    await save(world, 'rossum', shippedBut('rossum', upper));
    const [quiet, writes] = [names(), writesTo(world.simulator('rossum'))];
    await save(world, 'rossum', shippedBut('rossum', { ...upper, when: 'always' }), { confirm: true, writeNow: true });

    expect(writes).toEqual([]);
    expect(quiet).toEqual(['Baker', 'Cook']);
    expect(names()).toEqual(['BAKER', 'COOK']);
  });

  it('makes its system the owner of a field from then on', async () => {
    const world = await quietWorld(['ghl', 'rossum']);
    await save(world, 'rossum', shippedBut('rossum', { entity: 'website', record: 'website', owner: true }));
    const id = (await contactOf(world, 'Bob'))?.id ?? '';
    const row = rowWith(world, 'rossum', 'contacts', 'first_name', 'Bob');
    world.simulator('rossum').tables.contacts?.change(String(row.id), { website: 'https://first.example' });
    world.simulator('rossum').faults.push({ match: 'replace|update', kind: 'status', status: 422, times: 1 });

    await world.query(UPDATE_CONTACT, { input: { id, website: 'https://later.example', systems: ['ghl'] } });
    await poll(world, 'rossum');

    expect((await contactOf(world, 'Bob'))?.website).toBe('https://first.example');
  });
});

describe('a row that only fills', () => {
  const CITY = { entity: 'address.city', record: 'town' } as const;

  it('leaves alone what an entity and a record hold already, and says so', async () => {
    const world = await quietWorld(['commusoft', 'ghl']);
    await save(world, 'commusoft', shippedBut('commusoft', { ...CITY, when: 'ifEmpty' }));
    const contact = await contactOf(world, 'Bob');
    const { tables } = world.simulator('commusoft');
    const bob = () => rowWith(world, 'commusoft', 'customers', 'name', 'Bob');
    const id = contact?.id ?? '';

    const updated = await world.query(UPDATE_CONTACT, { input: { id, address: { city: 'Bath' } } });
    tables.customers?.change(String(bob().id), { town: 'Wells' });
    await poll(world, 'commusoft');

    expect(statuses(updated.data?.updateContact.receipts)).toEqual({ commusoft: 'SKIPPED', ghl: 'APPLIED' });
    expect(updated.data?.updateContact.receipts.find(({ error }) => error)?.error?.message).toContain(
      'does not overwrite',
    );
    expect((await contactOf(world, 'Bob'))?.address?.city).toBe('Bath');
    expect(bob().town).toBe('Wells');
  });

  it('fills what is empty, on either side', async () => {
    const homeless = (system: string) =>
      samplePerson(1, Date.now(), {
        address: {
          line1: '1 High Street',
          city: system === 'ghl' ? '' : 'Bristol',
          postcode: 'BS1 4ST',
          country: 'GB',
        },
      });
    const world = await quietWorld(['commusoft', 'ghl'], { people: (system) => [homeless(system)] });
    const city = () => rowWith(world, 'ghl', 'contacts', 'firstName', 'Bob').city;
    const first = city();

    await save(world, 'ghl', shippedBut('ghl', { entity: 'address.city', record: 'city', when: 'ifEmpty' }), {
      confirm: true,
      writeNow: true,
    });

    expect((await contactOf(world, 'Bob'))?.address?.city).toBe('Bristol');
    expect(first ?? '').toBe('');
    expect(city()).toBe('Bristol');
  });

  it('that never overwrites is written when a record is created, and never again', async () => {
    const world = await quietWorld(['commusoft', 'ghl']);
    await save(world, 'commusoft', shippedBut('commusoft', { ...CITY, when: 'neverOverwrite' }));
    const town = () => rowWith(world, 'commusoft', 'customers', 'name', 'Ada').town;
    const input = { firstName: 'Ada', lastName: 'Marsh', email: 'ada@example.com', address: { city: 'Bath' } };

    const created = await world.query(CREATE_CONTACT, { input });
    const first = town();
    const id = created.data?.createContact.contact?.id ?? '';
    await world.query(UPDATE_CONTACT, { input: { id, address: { city: 'Wells' } } });
    await world.query(UPDATE_CONTACT, { input: { id, address: { city: null } } });
    await poll(world, 'commusoft');

    expect(first).toBe('Bath');
    expect(town()).toBe('Bath');
    expect((await contactOf(world, 'Ada'))?.address?.city ?? null).toBeNull();
  });
});

describe('a mapping that is refused', () => {
  it.each<[string, MappingRow[], string, string]>([
    ['a row without a field', [{ entity: '', record: 'county' }], 'input.rows.0.entity', 'INVALID'],
    [
      'an unknown transform',
      [{ entity: 'lastName', record: 'surname', transforms: [{ do: 'eval' } as never] }],
      'input.rows.0.transforms.0.do',
      'INVALID',
    ],
    [
      'an unknown record field',
      shippedBut('commusoft', { entity: 'custom.a', record: 'nowhere' }),
      'input.rows.13.record',
      'INVALID',
    ],
    ['a required field left out', [{ entity: 'firstName', record: 'name' }], 'input.rows', 'INVALID'],
    [
      'a read-only field written',
      shippedBut('commusoft', { entity: 'companyName', record: 'companyname' }),
      'input.rows.12.direction',
      'INVALID',
    ],
    ['a system nobody knows', shippedBut('commusoft'), 'input.system', 'NOT_FOUND'],
  ])('for %s leaves everything as it was', async (name, rows, path, code) => {
    const world = await quietWorld(['commusoft']);
    const { store } = world.running.gateway.sync;
    const before = [await store.snapshots.list('commusoft', 'contact', { limit: 10 }), await store.events.lastSeq()];

    const refused = await save(world, name === 'a system nobody knows' ? 'mars' : 'commusoft', rows);

    expect(refused?.userErrors.map((error) => [error.path?.join('.'), error.code])).toEqual([[path, code]]);
    expect(refused?.mapping).toBeNull();
    expect(await store.mappings.inForce()).toEqual([]);
    expect([await store.snapshots.list('commusoft', 'contact', { limit: 10 }), await store.events.lastSeq()]).toEqual(
      before,
    );
  });

  it('for changing many records asks for a word first, with the numbers', async () => {
    const world = await quietWorld(['commusoft']);
    const rows = shippedBut('commusoft', { entity: 'custom.shire', record: 'county' });

    const asked = await save(world, 'commusoft', rows, {});
    const still = await world.query(MAPPINGS, { system: 'commusoft', type: TYPE });
    const confirmed = await save(world, 'commusoft', rows, { confirm: true });

    expect(asked).toMatchObject({ mapping: null, effect: { records: 2, total: 2 }, run: null });
    expect(asked?.userErrors).toMatchObject([{ path: ['input', 'confirm'], code: 'CONFIRM_NEEDED' }]);
    expect(still.data?.mappings).toMatchObject([{ version: 0, shipped: true, at: null }]);
    expect(confirmed?.mapping?.version).toBe(1);
  });

  it('with the rows as the graph answers them changes nothing', async () => {
    const world = await quietWorld(['commusoft']);
    await save(world, 'commusoft', shippedBut('commusoft', { entity: 'phone', record: 'mobile', when: 'ifEmpty' }));
    const { data } = await world.query(MAPPINGS, { system: 'commusoft', type: TYPE });
    const rows = (data?.mappings[0]?.rows ?? []) as unknown as readonly MappingRow[];

    const again = await save(world, 'commusoft', rows, {});

    expect(again).toMatchObject({ effect: { records: 0 }, userErrors: [] });
    expect(again?.mapping?.rows.find(({ entity }) => entity === 'phone')?.when).toBe('IF_EMPTY');
  });

  it('for being made from a version that is no longer in force changes nothing', async () => {
    const world = await quietWorld(['commusoft']);
    await save(world, 'commusoft', shippedBut('commusoft', { entity: 'custom.shire', record: 'county' }));

    const late = await save(world, 'commusoft', shippedBut('commusoft'), { confirm: true, basedOn: 0 });

    expect(late?.userErrors).toMatchObject([{ path: ['input', 'basedOn'], code: 'CONFLICT' }]);
    expect((await world.running.gateway.sync.store.mappings.inForce())[0]?.version).toBe(1);
  });
});

describe('an earlier mapping', () => {
  it('is put in force again as a new version, and read by it', async () => {
    const world = await quietWorld(['commusoft']);
    const upper = { entity: 'lastName', record: 'surname', transforms: [{ do: 'case', to: 'upper' }] } as const;
    await save(world, 'commusoft', shippedBut('commusoft', upper), { confirm: true, why: 'Louder' });
    const loud = (await contactOf(world, 'Bob'))?.lastName;

    const input = { system: 'commusoft', type: TYPE, version: 0, confirm: true };
    const { data } = await world.query(ROLLBACK_MAPPING, { input });
    await mapped(world);

    const versions = await world.query(MAPPING_VERSIONS, { system: 'commusoft', type: TYPE });
    expect(data?.rollbackMapping).toMatchObject({ mapping: { version: 2, why: 'Back to version 0' }, userErrors: [] });
    expect([loud, (await contactOf(world, 'Bob'))?.lastName]).toEqual(['BAKER', 'Baker']);
    expect(versions.data?.mappingVersions.nodes.map(({ why }) => why)).toEqual(['Back to version 0', 'Louder']);
  });

  it('that never was is not found', async () => {
    const world = await quietWorld(['commusoft']);

    const { data } = await world.query(ROLLBACK_MAPPING, { input: { system: 'commusoft', type: TYPE, version: 7 } });

    expect(data?.rollbackMapping.userErrors).toMatchObject([{ path: ['input', 'version'], code: 'NOT_FOUND' }]);
  });
});

describe('a remap', () => {
  it('that a crash cut off goes on behind the last batch', async () => {
    const world = await quietWorld(['commusoft'], { people: () => samplePeople(120) });
    const { sync } = world.running.gateway;
    const { transaction } = sync.store;
    let batches = 0;
    Object.assign(sync.store, {
      transaction: (work: Parameters<typeof transaction>[0], options: Parameters<typeof transaction>[1]) =>
        transaction(async (tx) => {
          const result = await work(tx);
          const state = (await tx.settings.get('remap:commusoft:contact')) as
            | { after?: string | null }
            | null
            | undefined;
          // As if the process had died before the second batch was committed.
          if (state === null || (state?.after && batches++ > 0)) throw new Error('died');
          return result;
        }, options),
    });
    const input = { system: 'commusoft', type: TYPE, confirm: true };
    const rows = shippedBut('commusoft', { entity: 'custom.shire', record: 'county' });
    await world.query(SAVE_MAPPING, { input: { ...input, rows } });
    await until(
      world,
      async () => ((await sync.store.settings.get('remap:commusoft:contact')) as { after: string }).after !== null,
    );

    await world.restart();
    await mapped(world);

    const { store } = world.running.gateway.sync;
    const { items } = await store.runs.page({}, { limit: 9, forward: true, from: null });
    const stored = await store.snapshots.list('commusoft', 'contact', { limit: 200 });
    expect(items.filter(({ trigger }) => trigger === 'mapping')).toMatchObject([
      { read: 120, changed: 120, error: null },
    ]);
    expect(stored.every(({ values }) => values['custom.shire'] === 'Bristol')).toBe(true);
    expect((await custom(world, 'Bob')).shire).toBe('Bristol');
  });

  it('is overtaken by the next one', async () => {
    const world = await quietWorld(['commusoft']);
    const rows = (entity: string) => shippedBut('commusoft', { entity, record: 'county' });
    const input = { system: 'commusoft', type: TYPE, confirm: true };

    await world.query(SAVE_MAPPING, { input: { ...input, rows: rows('custom.first') } });
    await world.query(SAVE_MAPPING, { input: { ...input, rows: rows('custom.second') } });
    await mapped(world);

    expect((await custom(world, 'Bob')).second).toBe('Bristol');
  });

  it('leaves to a person what two systems say differently about a field that was mapped just now', async () => {
    const world = await quietWorld(['commusoft', 'ghl']);
    const rows = shippedBut('commusoft', { entity: 'custom.boiler_make', record: 'county' });

    await save(world, 'commusoft', rows);

    const contact = await contactOf(world, 'Bob');
    expect(contact?.customFields).toContainEqual({ key: 'boiler_make', value: 'Vaillant' });
    expect(contact?.conflicts).toMatchObject([
      {
        field: 'custom.boiler_make',
        open: true,
        values: [
          { origin: 'ghl', value: 'Vaillant' },
          { origin: 'commusoft', value: 'Bristol' },
        ],
      },
    ]);
    expect(writesTo(world.simulator('ghl'))).toEqual([]);
  });

  it('brings nothing back to life that is deleted', async () => {
    const world = await quietWorld(['ghl']);
    const { store } = world.running.gateway.sync;
    const contact = await contactOf(world, 'Bob');
    const [entity] = [...(await store.entities.get([contact?.id ?? ''])).values()];
    if (!entity) throw new Error('There is no Bob');
    await store.entities.save([{ ...entity, deletedAt: 1 }]);

    await save(world, 'ghl', shippedBut('ghl', { entity: 'custom.town', record: 'city' }));

    const stored = await store.snapshots.list('ghl', 'contact', { limit: 10 });
    expect((await store.entities.get([entity.id])).get(entity.id)?.deletedAt).toBe(1);
    expect(stored.map(({ values }) => values['custom.town'])).toEqual(['Bristol', 'Bristol']);
  });
});
