import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { createFastClock } from '../support/fast-clock.ts';
import { samplePeople } from '../support/people.ts';
import { closeWorlds, startWorld, type World } from '../support/world.ts';
import {
  CANCEL_APPOINTMENT,
  COMPLETE_TASK,
  CREATE_APPOINTMENT,
  CREATE_CONTACT,
  CREATE_NOTE,
  CREATE_TASK,
  DELETE_NOTE,
  DELETE_TASK,
  NAMES,
  TASKS,
  UPDATE_APPOINTMENT,
  UPDATE_NOTE,
  UPDATE_TASK,
} from './documents.ts';
import { checkHighLevelCalls, recordHighLevelCalls } from './high-level.ts';
import { rowWith, settled, statuses } from './scene.ts';

afterEach(async () => {
  recordHighLevelCalls();
  await closeWorlds();
});
afterAll(checkHighLevelCalls);

const EVERYWHERE = { commusoft: 'APPLIED', ghl: 'APPLIED', rossum: 'APPLIED' };

async function worldWithContact(): Promise<{ world: World; contactId: string }> {
  const world = await startWorld({ clock: createFastClock(), people: () => samplePeople(2) });
  const { data } = await world.query(NAMES, { first: 20 });
  const contact = data?.contacts.nodes.find(({ records }) => records.some(({ system }) => system.id === 'ghl'));
  return { world, contactId: contact?.id ?? '' };
}

