import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EntityType } from '../../src/graphql/generated/resolvers.ts';
import type { Kind } from '../../src/model/kind.ts';
import type { MappingRow } from '../../src/model/mapping.ts';
import { createFastClock } from '../support/fast-clock.ts';
import { samplePeople } from '../support/people.ts';
import { closeWorlds, startWorld, type World } from '../support/world.ts';
import { DRY_RUN_MAPPING, PREVIEW_MAPPING } from './preview-documents.ts';
import { writesTo } from './scene.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ clock: createFastClock(), people: () => samplePeople(25) });
});
afterAll(closeWorlds);

const CUSTOMERS: readonly MappingRow[] = [
  { entity: 'firstName', record: 'name', transforms: [{ do: 'case', to: 'upper' }], direction: 'in' },
  { entity: 'lastName', record: 'surname' },
  { entity: 'email', record: 'emailaddress' },
  { entity: 'address.city', record: 'town' },
];

async function preview(recordIds: string[], random = 0, rows: readonly MappingRow[] = CUSTOMERS) {
  const input = { system: 'commusoft', type: 'CONTACT' as EntityType, rows, recordIds, random };
  return (await world.query(PREVIEW_MAPPING, { input })).data?.previewMapping;
}

async function dryRun(rows: readonly MappingRow[], system = 'commusoft', type: EntityType = 'CONTACT') {
  return (await world.query(DRY_RUN_MAPPING, { input: { system, type, rows } })).data?.dryRunMapping;
}

const customers = () => world.simulator('commusoft').tables.customers?.list() ?? [];
const idOf = (at: number) => String(customers()[at]?.id);
const stored = async () => {
  const { store } = world.running.gateway.sync;
  return [await store.snapshots.list('commusoft', 'contact', { limit: 100 }), await store.events.lastSeq()];
};
const calls = () => world.systems.map((id) => world.simulator(id).calls.length);

describe('a preview with real records', () => {
  it('shows field by field what would come in, what is there today, and what would go out', async () => {
    const [record] = (await preview([idOf(0)]))?.records ?? [];

    expect(record?.recordId).toBe(idOf(0));
    expect(record?.entity?.id).toMatch(/^con_/);
    const [first, last] = record?.fields ?? [];
    expect(first?.in).toMatchObject({ steps: [{ does: 'in upper case' }], error: null });
    expect(first?.in?.value).toBe(String(first?.in?.today).toUpperCase());
    expect(first?.out).toBeNull();
    expect(last?.out).toMatchObject({ value: last?.in?.today, record: { surname: last?.in?.today } });
    expect(last?.out?.today).toEqual(last?.in?.record);
  });

  it('takes so many different ones by chance besides', async () => {
    const ids = ((await preview([idOf(3)], 5))?.records ?? []).map(({ recordId }) => recordId);

    expect(ids[0]).toBe(idOf(3));
    expect(new Set(ids).size).toBe(6);
  });

  it('takes all there are where more are wanted', async () => {
    const ids = ((await preview([], 20))?.records ?? []).map(({ recordId }) => recordId);

    expect(new Set(ids).size).toBe(20);
  });

  it.each<[string, () => ReturnType<typeof preview>, string[]]>([
    ['more than twenty records', () => preview([idOf(1)], 20), ['input']],
    ['a record that nobody knows', () => preview(['nobody']), ['input', 'recordIds']],
    [
      'a row with a field that there is not',
      () => preview([], 1, [{ entity: 'x', record: 'surname' }]),
      ['input', 'rows', '0', 'entity'],
    ],
    ['a row that is none', () => preview([], 1, [{ entity: 'email' } as MappingRow]), ['input', 'rows', '0', 'record']],
  ])('refuses %s and says where', async (_, ask, path) => {
    const answer = await ask();

    expect(answer?.records).toEqual([]);
    expect(answer?.userErrors[0]?.path).toEqual(path);
  });
});

describe('a dry run', () => {
  it('counts what would change in the graph and in every system that would be written to, with examples', async () => {
    const { result } = (await dryRun(CUSTOMERS)) ?? {};

    expect(result).toMatchObject({ records: 25, inward: 25, outward: 0, failing: 0 });
    expect(result?.costs.map(({ system, writes }) => [system.id, writes])).toEqual(
      expect.arrayContaining([
        ['ghl', 25],
        ['rossum', 25],
      ]),
    );
    expect(result?.examples).toHaveLength(10);
    const [change] = result?.examples[0]?.inward ?? [];
    expect(change).toMatchObject({ field: 'firstName', after: String(change?.before).toUpperCase() });
  });

  it('counts what would be written to the system itself, call by call', async () => {
    const towns: MappingRow = { entity: 'address.city', record: 'addressline3', direction: 'out' };

    const { result } = (await dryRun([...CUSTOMERS.slice(1, 3), towns])) ?? {};

    expect(result).toMatchObject({ inward: 0, outward: 25 });
    expect(result?.examples[0]?.outward).toEqual([{ field: 'addressline3', before: null, after: 'Bristol' }]);
    expect(result?.costs).toMatchObject([{ system: { id: 'commusoft' }, writes: 25, calls: 100 }]);
    expect(result?.costs[0]?.seconds).toBeGreaterThan(20);
  });

  it('says which records would fail, why, and how many for the same reason', async () => {
    const phones: MappingRow = {
      entity: 'phone',
      record: 'town',
      direction: 'in',
      transforms: [{ do: 'phone', country: 'GB' }],
    };

    const { result } = (await dryRun([...CUSTOMERS.slice(0, 3), phones])) ?? {};

    expect(result).toMatchObject({ failing: 25, reasons: [{ reason: 'phone cannot be read from town', count: 25 }] });
    expect(result?.failures).toHaveLength(20);
    expect(result?.failures[0]?.message).toContain('Bristol');
  });

  it('of the mapping in force finds nothing to do, in every system and of every type', async () => {
    const { systems } = world.running.gateway.sync;
    for (const { id, source, ...system } of systems) {
      for (const kind of Object.keys(source?.collections ?? {}) as Kind[]) {
        const answer = await dryRun(system.mapping(kind), id, kind.toUpperCase() as EntityType);

        expect({ id, kind, errors: answer?.userErrors }).toEqual({ id, kind, errors: [] });
        expect({ id, kind, ...answer?.result }).toMatchObject({ id, kind, inward: 0, outward: 0, failing: 0 });
      }
    }
  });

  it('saves nothing, writes nothing and asks no system for a record', async () => {
    await dryRun(CUSTOMERS);
    const [before, asked] = [await stored(), calls()];

    await dryRun(CUSTOMERS);
    await preview([idOf(0)], 3);

    expect([await stored(), calls()]).toEqual([before, asked]);
    expect(world.systems.flatMap((id) => writesTo(world.simulator(id)))).toEqual([]);
  });
});
