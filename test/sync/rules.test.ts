import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Rule } from '../../src/model/rule.ts';
import type { Person } from '../../src/sources/simulator.ts';
import { pullContacts } from '../../src/sync/pull.ts';
import { createFastClock, type FastClock } from '../support/fast-clock.ts';
import { samplePeople, samplePerson } from '../support/people.ts';
import { closeWorlds, startWorld, type World } from '../support/world.ts';
import { CONTACT, CONTACTS, SYNC_NOW, TASKS, UPDATE_CONTACT } from './documents.ts';
import { checkHighLevelCalls, recordHighLevelCalls } from './high-level.ts';
import { FIRINGS, UPDATE_RULE } from './rule-documents.ts';
import { rowWith, settled, until, writesTo } from './scene.ts';

afterEach(async () => {
  recordHighLevelCalls();
  await closeWorlds();
});
afterAll(checkHighLevelCalls);

interface Scene {
  readonly world: World;
  readonly clock: FastClock;
}

const MINUTE = 60_000;

/** Systems that keep their changes to themselves until they are asked, and two people whom all of them hold. */
async function scene(
  systems: string[],
  people: (system: string) => Person[] = () => samplePeople(2),
  sandbox = 'on',
): Promise<Scene> {
  const clock = createFastClock();
  const world = await startWorld({ systems, clock, people, env: { SANDBOX: sandbox } });
  for (const system of systems) world.simulator(system).webhooks.lost = true;
  return { world, clock };
}

/** What the rules that answer to events did, oldest first. */
async function firings(world: World) {
  const { data } = await world.query(FIRINGS, { first: 100 });
  return (data?.ruleFirings.nodes ?? []).filter(({ event }) => event !== null).toReversed();
}

const fired = (world: World, ruleId: string) => firingsOf(world, ruleId).then((found) => found.length > 0);
const firingsOf = async (world: World, ruleId: string) =>
  (await world.query(FIRINGS, { first: 100, ruleId })).data?.ruleFirings.nodes ?? [];
const nothingPending = (world: World) =>
  until(world, async () => (await world.running.gateway.sync.store.firings.nextDue()) === null);

/** Changes the person's record at the system's screen, and has the system read. */
async function edit(
  { world, clock }: Scene,
  [system, table]: readonly [string, string],
  [column, value]: readonly [string, string],
  patch: Record<string, unknown>,
): Promise<void> {
  clock.leap(MINUTE);
  world.simulator(system).tables[table]?.change(String(rowWith(world, system, table, column, value).id), patch);
  clock.leap(MINUTE);
  await world.query(SYNC_NOW, { input: { systems: [system] } });
}

const CONTACT_OF_GHL = ['ghl', 'contacts'] as const;
const ANN = ['email', samplePerson(1).email ?? ''] as const;
const BOB = ['email', samplePerson(2).email ?? ''] as const;