describe('a mutation of what belongs to a contact', () => {
  it('creates, changes, completes and deletes a task in every system', async () => {
    const { world, contactId } = await worldWithContact();
    const input = { contactId, title: 'Fix the boiler', body: 'Second floor', dueAt: '2027-03-01T09:00:00Z' };

    const created = await world.query(CREATE_TASK, { input });
    const id = created.data?.createTask.task?.id ?? '';
    const updated = await world.query(UPDATE_TASK, { input: { id, title: 'Fix both boilers' } });
    const completed = await world.query(COMPLETE_TASK, { input: { id } });
    const row = rowWith(world, 'ghl', 'tasks', 'title', 'Fix both boilers');
    const deleted = await world.query(DELETE_TASK, { input: { id } });

    expect(statuses(created.data?.createTask.receipts)).toEqual(EVERYWHERE);
    expect(statuses(updated.data?.updateTask.receipts)).toEqual(EVERYWHERE);
    expect(updated.data?.updateTask.task).toMatchObject({ title: 'Fix both boilers', body: 'Second floor' });
    expect(statuses(completed.data?.completeTask.receipts)).toEqual(EVERYWHERE);
    expect(row).toMatchObject({ completed: true, body: 'Second floor' });
    expect(statuses(deleted.data?.deleteTask.receipts)).toEqual(EVERYWHERE);
    expect(
      world
        .simulator('ghl')
        .tables.tasks?.list()
        .some(({ title }) => title === 'Fix both boilers'),
    ).toBe(false);
    expect(rowWith(world, 'rossum', 'tasks', 'title', 'Fix both boilers').deleted_at).toBeTruthy();
  });

  it('lists what was written once, although its own notices have come in', async () => {
    const { world, contactId } = await worldWithContact();

    await Promise.all(
      [1, 2, 3, 4].map((n) => world.query(CREATE_TASK, { input: { contactId, title: `Errand ${n}` } })),
    );
    await settled(world);
    await world.query(TASKS, { filter: { contactId } }, { 'x-max-age': '0' });
    const { data } = await world.query(TASKS, { filter: { contactId } });

    const errands = data?.tasks.nodes.filter(({ title }) => title.startsWith('Errand'));
    expect(errands?.map(({ title }) => title).sort()).toEqual(['Errand 1', 'Errand 2', 'Errand 3', 'Errand 4']);
    for (const errand of errands ?? []) expect(errand.records).toHaveLength(3);
  });

  it('creates, changes and deletes a note in every system', async () => {
    const { world, contactId } = await worldWithContact();

    const created = await world.query(CREATE_NOTE, { input: { contactId, body: 'Key under the mat' } });
    const id = created.data?.createNote.note?.id ?? '';
    const updated = await world.query(UPDATE_NOTE, { input: { id, body: 'Key at no. 3' } });
    const row = rowWith(world, 'rossum', 'notes', 'body', 'Key at no. 3');
    const deleted = await world.query(DELETE_NOTE, { input: { id } });

    expect(statuses(created.data?.createNote.receipts)).toEqual(EVERYWHERE);
    expect(statuses(updated.data?.updateNote.receipts)).toEqual(EVERYWHERE);
    expect(row.deleted_at ?? null).toBeNull();
    expect(statuses(deleted.data?.deleteNote.receipts)).toEqual(EVERYWHERE);
    expect(
      world
        .simulator('ghl')
        .tables.notes?.list()
        .some(({ body }) => body === 'Key at no. 3'),
    ).toBe(false);
  });

  it('creates an appointment, moves it and cancels it, and says where that cannot be done', async () => {
    const { world, contactId } = await worldWithContact();
    const input = { contactId, title: 'Survey', startsAt: '2027-03-02T10:00:00Z', systems: ['ghl', 'rossum'] };

    const created = await world.query(CREATE_APPOINTMENT, { input });
    const id = created.data?.createAppointment.appointment?.id ?? '';
    const moved = await world.query(UPDATE_APPOINTMENT, {
      input: { id, startsAt: '2027-03-02T11:00:00Z', endsAt: '2027-03-02T12:00:00Z' },
    });
    const cancelled = await world.query(CANCEL_APPOINTMENT, { input: { id } });

    expect(created.data?.createAppointment.appointment?.endsAt).toBe('2027-03-02T11:00:00.000Z');
    expect(statuses(created.data?.createAppointment.receipts)).toEqual({ ghl: 'APPLIED', rossum: 'APPLIED' });
    expect(statuses(moved.data?.updateAppointment.receipts)).toMatchObject({ ghl: 'APPLIED', rossum: 'APPLIED' });
    expect(statuses(cancelled.data?.cancelAppointment.receipts)).toMatchObject({ ghl: 'APPLIED', rossum: 'APPLIED' });
    expect(cancelled.data?.cancelAppointment.appointment?.status).toBe('CANCELLED');
    expect(rowWith(world, 'rossum', 'appointments', 'title', 'Survey').status).toBe('cancelled');
  });

  it('answers UNSUPPORTED where a system keeps appointments that it cannot change', async () => {
    const { world, contactId } = await worldWithContact();
    const input = { contactId, title: 'Boiler service', startsAt: '2027-03-03T10:00:00Z', systems: ['commusoft'] };
    const created = await world.query(CREATE_APPOINTMENT, { input });
    const id = created.data?.createAppointment.appointment?.id ?? '';

    const { data } = await world.query(CANCEL_APPOINTMENT, { input: { id } });

    expect(statuses(created.data?.createAppointment.receipts)).toEqual({ commusoft: 'APPLIED' });
    expect(statuses(data?.cancelAppointment.receipts)).toEqual({
      commusoft: 'UNSUPPORTED',
      ghl: 'SKIPPED',
      rossum: 'SKIPPED',
    });
    expect(data?.cancelAppointment.receipts[0]?.error?.message).toContain('Commusoft cannot');
  });

  it('leaves out the systems that do not hold its contact', async () => {
    const world = await startWorld({ clock: createFastClock(), people: () => samplePeople(1) });
    const created = await world.query(CREATE_CONTACT, { input: { email: 'solo@example.com', systems: ['rossum'] } });

    const { data } = await world.query(CREATE_TASK, {
      input: { contactId: created.data?.createContact.contact?.id ?? '', title: 'Alone' },
    });

    expect(statuses(data?.createTask.receipts)).toEqual({ commusoft: 'SKIPPED', ghl: 'SKIPPED', rossum: 'APPLIED' });
  });

  it('waits for a contact that is still on its way to a system', async () => {
    const clock = createFastClock();
    const world = await startWorld({ systems: ['ghl', 'rossum'], clock, people: () => samplePeople(1) });
    world.simulator('ghl').faults.push({ kind: 'cut' });
    const created = await world.query(CREATE_CONTACT, { input: { firstName: 'Late', email: 'late@example.com' } });
    const contactId = created.data?.createContact.contact?.id ?? '';

    const { data } = await world.query(CREATE_TASK, { input: { contactId, title: 'Call Late' } });
    world.simulator('ghl').faults.splice(0);
    await settled(world);

    expect(statuses(created.data?.createContact.receipts)).toEqual({ ghl: 'QUEUED', rossum: 'APPLIED' });
    expect(statuses(data?.createTask.receipts)).toEqual({ ghl: 'QUEUED', rossum: 'APPLIED' });
    expect(data?.createTask.receipts[0]?.error?.message).toContain('still on its way');
    const contact = rowWith(world, 'ghl', 'contacts', 'email', 'late@example.com');
    expect(rowWith(world, 'ghl', 'tasks', 'title', 'Call Late')).toMatchObject({ contactId: contact.id });
  });
});
