import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { createFastClock, type FastClock } from '../support/fast-clock.ts';
import { samplePeople } from '../support/people.ts';
import { closeWorlds, startWorld, type World } from '../support/world.ts';
import {
  CONTACT,
  CREATE_CONTACT,
  CREATE_NOTE,
  CREATE_TASK,
  DELIVERIES,
  DISCARD_DELIVERY,
  NAMES,
  RETRY_DELIVERY,
  SYNC_NOW,
  SYSTEMS,
  UPDATE_CONTACT,
} from './documents.ts';
import { checkHighLevelCalls, recordHighLevelCalls } from './high-level.ts';
import { rowWith, settled, statuses, writesTo } from './scene.ts';

afterEach(async () => {
  recordHighLevelCalls();
  await closeWorlds();
});
afterAll(checkHighLevelCalls);

async function scene(): Promise<{ world: World; clock: FastClock; id: string }> {
  const clock = createFastClock();
  const world = await startWorld({ systems: ['ghl', 'rossum'], clock, people: () => samplePeople(2) });
  const { data } = await world.query(NAMES, { first: 20 });
  const contact = data?.contacts.nodes.find(({ records }) => records.some(({ system }) => system.id === 'ghl'));
  return { world, clock, id: contact?.id ?? '' };
}

describe('a write that fails', () => {
  it('is queued while the system is down, and written once it is back', async () => {
    const { world, id } = await scene();
    world.simulator('ghl').faults.push({ kind: 'cut' });

    const { data } = await world.query(UPDATE_CONTACT, { input: { id, firstName: 'Queued' } });
    const receipt = data?.updateContact.receipts.find(({ system }) => system.id === 'ghl');
    const down = await world.query(SYSTEMS);
    world.simulator('ghl').faults.splice(0);
    await settled(world);

    expect(receipt).toMatchObject({ status: 'QUEUED', attempts: 1, error: { retryable: true } });
    expect(Date.parse(receipt?.nextAttemptAt ?? '')).toBeGreaterThan(0);
    expect(down.data?.systems.find((system) => system.id === 'ghl')?.health).toMatchObject({
      state: 'DOWN',
      pendingDeliveries: 1,
    });
    expect(rowWith(world, 'ghl', 'contacts', 'firstName', 'Queued')).toBeTruthy();
    expect((await world.query(SYSTEMS)).data?.systems.find((system) => system.id === 'ghl')?.health.state).toBe('OK');
  });

  it('keeps the order of the changes to one record', async () => {
    const { world, id } = await scene();
    world.simulator('ghl').faults.push({ kind: 'cut' });

    for (const firstName of ['One', 'Two', 'Three']) await world.query(UPDATE_CONTACT, { input: { id, firstName } });
    const since = world.simulator('ghl').calls.length;
    world.simulator('ghl').faults.splice(0);
    await settled(world);

    const sent = writesTo(world.simulator('ghl'), since).map(({ body }) => (body as { firstName?: string }).firstName);
    expect(sent.at(-1)).toBe('Three');
    expect(rowWith(world, 'ghl', 'contacts', 'firstName', 'Three')).toBeTruthy();
  });

  it("is FAILED with the system's own words where the system refuses it", async () => {
    const { world, id } = await scene();
    world.simulator('ghl').faults.push({ match: '^PUT /contacts/', kind: 'status', status: 422 });

    const { data } = await world.query(UPDATE_CONTACT, { input: { id, firstName: 'Refused' } });

    expect(statuses(data?.updateContact.receipts)).toEqual({ ghl: 'FAILED', rossum: 'APPLIED' });
    expect(data?.updateContact.receipts[0]?.error?.message).toContain('Injected fault');
    const failed = await world.query(DELIVERIES, { filter: { statuses: ['FAILED'], entityId: id } });
    expect(failed.data?.deliveries.nodes).toMatchObject([{ system: { id: 'ghl' }, attempts: 1, nextAttemptAt: null }]);
  });

  it('is not doubled where the answer to a creation got lost', async () => {
    const { world, id } = await scene();
    world.simulator('ghl').faults.push({ match: '^POST /contacts/$', kind: 'lost-answer', times: 1 });
    world.simulator('ghl').faults.push({ match: '^POST /contacts/[^/]+/tasks$', kind: 'lost-answer', times: 1 });
    world.simulator('ghl').faults.push({ match: '^POST /contacts/[^/]+/notes$', kind: 'lost-answer', times: 1 });

    const contact = await world.query(CREATE_CONTACT, { input: { email: 'once@example.com', phone: '+447700912345' } });
    const task = await world.query(CREATE_TASK, { input: { contactId: id, title: 'Only once' } });
    const note = await world.query(CREATE_NOTE, { input: { contactId: id, body: 'Only one of me' } });
    await settled(world);

    expect(statuses(contact.data?.createContact.receipts).ghl).toBe('QUEUED');
    expect(statuses(task.data?.createTask.receipts).ghl).toBe('QUEUED');
    expect(statuses(note.data?.createNote.receipts).ghl).toBe('QUEUED');
    expect(rowWith(world, 'ghl', 'contacts', 'email', 'once@example.com')).toBeTruthy();
    expect(rowWith(world, 'ghl', 'tasks', 'title', 'Only once')).toBeTruthy();
    expect(rowWith(world, 'ghl', 'notes', 'body', 'Only one of me')).toBeTruthy();
    const { data } = await world.query(CONTACT, { by: { id } }, { 'x-max-age': '0' });
    expect(data?.contact?.tasks.nodes.filter(({ title }) => title === 'Only once')).toHaveLength(1);
    expect(data?.contact?.notes.nodes.filter(({ body }) => body === 'Only one of me')).toHaveLength(1);
  });

  it('leaves nothing behind where a creation of unknown outcome is taken back', async () => {
    const { world } = await scene();
    world.simulator('ghl').faults.push({ match: '^POST /contacts/$', kind: 'lost-answer', times: 1 });

    const { data } = await world.query(CREATE_CONTACT, { input: { email: 'never@example.com', onFailure: 'UNDO' } });
    await settled(world);

    expect(statuses(data?.createContact.receipts)).toMatchObject({ rossum: 'UNDONE' });
    expect(
      world
        .simulator('ghl')
        .tables.contacts?.list()
        .some(({ email }) => email === 'never@example.com'),
    ).toBe(false);
  });

  it('goes on with a new token where the old one expires in the middle of a run', async () => {
    const { world } = await scene();
    world.simulator('rossum').faults.push({ match: 'data/find', kind: 'status', status: 401, times: 1 });

    const { data } = await world.query(SYNC_NOW, { input: { systems: ['rossum'], full: true } });

    expect(data?.syncNow.runs).toMatchObject([{ error: null, progress: 1 }]);
  });

  it('can be tried again by a person, or given up', async () => {
    const { world, id } = await scene();
    world.simulator('ghl').faults.push({ match: '^PUT /contacts/', kind: 'status', status: 422 });
    await world.query(UPDATE_CONTACT, { input: { id, firstName: 'Again' } });
    await world.query(UPDATE_CONTACT, { input: { id, lastName: 'Never' } });
    const failed = await world.query(DELIVERIES, { filter: { system: 'ghl', statuses: ['FAILED'] } });
    const [second, first] = failed.data?.deliveries.nodes ?? [];

    const refused = await world.query(RETRY_DELIVERY, { id: first?.id ?? '' });
    world.simulator('ghl').faults.splice(0);
    const retried = await world.query(RETRY_DELIVERY, { id: first?.id ?? '' });
    const discarded = await world.query(DISCARD_DELIVERY, { id: second?.id ?? '' });
    const twice = await world.query(RETRY_DELIVERY, { id: second?.id ?? '' });

    expect(refused.data?.retryDelivery.delivery).toMatchObject({ status: 'FAILED', attempts: 2 });
    expect(retried.data?.retryDelivery.delivery).toMatchObject({ status: 'APPLIED', error: null });
    expect(discarded.data?.discardDelivery.delivery).toMatchObject({ status: 'SKIPPED' });
    expect(twice.data?.retryDelivery.userErrors).toMatchObject([{ code: 'INVALID' }]);
    expect(rowWith(world, 'ghl', 'contacts', 'firstName', 'Again').lastName).not.toBe('Never');
  });

  it('survives several restarts, and is written when the system is back', async () => {
    const { world, clock, id } = await scene();
    world.simulator('ghl').faults.push({ kind: 'cut' });
    await world.query(UPDATE_CONTACT, { input: { id, firstName: 'Patient' } });

    await world.restart();
    await world.restart();
    world.simulator('ghl').faults.splice(0);
    clock.leap(3_600_000);
    await settled(world);

    expect(rowWith(world, 'ghl', 'contacts', 'firstName', 'Patient')).toBeTruthy();
  });

  it('gives way to an edit that was made later in the system while the write waited', async () => {
    const { world, clock, id } = await scene();
    world.simulator('ghl').webhooks.lost = true;
    world.simulator('ghl').faults.push({ kind: 'cut' });
    await world.query(UPDATE_CONTACT, { input: { id, firstName: 'Earlier', lastName: 'Kept' } });
    const record = (await world.query(CONTACT, { by: { id } })).data?.contact?.records.find(
      ({ system }) => system.id === 'ghl',
    );
    clock.leap(60_000);

    world.simulator('ghl').tables.contacts?.change(record?.id ?? '', { firstName: 'Later' });
    world.simulator('ghl').faults.splice(0);
    clock.leap(60_000);
    await settled(world);

    expect((await world.query(CONTACT, { by: { id } })).data?.contact).toMatchObject({
      firstName: 'Later',
      lastName: 'Kept',
    });
    expect(rowWith(world, 'ghl', 'contacts', 'firstName', 'Later')).toMatchObject({ lastName: 'Kept' });
    expect(rowWith(world, 'rossum', 'contacts', 'first_name', 'Later')).toMatchObject({ last_name: 'Kept' });
  });
});
