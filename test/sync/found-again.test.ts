import { afterEach, describe, expect, it } from 'vitest';
import { createJumpClock } from '../support/jump-clock.ts';
import { samplePerson } from '../support/people.ts';
import { closeWorlds, startWorld, type World } from '../support/world.ts';
import { disagreements } from './chaos/agreement.ts';
import { everything } from './chaos/places.ts';
import { CREATE_CONTACT, CREATE_NOTE, CREATE_TASK, SYNC_NOW, UPDATE_NOTE, UPDATE_TASK } from './documents.ts';
import { rowWith, settled } from './scene.ts';

afterEach(closeWorlds);

async function scene(): Promise<World> {
  const clock = createJumpClock();
  const guest = samplePerson(1, clock.now(), { tasks: [], notes: [] });
  return startWorld({ clock, people: () => [guest] });
}

async function ada(world: World): Promise<string> {
  const { data } = await world.query(CREATE_CONTACT, { input: { lastName: 'Made', email: 'ada@example.com' } });
  return data?.createContact.contact?.id ?? '';
}

/** Everything was read and written that there is to read and write. */
async function finish(world: World): Promise<void> {
  await settled(world);
  await world.query(SYNC_NOW, { input: { full: true } });
  await settled(world);
}

const LOST = [
  ['ghl', '^POST /contacts/.*/'],
  ['commusoft', '^POST .*/customers/.*/'],
  ['rossum', 'insert_one'],
] as const;

describe('a creation whose answer got lost, of something that is changed before it is tried again', () => {
  it.each(LOST)('makes no second task (%s)', async (system, match) => {
    const world = await scene();
    const contactId = await ada(world);
    world.simulator(system).faults.push({ match: `${match}`, kind: 'lost-answer', times: 1 });

    const input = { contactId, title: 'Once', body: 'First', dueAt: '2028-01-10T10:00:00Z' };
    const { data } = await world.query(CREATE_TASK, { input });
    const id = data?.createTask.task?.id ?? '';
    await world.query(UPDATE_TASK, { input: { id, body: 'Second', completed: true, waitFor: 'ACCEPTED' } });
    await finish(world);

    const tasks = (await everything(world)).filter(({ marker }) => marker === 'Once');
    expect(disagreements(tasks, () => true)).toEqual([]);
    expect(tasks.map(({ place, fields }) => [place, fields.body])).toEqual(
      ['graph', ...world.systems].map((place) => [place, 'Second']),
    );
  });

  it.each(LOST)('makes no second note (%s)', async (system, match) => {
    const world = await scene();
    const contactId = await ada(world);
    world.simulator(system).faults.push({ match: `${match}`, kind: 'lost-answer', times: 1 });

    const { data } = await world.query(CREATE_NOTE, { input: { contactId, title: 'First', body: 'Once' } });
    const id = data?.createNote.note?.id ?? '';
    await world.query(UPDATE_NOTE, { input: { id, title: 'Second', waitFor: 'ACCEPTED' } });
    await finish(world);

    const notes = (await everything(world)).filter(({ marker }) => marker === 'Once');
    expect(disagreements(notes, () => true)).toEqual([]);
    expect(notes.map(({ place, fields }) => [place, fields.title])).toEqual(
      ['graph', ...world.systems].map((place) => [place, 'Second']),
    );
  });
});

describe('an edit made in a system before the gateway knows that its creation arrived there', () => {
  it.each([
    ['rossum', 'insert_one', 'contacts', 'email', { last_name: 'Edited' }],
    ['ghl', '^POST /contacts/$', 'contacts', 'email', { lastName: 'Edited' }],
    ['commusoft', '^POST .*/customers/1$', 'customers', 'emailaddress', { surname: 'Edited' }],
  ])('is taken over (%s)', async (system, match, table, column, patch) => {
    const world = await scene();
    world.simulator(system).webhooks.lost = true;
    world.simulator(system).faults.push({ match, kind: 'lost-answer', times: 1 });

    await ada(world);
    const row = rowWith(world, system, table, column, 'ada@example.com');
    world.simulator(system).tables[table]?.change(String(row.id), patch);
    await finish(world);

    const contacts = (await everything(world)).filter(({ marker }) => marker === 'ada@example.com');
    expect(contacts.map(({ place, fields }) => [place, fields.lastName])).toEqual(
      ['graph', ...world.systems].map((place) => [place, 'Edited']),
    );
  });
});
