import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CreateContactInput } from '../../src/client/generated/graphql.ts';
import { AUDIT_LOG, AUTHORS, MAPPING_AUTHORS } from '../graphql/audit-documents.ts';
import { closeWorlds, named, startWorld, type World } from '../support/world.ts';
import { MERGE, REVERT, VERSIONS } from './decisions.ts';
import { CREATE_CONTACT, UPDATE_CONTACT } from './documents.ts';
import { CONFIGURATION, IMPORT_CONFIGURATION } from './log-documents.ts';
import { SAVE_MAPPING } from './mapping-documents.ts';
import { RULES, UPDATE_RULE } from './rule-documents.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld({ systems: ['ghl'], people: () => [], identify: named });
});
afterAll(closeWorlds);

const key = (authorization: string) => ({ authorization });

async function create(input: CreateContactInput, by?: string): Promise<string> {
  const { data } = await world.query(CREATE_CONTACT, { input: { firstName: 'Ann', ...input } }, by ? key(by) : {});
  return data?.createContact.contact?.id ?? '';
}

/** The newest version of a thing, and the events that came of the same. */
async function latest(id: string) {
  const { data } = await world.query(VERSIONS, { id, first: 1 });
  const thing = data?.node;
  const version = thing && 'versions' in thing ? thing.versions.nodes[0] : undefined;
  return {
    actor: version?.actor,
    correlationId: version?.correlationId,
    events: await eventsOf(version?.correlationId),
  };
}

const eventsOf = async (correlationId: string | undefined) =>
  ((await world.query(AUTHORS)).data?.syncEvents.nodes ?? []).filter((event) => event.correlationId === correlationId);

/** Whose doing an event of that kind was, as often as there is one. */
const authors = (events: Awaited<ReturnType<typeof eventsOf>>, kind: string) =>
  events.filter((event) => event.kind === kind).map(({ actor }) => actor);

const noted = async (action: string) =>
  (await world.query(AUDIT_LOG, { first: 1, filter: { actions: [action] } })).data?.auditLog.nodes[0];

describe('versions, events and the audit log name the same caller, under the same correlation id', () => {
  it('for a mutation', async () => {
    const id = await create({ email: 'one@example.com' }, 'key_1');

    const { actor, correlationId, events } = await latest(id);

    expect(actor).toBe('key_1');
    expect(authors(events, 'CREATED')).toEqual(['key_1']);
    expect(await noted('createContact')).toMatchObject({ actor: 'key_1', subject: id, correlationId });
  });

  it('and nobody, where nobody in particular asked', async () => {
    const id = await create({ email: 'nobody@example.com' });
    await world.query(UPDATE_CONTACT, { input: { id, lastName: 'Archer' } });

    const { actor, correlationId, events } = await latest(id);

    expect(actor).toBeNull();
    expect(authors(events, 'UPDATED')).toEqual([null]);
    expect(await noted('updateContact')).toMatchObject({
      actor: null,
      actorName: 'anybody',
      subject: id,
      correlationId,
    });
  });

  it('for a merge and a revert', async () => {
    const [into, from] = [await create({ email: 'into@example.com' }), await create({ phone: '+447700900123' })];
    await world.query(MERGE, { input: { into, from } }, key('key_2'));
    const merged = await latest(into);
    const merging = await noted('mergeContacts');
    await world.query(REVERT, { input: { id: from, version: 1 } }, key('jwt:ann'));
    const reverted = await latest(from);

    expect(merged.actor).toBe('key_2');
    expect(authors(merged.events, 'MERGED')).toEqual(['key_2', 'key_2']);
    expect(merging).toMatchObject({ actor: 'key_2', subject: into, correlationId: merged.correlationId });
    expect(reverted.actor).toBe('jwt:ann');
    expect(await noted('revertTo')).toMatchObject({ actor: 'jwt:ann', correlationId: reverted.correlationId });
  });

  it('for a mapping, saved or imported', async () => {
    const [system, type] = ['ghl', 'CONTACT'] as const;
    const known = async () => (await world.query(MAPPING_AUTHORS, { system, type })).data?.mappings[0];
    const changed = async () =>
      (await world.query(AUTHORS, { filter: { kinds: ['MAPPING_CHANGED'] } })).data?.syncEvents;
    const rows = world.running.gateway.sync.mappings.known(system, 'contact').rows.slice(0, -1);
    await world.query(SAVE_MAPPING, { input: { system, type, rows, confirm: true } }, key('key_3'));
    const saved = await known();
    const entry = await noted('saveMapping');
    const yaml = (await world.query(CONFIGURATION)).data?.configuration ?? '';
    const other = yaml.replace('entity: lastName', 'entity: lastName\n        when: ifEmpty');
    await world.query(IMPORT_CONFIGURATION, { yaml: other }, key('key_4'));

    const [second, first] = (await changed())?.nodes ?? [];

    expect([saved?.actor, (await known())?.actor]).toEqual(['key_3', 'key_4']);
    expect([first, second]).toMatchObject([
      { actor: 'key_3', correlationId: entry?.correlationId },
      { actor: 'key_4', correlationId: (await noted('importConfiguration'))?.correlationId },
    ]);
  });

  it('for a rule, whose versions name nobody, in the audit log', async () => {
    const id = (await world.query(RULES)).data?.rules[0]?.id ?? '';
    await world.query(UPDATE_RULE, { input: { id, name: 'Another name' } }, key('key_5'));

    expect(await noted('updateRule')).toMatchObject({
      actor: 'key_5',
      subject: id,
      outcome: 'DONE',
      detail: { given: ['id', 'name'] },
    });
  });
});
