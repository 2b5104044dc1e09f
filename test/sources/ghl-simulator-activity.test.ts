import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { START, startVendor, type Vendor } from './ghl-vendor.ts';

let vendor: Vendor;
let contact: string;

beforeEach(async () => {
  vendor = await startVendor();
  contact = `/contacts/${vendor.idOf('Marsh')}`;
});

afterEach(() => vendor.running.close());

const CALENDARS = { version: '2021-04-15' };

describe('tasks', () => {
  it('are created with 201, completed by their own operation, and deleted', async () => {
    const body = { title: 'Fit pump', dueDate: '2025-06-03T10:00:00+01:00', completed: false };
    const created = await vendor.call('POST', `${contact}/tasks`, body);
    const path = `${contact}/tasks/${created.body.task.id}`;
    const completed = await vendor.call('PUT', `${path}/completed`, { completed: true });
    const deleted = await vendor.call('DELETE', path);
    const gone = await vendor.call('GET', path);

    expect([created.status, completed.status]).toEqual([201, 200]);
    expect(created.body.task).toMatchObject({ dueDate: '2025-06-03T09:00:00.000Z', contactId: vendor.idOf('Marsh') });
    expect(created.body.task).not.toHaveProperty('dateAdded');
    expect(completed.body.task).toMatchObject({ title: 'Fit pump', completed: true });
    expect(deleted.body).toMatchObject({ succeded: true });
    expect(gone.status).toBe(404);
  });

  it('need a title, a date and whether they are done', async () => {
    const answer = await vendor.call('POST', `${contact}/tasks`, { dueDate: 'soon', tags: [] });

    expect(answer.status).toBe(422);
    expect(answer.body.message).toEqual([
      'title should not be empty',
      'dueDate must be a valid ISO 8601 date string',
      'completed should not be empty',
      'property tags should not exist',
    ]);
  });

  it('are found only at their own contact', async () => {
    const [task] = (await vendor.call('GET', `${contact}/tasks`)).body.tasks;
    const answer = await vendor.call('GET', `/contacts/${vendor.idOf('Cole')}/tasks/${task?.id}`);

    expect(answer.status).toBe(404);
  });
});

describe('notes', () => {
  it('keep their body as it was given, newest first', async () => {
    const created = await vendor.call('POST', `${contact}/notes`, { body: ' <b>Loud</b>\n dog ' });
    const path = `${contact}/notes/${created.body.note.id}`;
    const changed = await vendor.call('PUT', path, { title: 'Dog' });
    const list = await vendor.call('GET', `${contact}/notes`);

    expect(created.status).toBe(201);
    expect(changed.body.note).toMatchObject({ body: ' <b>Loud</b>\n dog ', title: 'Dog', pinned: false });
    expect(list.body.notes.map(({ title }) => title)).toEqual(['Dog', 'Access']);
  });
});

describe('tags', () => {
  it('are added and removed by name, the answer being what the contact has then', async () => {
    const added = await vendor.call('POST', `${contact}/tags`, { tags: ['Spring Offer', 'vip'] });
    const removed = await vendor.call('DELETE', `${contact}/tags`, { tags: ['VIP'] });
    const withoutBody = await vendor.call('DELETE', `${contact}/tags`);
    const catalogue = await vendor.call('GET', `/locations/${vendor.locationId}/tags`);

    expect([added.status, added.body.tags]).toEqual([201, ['vip', 'landlord', 'spring offer']]);
    expect([removed.status, removed.body.tags]).toEqual([200, ['landlord', 'spring offer']]);
    expect(withoutBody.status).toBe(422);
    expect(catalogue.body.tags).toContainEqual(expect.objectContaining({ name: 'spring offer' }));
  });

  it('of the catalogue are made once, renamed and deleted with those of the contacts', async () => {
    const path = `/locations/${vendor.locationId}/tags`;
    const created = await vendor.call('POST', path, { name: 'Autumn' });
    const again = await vendor.call('POST', path, { name: 'AUTUMN' });
    await vendor.call('POST', `${contact}/tags`, { tags: ['autumn'] });
    await vendor.call('PUT', `${path}/${created.body.tag.id}`, { name: 'Winter' });
    const renamed = await vendor.call('GET', contact);
    await vendor.call('DELETE', `${path}/${created.body.tag.id}`);
    const deleted = await vendor.call('GET', contact);

    expect(created.body.tag).toMatchObject({ name: 'autumn', locationId: vendor.locationId });
    expect(again.status).toBe(400);
    expect(renamed.body.contact.tags).toEqual(['vip', 'landlord', 'winter']);
    expect(deleted.body.contact.tags).toEqual(['vip', 'landlord']);
  });
});

describe('appointments', () => {
  it('of a contact are listed in the location’s time without an offset', async () => {
    const { body } = await vendor.call('GET', `${contact}/appointments`);

    expect(body.events).toMatchObject([
      { title: 'Survey', startTime: '2025-06-03 09:00:00', endTime: '2025-06-03 10:00:00', address: '1 Kiln Row' },
    ]);
  });

  it('are found by calendar and window, with offsets', async () => {
    const { locationId } = vendor;
    const calendars = await vendor.call('GET', `/calendars/?locationId=${locationId}`, undefined, CALENDARS);
    const calendarId = calendars.body.calendars[0]?.id;
    const events = (from: number, to: number) =>
      vendor.call(
        'GET',
        `/calendars/events?locationId=${locationId}&calendarId=${calendarId}&startTime=${from}&endTime=${to}`,
        undefined,
        CALENDARS,
      );
    const week = await events(START, START + 7 * 86_400_000);
    const before = await events(0, START);

    expect(week.body.events).toMatchObject([{ startTime: '2025-06-03T09:00:00+01:00', notes: 'Ring first' }]);
    expect(before.body.events).toEqual([]);
    expect(vendor.running.settings.GHL_CALENDAR_ID).toBe(calendarId);
  });

  it('are written without dates or notes in the answer, need a free slot, and die with 201', async () => {
    const path = '/calendars/events/appointments';
    const body = {
      calendarId: vendor.running.settings.GHL_CALENDAR_ID,
      locationId: vendor.locationId,
      contactId: vendor.idOf('Cole'),
      startTime: '2025-06-03T08:30:00Z',
      description: 'Loft hatch is stiff',
    };
    const taken = await vendor.call('POST', path, body, CALENDARS);
    const created = await vendor.call('POST', path, { ...body, ignoreFreeSlotValidation: true }, CALENDARS);
    const one = `${path}/${created.body.id}`;
    const wrongState = await vendor.call('PUT', one, { appointmentStatus: 'completed', notes: 'x' }, CALENDARS);
    const changed = await vendor.call('PUT', one, { appointmentStatus: 'showed' }, CALENDARS);
    const read = await vendor.call('GET', one, undefined, CALENDARS);
    const deleted = await vendor.call('DELETE', `/calendars/events/${created.body.id}`, {}, CALENDARS);

    expect([taken.status, created.status, wrongState.status]).toEqual([400, 200, 422]);
    for (const field of ['dateAdded', 'dateUpdated', 'notes']) expect(created.body).not.toHaveProperty(field);
    expect(changed.body).toMatchObject({ appointmentStatus: 'showed', endTime: '2025-06-03T10:30:00+01:00' });
    expect(read.body.event).toMatchObject({ notes: 'Loft hatch is stiff', dateUpdated: new Date(START).toISOString() });
    expect([deleted.status, deleted.body]).toMatchObject([201, { succeeded: true }]);
  });
});
