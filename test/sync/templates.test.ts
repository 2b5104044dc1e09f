import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KINDS } from '../../src/model/kind.ts';
import { saveMappings } from '../../src/sync/save-mapping.ts';
import { templates } from '../../src/templates/index.ts';
import { createFastClock } from '../support/fast-clock.ts';
import { samplePeople } from '../support/people.ts';
import { closeWorlds, startWorld, type World } from '../support/world.ts';
import { CONTACTS } from './documents.ts';
import { rowWith, settled } from './scene.ts';
import { APPLY_TEMPLATE, MAPPING_TEMPLATES } from './template-documents.ts';

afterAll(closeWorlds);

const start = (env = {}) => startWorld({ clock: createFastClock(), people: () => samplePeople(4), env });
const applied = async (world: World, id: string, confirm: boolean) =>
  (await world.query(APPLY_TEMPLATE, { input: { id, confirm } })).data?.applyTemplate;
const inForce = (world: World) =>
  world.running.gateway.sync.systems.flatMap(({ mapping }) => KINDS.map((kind) => mapping(kind)));
describe('the templates that ship', () => {
  let world: World;
  beforeAll(async () => {
    world = await start();
  });

  it('say what they do and what keeps them from being applied', async () => {
    const { data } = await world.query(MAPPING_TEMPLATES);
    const unmet = data?.mappingTemplates.filter((template) => template.unmet.length > 0) ?? [];

    expect(data?.mappingTemplates).toHaveLength(8);
    expect(unmet.map(({ id }) => id)).toEqual(['rossum-recipient-contact']);
    expect(unmet[0]?.unmet[0]).toContain('ROSSUM_PARTY=recipient');
  });

  it.each(templates.filter(({ id }) => id !== 'rossum-recipient-contact').map(({ id }) => id))(
    '%s shows its diff and saves nothing without confirm',
    async (id) => {
      const before = inForce(world);

      const answer = await applied(world, id, false);

      expect(answer?.userErrors).toEqual([]);
      expect(answer?.applied).toBe(false);
      expect(answer?.changes.map(({ system, type }) => `${system.id} ${type}`)).toEqual(
        templates.find((one) => one.id === id)?.parts.map(({ system, kind }) => `${system} ${kind.toUpperCase()}`),
      );
      expect(inForce(world)).toEqual(before);
    },
  );

  it('what an account has no place for is left out and said', async () => {
    const answer = await applied(world, 'rossum-sender-contact', false);

    expect(answer?.changes[0]?.leftOut).toContain('custom.tax_id from document.sender_dic: there is no such field');
  });

  it('one that this account cannot use is UNSUPPORTED, with or without confirm', async () => {
    const before = inForce(world);

    const answers = [false, true].map((confirm) => applied(world, 'rossum-recipient-contact', confirm));

    for (const answer of await Promise.all(answers)) {
      expect(answer).toMatchObject({ applied: false, changes: [], userErrors: [{ code: 'UNSUPPORTED' }] });
    }
    expect(inForce(world)).toEqual(before);
  });

  it('one that there is not is NOT_FOUND', async () => {
    expect((await applied(world, 'nothing', true))?.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  it('one of contacts makes what comes in from HighLevel go out to Commusoft accordingly', async () => {
    await applied(world, 'ghl-commusoft-contact', true);
    const contact = rowWith(world, 'ghl', 'contacts', 'email', samplePeople(1)[0]?.email);
    const after = await world.running.gateway.sync.store.events.lastSeq();

    world.simulator('ghl').tables.contacts?.change(String(contact.id), { firstName: 'Zoe', postalCode: 'ls1 4ab' });
    await world.event((event) => event.kind === 'WRITE_APPLIED' && event.system === 'commusoft', after);
    await settled(world);

    expect(rowWith(world, 'commusoft', 'customers', 'name', 'Zoe').postcode).toBe('LS1 4AB');
  });

  it('each can be applied, all of it, and then changes nothing more', async () => {
    for (const { id } of templates.filter((template) => template.id !== 'rossum-recipient-contact')) {
      const answer = await applied(world, id, true);
      const again = await applied(world, id, false);

      expect({ id, errors: answer?.userErrors, applied: answer?.applied }).toEqual({ id, errors: [], applied: true });
      const left = again?.changes.flatMap(({ added, changed, removed }) => [added, changed, removed]);
      expect({ id, left: left?.flat() }).toEqual({ id, left: [] });
    }
  });
});

describe('mappings that are saved together', () => {
  it('are put in force all or none', async () => {
    const world = await start();
    const { sync } = world.running.gateway;
    const before = inForce(world);
    const plain = { kind: 'contact', why: null, basedOn: null, confirm: true, writeNow: false } as const;
    const options = { ...plain, actor: null, correlationId: 'cor_1' };

    const outcomes = await saveMappings(sync, [
      { ...options, system: 'ghl', rows: [{ entity: 'firstName', record: 'firstName' }] },
      { ...options, system: 'commusoft', rows: [{ entity: 'firstName', record: 'nowhere' }] },
    ]);

    expect(outcomes.map(({ became }) => became)).toEqual(['refused']);
    expect(inForce(world)).toEqual(before);
    expect(await sync.store.mappings.inForce()).toEqual([]);
  });
});

describe('recipients of documents', () => {
  it('become contacts where the settings say so', async () => {
    const world = await start({ ROSSUM_PARTY: 'recipient' });

    const answer = await applied(world, 'rossum-recipient-contact', true);

    expect(answer).toMatchObject({ applied: true, userErrors: [] });
    const { data } = await world.query(CONTACTS, { first: 50 });
    expect(data?.contacts.nodes.map(({ name }) => name)).toContain('Acme Services Ltd');
  });
});