describe('a change to a contact in a system', () => {
  it('creates one task to check it, in HighLevel too, and none for the same change read again', async () => {
    const here = await scene(['ghl', 'rossum']);
    const { world } = here;

    await edit(here, CONTACT_OF_GHL, ANN, { phone: '+447700900777' });
    await until(world, () => fired(world, 'rul_changed-details'));
    await settled(world);
    await world.query(SYNC_NOW, { input: { full: true } });
    await edit(here, CONTACT_OF_GHL, BOB, { phone: '+447700900778' });
    await until(world, async () => (await firings(world)).length > 1);
    await settled(world);

    const done = await firings(world);
    expect(done.map(({ state, result }) => [state, result])).toEqual([
      ['DONE', `created the task "Check the new phone of ${nameOf(1)}"`],
      ['DONE', `created the task "Check the new phone of ${nameOf(2)}"`],
    ]);
    const [row] = tasksOf(world, 'ghl', `Check the new phone of ${nameOf(1)}`);
    expect(row?.contactId).toBe(rowWith(world, 'ghl', 'contacts', ...ANN).id);
    expect(tasksOf(world, 'ghl', `Check the new phone of ${nameOf(1)}`)).toHaveLength(1);
  });

  it('creates none during the first sync, whatever differs between the systems', async () => {
    const { address: _, ...homeless } = samplePerson(1);
    const here = await scene(['ghl', 'rossum'], (system) => [system === 'ghl' ? homeless : samplePerson(1)]);
    const { events } = here.world.running.gateway.sync.store;
    const merged = (await events.after(0, { kinds: ['UPDATED'], types: ['contact'] }, 100)).filter(({ changes }) =>
      changes.some(({ field }) => field === 'address.line1'),
    );

    await edit(here, CONTACT_OF_GHL, ANN, { phone: '+447700900777' });
    await until(here.world, () => fired(here.world, 'rul_changed-details'));

    expect(merged).toHaveLength(1);
    expect((await firings(here.world)).map(({ rule }) => rule?.id)).toEqual(['rul_changed-details']);
  });

  it("creates none for a caller's change, nor for its echo", async () => {
    const here = await scene(['ghl', 'rossum']);
    const { world } = here;
    const { data } = await world.query(CONTACTS, { first: 10, search: nameOf(1) });
    await world.query(UPDATE_CONTACT, { input: { id: data?.contacts.nodes[0]?.id ?? '', phone: '07700 900 555' } });
    await settled(world);
    await world.query(SYNC_NOW, { input: { full: true } });

    await edit(here, CONTACT_OF_GHL, BOB, { phone: '+447700900778' });
    await until(world, () => fired(world, 'rul_changed-details'));

    expect((await firings(world)).map(({ result }) => result)).toEqual([
      `created the task "Check the new phone of ${nameOf(2)}"`,
    ]);
  });

  it('creates none while the rule is off, and none afterwards for what happened meanwhile', async () => {
    const here = await scene(['ghl']);
    const { world } = here;
    await world.query(UPDATE_RULE, { input: { id: 'rul_changed-details', enabled: false } });
    await edit(here, CONTACT_OF_GHL, ANN, { phone: '+447700900777' });
    await world.query(UPDATE_RULE, { input: { id: 'rul_changed-details', enabled: true } });

    await edit(here, CONTACT_OF_GHL, BOB, { phone: '+447700900778' });
    await until(world, () => fired(world, 'rul_changed-details'));

    expect((await firings(world)).map(({ result }) => result)).toEqual([
      `created the task "Check the new phone of ${nameOf(2)}"`,
    ]);
  });

  it('says in the task and in the version of it what it was done for', async () => {
    const here = await scene(['ghl']);
    await edit(here, CONTACT_OF_GHL, ANN, { phone: '+447700900777' });
    const told = await here.world.event(({ kind, type }) => kind === 'RULE_FIRED' && type === 'contact');
    await settled(here.world);

    const { data } = await here.world.query(TASKS, {});
    const task = data?.tasks.nodes.find(({ title }) => title === `Check the new phone of ${nameOf(1)}`);
    const { versions } = here.world.running.gateway.sync.store;
    const history = await versions.page(task?.id ?? '', { limit: 10, forward: true, from: null });
    expect(told.message).toContain('a task is created to check it: created the task');
    expect(task?.body).toBe('Changed in HighLevel.');
    expect(history.items.at(-1)?.why).toMatch(/^Rule: When the phone/);
  });
});

describe('a changed note', () => {
  it('creates a task, and a second change none while that is open', async () => {
    const here = await scene(['ghl']);
    const { world } = here;
    const note = ['body', samplePerson(1).notes[0]?.body ?? ''] as const;

    await edit(here, ['ghl', 'notes'], note, { body: 'Prefers evenings' });
    await until(world, () => fired(world, 'rul_changed-note'));
    await edit(here, ['ghl', 'notes'], ['body', 'Prefers evenings'], { body: 'Prefers nights' });
    await until(world, async () => (await firings(world)).length > 1);
    await settled(world);

    const title = `Read the changed note about ${nameOf(1)}`;
    expect((await firings(world)).map(({ result }) => result)).toEqual([
      `created the task "${title}"`,
      `left the open task "${title}" as it is`,
    ]);
    expect(tasksOf(world, 'ghl', title)).toHaveLength(1);
  });
});

