import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ADA,
  type Connection,
  connect,
  crowd,
  DAY,
  everyCall,
  NO_SPECIFICATION,
  only,
  pagesOf,
  recordsOf,
  START,
  specification,
  writerOf,
} from './ghl-connection.ts';

let ghl: Connection;
let ada: string;

beforeEach(async () => {
  ghl = await connect([ADA, ...crowd(20)]);
  ada = ghl.idOf('Marsh');
});

afterEach(() => ghl.close());

const crowdIds = () => Array.from({ length: 20 }, (_, index) => ghl.idOf(`Crowd${index + 1}`));
const nobody = 'aaaaaaaaaaaaaaaaaaaa';

describe('tasks', () => {
  it('of twenty contacts take one call', async () => {
    const lists = (await ghl.tasks.listFor?.(crowdIds())) ?? [];

    expect(ghl.calls()).toEqual([`POST /locations/${ghl.locationId}/tasks/search`]);
    expect(lists).toHaveLength(20);
    expect(lists[19]).toMatchObject([{ contactId: crowdIds()[19], fields: { title: 'Task of 20', completed: false } }]);
  });

  it('are paged until none are left, also where the location holds hundreds', async () => {
    for (let n = 0; n < 229; n++)
      ghl.vendor.tables.tasks?.add({ contactId: ada, title: `More ${n}`, completed: false });
    const pages = await pagesOf(ghl.tasks.scan(null));
    const rest = await recordsOf(ghl.tasks.scan(pages[0]?.resume ?? null));
    const [all] = (await ghl.tasks.listFor?.([ada, ...crowdIds()])) ?? [];

    expect(new Set(pages.flatMap(({ records }) => records.map(({ id }) => id))).size).toBe(250);
    expect(pages.at(-1)?.resume).toBeNull();
    expect(rest).toHaveLength(150);
    expect(all).toHaveLength(230);
  });

  it('are read singly, many at once, and without their contact being known', async () => {
    const tasks = await recordsOf(ghl.tasks.scan(null));
    ghl.calls();
    const many = await ghl.tasks.read([...tasks.slice(0, 10), { id: nobody, contactId: ada }]);
    const calls = ghl.calls();
    const [first] = tasks;
    const lost = await ghl.tasks.read([{ id: first?.id ?? '' }, { id: nobody }, { id: nobody, contactId: nobody }]);

    expect(many).toEqual([...tasks.slice(0, 10), null]);
    expect(calls).toHaveLength(2);
    expect(lost).toEqual([first, null, null]);
  });

  it('are due a day later where no due date is given, and are never without one', async () => {
    const { create, update } = writerOf(ghl.tasks);
    const made = await create({ key: 'k', contactId: ada, fields: { title: 'Ring', body: null, dueDate: null } });

    expect(made).toMatchObject({ contactId: ada, fields: { title: 'Ring', completed: false } });
    expect(made.fields.dueDate).toBe(new Date(START + DAY).toISOString());
    await expect(update(made, { dueDate: null }, made.fields)).rejects.toMatchObject({
      code: 'INVALID',
      details: { path: ['dueDate'] },
    });
    await expect(create({ key: 'k', fields: { title: 'Ring' } })).rejects.toMatchObject({ code: 'INVALID' });
  });

  it('are ticked off by the operation made for it, and otherwise changed as a whole', async () => {
    const { update, remove } = writerOf(ghl.tasks);
    const [task] = (await ghl.tasks.listFor?.([ada])) ?? [];
    const ref = task && 'length' in task ? task[0] : undefined;
    const at = `/contacts/${ada}/tasks/${ref?.id}`;
    ghl.calls();
    const done = await update(ref ?? { id: '' }, { completed: true }, {});
    const changed = await update(ref ?? { id: '' }, { completed: false, body: null }, {});

    expect(ghl.calls()).toEqual([`PUT ${at}/completed`, `PUT ${at}`]);
    expect(done.fields).toMatchObject({ completed: true, body: 'Two boilers' });
    expect(changed.fields).toMatchObject({ completed: false, body: null });
    await remove(changed);
    await remove(changed);
    expect(await ghl.tasks.read([changed])).toEqual([null]);
  });

  it('are found again when the answer to a create was lost', async () => {
    const { create, find } = writerOf(ghl.tasks);
    const record = { key: 'k', contactId: ada, fields: { title: 'Ring', dueDate: '2025-06-05T10:00:00Z' } };
    ghl.vendor.faults.push({ kind: 'lost-answer', match: '^POST .*/tasks$', times: 1 });

    expect(await find(record)).toBeNull();
    await expect(create(record)).rejects.toMatchObject({ code: 'AMBIGUOUS' });
    expect(await find(record)).toMatchObject({ fields: { title: 'Ring' } });
  });
});

describe('notes', () => {
  it('are walked contact by contact and belong to theirs', async () => {
    const notes = await recordsOf(ghl.notes.scan(null));
    const calls = ghl.calls();

    expect(notes).toHaveLength(21);
    expect(calls.filter((call) => call.endsWith('/notes'))).toHaveLength(21);
    expect(notes.find(({ contactId }) => contactId === ada)).toMatchObject({
      createdAt: START - DAY,
      fields: { title: 'Access', body: 'Key at no. 3' },
    });
  });

  it('of one contact are asked for once, however many want them', async () => {
    await Promise.all([ghl.notes.listFor?.([ada]), ghl.notes.listFor?.([ada, ada])]);

    expect(ghl.calls()).toEqual([`GET /contacts/${ada}/notes`]);
  });

  it('are created, changed, found and deleted', async () => {
    const { create, update, find, remove } = writerOf(ghl.notes);
    const record = { key: 'k', contactId: ada, fields: { body: 'Gate code', title: 'Gate' } };
    const made = await create(record);
    const changed = await update(made, { body: 'New code', title: null }, made.fields);

    expect(changed.fields).toMatchObject({ body: 'New code', title: null });
    expect(await find({ ...record, fields: { body: 'New code' } })).toMatchObject({ id: made.id });
    expect(await only(ghl.notes.read([changed]))).toEqual(changed);
    await remove(changed);
    await remove(changed);
    expect(await ghl.notes.read([changed, { id: changed.id }])).toEqual([
      null,
      expect.objectContaining({ code: 'INVALID' }),
    ]);
  });
});

