import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EntityType } from '../../src/graphql/generated/resolvers.ts';
import { createFastClock } from '../support/fast-clock.ts';
import { samplePeople } from '../support/people.ts';
import { closeWorlds, startWorld, type World } from '../support/world.ts';
import { ENTITY_FIELDS, RECORD_FIELDS } from './field-documents.ts';

let world: World;
const clock = createFastClock();
beforeAll(async () => {
  const people = samplePeople(5).map((person) => ({ ...person, companyName: `Company ${person.number}` }));
  world = await startWorld({ clock, people: () => people });
});
afterAll(closeWorlds);

async function fieldsOf(system: string, type: EntityType = 'CONTACT', refresh = false) {
  const { data } = await world.query(RECORD_FIELDS, { system, type, refresh });
  return new Map((data?.recordFields ?? []).map((field) => [field.field, field]));
}

const callsTo = (system: string) => world.simulator(system).calls.length;

describe('the fields of records', () => {
  it('are known by the names and choices that people gave them in HighLevel', async () => {
    const fields = await fieldsOf('ghl');

    expect(fields.get('custom.fuel')).toMatchObject({
      label: 'Fuel',
      type: 'CHOICE',
      choices: ['Gas', 'Oil', 'LPG', 'Electric'],
      writable: true,
      known: 'DESCRIBED',
    });
    expect(fields.get('custom.boiler_age')).toMatchObject({ type: 'NUMBER', updates: true });
    expect(fields.get('companyName')).toMatchObject({ creates: true, updates: false });
    expect(fields.get('businessId')).toMatchObject({ writable: false });
  });

  it('come from the schemas of the queues and from the columns of the collections in Rossum', async () => {
    const fields = await fieldsOf('rossum');

    expect(fields.get('document.currency')).toMatchObject({ label: 'Currency', choices: ['gbp', 'eur', 'usd'] });
    expect(fields.get('document.sender_phone')).toMatchObject({ label: 'Sender phone', writable: false });
    expect(fields.has('document.payment_state')).toBe(false);
    expect(fields.get('column.vat_id')).toMatchObject({ known: 'DESCRIBED', writable: false });
    expect(fields.get('party')?.choices).toEqual(['sender']);
  });

  it('say what Commusoft demands', async () => {
    const fields = await fieldsOf('commusoft');

    expect([...fields.values()].filter(({ required }) => required).map(({ field }) => field)).toEqual(['surname']);
  });

  it('have up to three different values of real records as examples', async () => {
    const { examples = [] } = (await fieldsOf('commusoft')).get('surname') ?? {};

    expect(examples).toHaveLength(3);
    expect(new Set(examples).size).toBe(3);
    expect(examples.every((example) => example.length > 0 && example.length <= 80)).toBe(true);
  });

  it('are asked for once in ten minutes, and at once by refresh', async () => {
    await fieldsOf('ghl', 'CONTACT', true);
    const before = callsTo('ghl');
    await fieldsOf('ghl');
    const kept = callsTo('ghl') - before;
    await fieldsOf('ghl', 'CONTACT', true);

    expect([kept, callsTo('ghl') - before]).toEqual([0, 1]);
  });

  it('are answered from what is known where a system is down, and say so', async () => {
    await fieldsOf('ghl', 'CONTACT', true);
    world.simulator('ghl').faults.push({ kind: 'status', status: 401 });
    world.simulator('rossum').faults.push({ kind: 'status', status: 403 });

    const [known, refused] = [await fieldsOf('ghl', 'CONTACT', true), await fieldsOf('rossum', 'NOTE')];
    for (const id of ['ghl', 'rossum']) world.simulator(id).faults.splice(0);

    expect(known.get('custom.fuel')).toMatchObject({ known: 'DESCRIBED', label: 'Fuel' });
    expect(known.get('custom.fuel')?.note).toMatch(/^HighLevel could not be asked .*what it said before\.$/);
    expect(refused.get('body')).toMatchObject({ known: 'SEEN', type: 'TEXT', updates: true });
    expect(refused.get('body')?.note).toMatch(/^Rossum could not be asked .*what its records show\.$/);
  });

  it('are of a system that is known', async () => {
    const { errors } = await world.query(RECORD_FIELDS, { system: 'nobody', type: 'CONTACT' });

    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });
});

describe('the fields of the graph', () => {
  it('are those of the model, then the custom fields of all systems', async () => {
    const { data } = await world.query(ENTITY_FIELDS, { type: 'CONTACT' });
    const fields = data?.entityFields ?? [];
    const field = (name: string) => fields.find((one) => one.field === name);

    expect(field('address.postcode')).toMatchObject({ label: 'Address postcode', type: 'TEXT', systems: [] });
    expect(field('businessId')).toMatchObject({ writable: false });
    expect(field('custom.fuel')).toMatchObject({ label: 'Fuel', systems: [{ id: 'ghl' }] });
    expect(field('custom.vat_id')).toMatchObject({ label: 'VAT number', systems: [{ id: 'rossum' }] });
  });

  it('say what is required and what is a closed list', async () => {
    const { data } = await world.query(ENTITY_FIELDS, { type: 'APPOINTMENT' });

    const required = data?.entityFields.filter(({ required }) => required).map(({ field }) => field);
    expect(required).toEqual(['title', 'startsAt']);
    expect(data?.entityFields.find(({ field }) => field === 'status')?.values).toContain('NO_SHOW');
  });
});