describe('a contact changed in Commusoft', () => {
  const CUSTOMER = ['commusoft', 'customers'] as const;
  const mailbox = (n: number) => ['emailaddress', samplePerson(n).email ?? ''] as const;

  it('pulls the latest from HighLevel and writes to Commusoft what then differs', async () => {
    const here = await scene(['ghl', 'commusoft'], undefined, 'off');
    const { world, clock } = here;
    clock.leap(MINUTE);
    const { id } = rowWith(world, 'ghl', 'contacts', ...ANN);
    world.simulator('ghl').tables.contacts?.change(String(id), { phone: '+447700900777' });
    const since = world.simulator('commusoft').calls.length;

    await edit(here, CUSTOMER, mailbox(1), { addressline1: '9 New Road' });
    await until(world, () => fired(world, 'rul_commusoft-pull'));
    await nothingPending(world);
    await settled(world);

    const { data } = await world.query(CONTACTS, { first: 10, search: nameOf(1) });
    const { data: whole } = await world.query(CONTACT, { by: { id: data?.contacts.nodes[0]?.id ?? '' } });
    expect(whole?.contact).toMatchObject({ phone: '+447700900777', address: { line1: '9 New Road' } });
    expect(rowWith(world, 'commusoft', 'customers', ...mailbox(1)).mobile).toContain('900777');
    expect(writesTo(world.simulator('commusoft'), since)).toHaveLength(1);
  });

  it('is read together with others that changed at once, in one call a system', async () => {
    const { world } = await scene(['ghl', 'commusoft'], () => samplePeople(6), 'off');
    const { data } = await world.query(CONTACTS, { first: 10 });
    const contactIds = data?.contacts.nodes.map(({ id }) => id) ?? [];
    const since = world.systems.map((system) => world.simulator(system).calls.length);

    const pull = { contactIds, origin: 'commusoft', correlationId: 'fir_1', why: 'A test' };
    const failed = await pullContacts(world.running.gateway.sync, pull);

    const made = world.systems.map((system, i) =>
      world
        .simulator(system)
        .calls.slice(since[i])
        .map(({ path }) => path),
    );
    expect(contactIds).toHaveLength(6);
    expect(failed.size).toBe(0);
    expect(Object.fromEntries(world.systems.map((system, i) => [system, made[i]]))).toEqual({
      ghl: ['/contacts/search'],
      commusoft: [],
    });
  });

  it('writes nothing to Commusoft where nothing differs', async () => {
    const here = await scene(['ghl', 'commusoft'], undefined, 'off');
    const { world } = here;
    const since = world.simulator('commusoft').calls.length;

    await edit(here, CUSTOMER, mailbox(1), { addressline1: '9 New Road' });
    await until(world, () => fired(world, 'rul_commusoft-pull'));
    await nothingPending(world);
    await settled(world);

    expect(writesTo(world.simulator('commusoft'), since)).toEqual([]);
    expect(rowWith(world, 'ghl', 'contacts', ...ANN).address1).toBe('9 New Road');
  });

  it('waits for a HighLevel that is down, also over a restart, and then pulls once', async () => {
    const here = await scene(['ghl', 'commusoft'], undefined, 'off');
    const { world, clock } = here;
    world.simulator('ghl').faults.push({ kind: 'cut' });
    await edit(here, CUSTOMER, mailbox(1), { addressline1: '9 New Road' });
    await until(world, async () => (await firingsOf(world, 'rul_commusoft-pull'))[0]?.error != null);
    const [waiting] = await firingsOf(world, 'rul_commusoft-pull');

    await world.restart();
    world.simulator('ghl').faults.splice(0);
    clock.leap(60 * MINUTE);
    await nothingPending(world);

    const done = await firingsOf(world, 'rul_commusoft-pull');
    expect(waiting).toMatchObject({ state: 'PENDING', error: expect.stringContaining('HighLevel') });
    expect(done.map(({ state }) => state)).toEqual(['DONE']);
  });
});

describe('rules that lead to one another', () => {
  const tagging = (id: string, whenTagged: string, tag: string): Rule => ({
    id,
    name: `Adds ${tag}`,
    enabled: true,
    trigger: { on: ['changed'], kinds: ['contact'], fields: ['tags'] },
    when: { tag: whenTagged },
    actions: [
      { do: 'removeTags', tags: [whenTagged] },
      { do: 'addTags', tags: [tag] },
    ],
  });

  it('are cut with an alert when one comes back to the first', async () => {
    const here = await scene(['ghl'], undefined, 'off');
    const { world } = here;
    await addRules(world, tagging('rul_ping', 'ping', 'pong'), tagging('rul_pong', 'pong', 'ping'));

    await edit(here, CONTACT_OF_GHL, ANN, { tags: ['ping'] });
    const alert = await world.event(({ reason }) => reason === 'ruleLoop');
    await settled(world);

    const done = await firings(world);
    expect(done.map(({ rule }) => rule?.id)).toEqual(['rul_ping', 'rul_pong']);
    expect(alert.message).toContain('"Adds pong", then "Adds ping", then "Adds pong" again');
    expect(rowWith(world, 'ghl', 'contacts', ...ANN).tags).toEqual(['ping']);
  });

  it('do not answer to their own effects, and need no alert for it', async () => {
    const here = await scene(['ghl'], undefined, 'off');
    const { world } = here;
    const own: Rule = { ...tagging('rul_own', 'ping', 'pong'), actions: [{ do: 'addTags', tags: ['pong'] }] };
    await addRules(world, own);

    await edit(here, CONTACT_OF_GHL, ANN, { tags: ['ping'] });
    await until(world, () => fired(world, 'rul_own'));
    await settled(world);
    await edit(here, CONTACT_OF_GHL, BOB, { tags: ['ping'] });
    await until(world, async () => (await firings(world)).length > 1);

    const { items } = await world.running.gateway.sync.store.events.page(
      { kinds: ['ALERT'] },
      { limit: 10, forward: true, from: null },
    );
    expect((await firings(world)).map(({ result }) => result)).toEqual(['added the tag pong', 'added the tag pong']);
    expect(items).toEqual([]);
  });
});

async function addRules(world: World, ...rules: Rule[]): Promise<void> {
  const { store } = world.running.gateway.sync;
  const activeFrom = await store.events.lastSeq();
  await store.rules.put(
    rules.map((rule) => ({ rule, version: 1, shipped: null, activeFrom, pausedAt: null, resumedAt: 0 })),
  );
}

function nameOf(number: number): string {
  const { firstName, lastName } = samplePerson(number);
  return `${firstName} ${lastName}`;
}

function tasksOf(world: World, system: string, title: string) {
  return (world.simulator(system).tables.tasks?.list() ?? []).filter((row) => row.title === title);
}