describe('appointments', () => {
  it('are the same through the calendars, one by one and through their contact, whose times say no offset', async () => {
    const scanned = await recordsOf(ghl.appointments.scan(null));
    const survey = scanned.find(({ contactId }) => contactId === ada);
    const [listed] = (await ghl.appointments.listFor?.([ada])) ?? [];

    expect(scanned).toHaveLength(21);
    expect(survey).toMatchObject({
      fields: {
        title: 'Survey',
        startTime: new Date(START + DAY).toISOString(),
        address: '1 Kiln Row',
        notes: 'Ring first',
        appointmentStatus: 'confirmed',
      },
    });
    expect(await only(ghl.appointments.read([{ id: survey?.id ?? '' }]))).toEqual(survey);
    expect(listed).toEqual([survey]);
  });

  it('are walked calendar by calendar, and on from where a walk stopped', async () => {
    const pages = await pagesOf(ghl.appointments.scan(null));
    const rest = await pagesOf(ghl.appointments.scan(pages[2]?.resume ?? null));

    expect(rest.map(({ resume }) => resume)).toEqual(pages.slice(3).map(({ resume }) => resume));
    expect(pages.at(-1)?.resume).toBeNull();
  });

  it('are booked quietly in the calendar of the settings and answered with their stamps', async () => {
    const { create, find } = writerOf(ghl.appointments);
    const fields = {
      title: 'Fit',
      startTime: '2025-06-10T09:00:00Z',
      endTime: '2025-06-10T10:00:00Z',
      notes: 'Side door',
    };
    const made = await create({ key: 'k', contactId: ada, fields });
    const [post] = ghl.madeCalls();

    expect(post?.body).toMatchObject({ toNotify: false, ignoreFreeSlotValidation: true, contactId: ada });
    expect(made).toMatchObject({ contactId: ada, changedAt: START, fields: { title: 'Fit', notes: 'Side door' } });
    expect(await find({ key: 'k', contactId: ada, fields })).toMatchObject({ id: made.id });
  });

  it('stay booked once when they cannot be read again afterwards', async () => {
    const { create } = writerOf(ghl.appointments);
    ghl.vendor.faults.push({ kind: 'status', status: 403, match: '^GET /calendars/events/appointments/' });
    const made = await create({
      key: 'k',
      contactId: ada,
      fields: { title: 'Fit', startTime: '2025-06-10T09:00:00Z' },
    });

    expect(made).toMatchObject({ contactId: ada, fields: { title: 'Fit' } });
  });

  it('are moved, cancelled and deleted', async () => {
    const { update, remove } = writerOf(ghl.appointments);
    const [first] = await recordsOf(ghl.appointments.scan(null));
    const ref = { id: first?.id ?? '' };
    const moved = await update(ref, { startTime: '2025-06-11T09:00:00Z', endTime: '2025-06-11T10:00:00Z' }, {});
    const done = await update(ref, { appointmentStatus: 'completed', notes: null, address: null }, {});

    expect(moved.fields.startTime).toBe('2025-06-11T09:00:00.000Z');
    expect(done.fields).toMatchObject({ appointmentStatus: 'showed', notes: null, address: null });
    await expect(update(ref, { startTime: null }, {})).rejects.toMatchObject({ code: 'INVALID' });
    await remove(ref);
    await remove(ref);
    expect(await ghl.appointments.read([ref])).toEqual([null]);
  });

  it('cannot be created without a calendar to put them in, and say so', async () => {
    const without = await connect([], { GHL_CALENDAR_ID: undefined });

    expect(without.appointments.write).not.toHaveProperty('create');
    expect(without.appointments.note).toContain('GHL_CALENDAR_ID');
    await without.close();
  });
});

describe('tags', () => {
  it('are listed, created once per name, renamed and deleted', async () => {
    const { create, update, find, remove } = writerOf(ghl.tags);
    const made = await create({ key: 'k', fields: { name: 'gas' } });
    const again = await create({ key: 'k', fields: { name: 'GAS' } });
    const renamed = await update(made, { name: 'oil' }, made.fields);
    const [vip, ...others] = await recordsOf(ghl.tags.scan(null));

    expect(again.id).toBe(made.id);
    expect(renamed.fields).toEqual({ name: 'oil' });
    expect(await find({ key: 'k', fields: { name: 'Oil' } })).toEqual(renamed);
    expect(await ghl.tags.read([renamed])).toEqual([renamed]);
    expect(others).toHaveLength(2);
    await remove(renamed);
    await remove(renamed);
    expect(await ghl.tags.read([renamed])).toEqual([null]);
    expect(await ghl.tags.read([{ id: vip?.id ?? '' }, renamed])).toEqual([vip, null]);
  });
});

it("makes only calls that HighLevel's specification allows", (context) => {
  if (!specification) return context.skip(NO_SPECIFICATION);

  expect(everyCall.length).toBeGreaterThan(100);
  expect(specification.objections(everyCall)).toEqual([]);
});
