import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import type { HighLevelSimulator } from '../../src/sources/ghl/simulator/index.ts';
import { createFastClock } from '../support/fast-clock.ts';
import { samplePeople } from '../support/people.ts';
import { closeWorlds, startWorld, type World } from '../support/world.ts';
import { CONTACT } from './documents.ts';
import { until } from './scene.ts';

afterEach(closeWorlds);

const start = (systems: string[], people = 3) =>
  startWorld({ systems, clock: createFastClock(), people: () => samplePeople(people) });

/** Sends a body as Commusoft would, with that secret. */
function post(
  world: World,
  system: string,
  body: string,
  secret = world.simulator('commusoft').settings.COMMUSOFT_WEBHOOK_SECRET,
) {
  const signature = createHmac('sha256', secret ?? '')
    .update(body)
    .digest('hex');
  const headers = { 'content-type': 'application/json', 'x-commusoft-signature': signature };
  return fetch(`${world.url}/webhooks/${system}`, { method: 'POST', headers, body });
}

const inbox = (world: World) => world.running.gateway.sync.store.inbox;

describe('a webhook', () => {
  it('is verified, kept, worked by reading the record again, and told', async () => {
    const world = await start(['ghl']);
    const { calls, tables } = world.simulator('ghl');
    const [row] = tables.contacts?.list() ?? [];
    const before = calls.length;

    tables.contacts?.change(String(row?.id), { firstName: 'Noticed' });
    const event = await world.event(
      ({ kind, origin, changes }) =>
        kind === 'UPDATED' && origin === 'ghl' && changes.some(({ after }) => after === 'Noticed'),
    );

    expect(event.changes).toMatchObject([{ field: 'firstName', after: 'Noticed' }]);
    expect(calls.slice(before).map(({ method, path }) => `${method} ${path}`)).toContain(`GET /contacts/${row?.id}`);
  });

  it('is believed also among many, when the search of the vendor does not know of the changes yet', async () => {
    const world = await start(['ghl'], 12);
    const simulator = world.simulator('ghl') as HighLevelSimulator;
    simulator.lagMs = 3_600_000;
    // While the first is being read, the others gather.
    simulator.faults.push({ match: '^GET /contacts/', kind: 'latency', ms: 6_000, times: 1 });
    const rows = simulator.tables.contacts?.list() ?? [];

    for (const { id } of rows) simulator.tables.contacts?.change(String(id), { firstName: `Noticed ${id}` });
    const told = await Promise.all(
      rows.map(({ id }) => world.event(({ changes }) => changes.some(({ after }) => after === `Noticed ${id}`))),
    );

    expect(told.map(({ kind, origin }) => `${kind} ${origin}`)).toEqual(rows.map(() => 'UPDATED ghl'));
  });

  it('of something new makes it appear, with its contact', async () => {
    const world = await start(['ghl']);
    const [row] = world.simulator('ghl').tables.contacts?.list() ?? [];

    const task = world.simulator('ghl').tables.tasks?.add({
      title: 'From the screen',
      contactId: row?.id,
      dueDate: new Date().toISOString(),
      completed: false,
    });
    const event = await world.event(
      ({ kind, type, changes }) =>
        kind === 'CREATED' && type === 'task' && changes.some(({ after }) => after === 'From the screen'),
    );

    const { data } = await world.query(CONTACT, { by: { record: { system: 'ghl', id: String(row?.id) } } });
    expect(task).toBeTruthy();
    expect(event.contactId).toBe(data?.contact?.id);
  });

  it('of a deletion takes the contact and what belongs to it away', async () => {
    const world = await start(['ghl']);
    const [row] = world.simulator('ghl').tables.contacts?.list() ?? [];
    const by = { record: { system: 'ghl', id: String(row?.id) } };
    const { data } = await world.query(CONTACT, { by });

    world.simulator('ghl').tables.contacts?.remove(String(row?.id));
    const event = await world.event(({ kind, type }) => kind === 'DELETED' && type === 'contact');
    const task = await world.event(({ kind, type }) => kind === 'DELETED' && type === 'task');

    expect(event.entityId).toBe(data?.contact?.id);
    expect(task.entityId).toBe(data?.contact?.tasks.nodes[0]?.id);
  });

  it('with a wrong signature is refused, and nothing of it is kept', async () => {
    const world = await start(['commusoft']);

    const answer = await post(world, 'commusoft', '{"event":"customer.updated","id":1}', 'wrong secret');

    expect(answer.status).toBe(401);
    expect(await answer.text()).not.toContain('wrong secret');
    expect(await inbox(world).nextDue(0)).toBeNull();
  });

  it('that is repeated is worked once', async () => {
    const world = await start(['commusoft']);
    const [row] = world.simulator('commusoft').tables.customers?.list() ?? [];
    const body = JSON.stringify({ event: 'customer.updated', id: row?.id, deliveryid: 'delivery-1' });

    const answers = [await post(world, 'commusoft', body), await post(world, 'commusoft', body)];
    await until(world, async () => (await inbox(world).nextDue(0)) === null);

    const reads = world.simulator('commusoft').calls.filter(({ path }) => path.endsWith(`/customers/${row?.id}`));
    expect(answers.map(({ status }) => status)).toEqual([204, 204]);
    expect(reads).toHaveLength(1);
  });

  it('is worked later where the system cannot be asked now', async () => {
    const world = await start(['ghl']);
    const [row] = world.simulator('ghl').tables.contacts?.list() ?? [];
    world.simulator('ghl').faults.push({ kind: 'cut' });

    world.simulator('ghl').tables.contacts?.change(String(row?.id), { firstName: 'Belated' });
    await world.event(({ kind, message }) => kind === 'SYSTEM_CHANGED' && message?.startsWith('DOWN') === true);
    world.simulator('ghl').faults.splice(0);
    const event = await world.event(({ changes }) => changes.some(({ after }) => after === 'Belated'));

    expect(event.kind).toBe('UPDATED');
  });

  it('of two megabytes is refused with 413, of an unknown system with 404, and one that is no JSON with 400', async () => {
    const world = await start(['commusoft']);

    const answers = await Promise.all([
      post(world, 'commusoft', JSON.stringify({ fill: 'x'.repeat(2 * 1024 * 1024) })),
      post(world, 'mars', '{}'),
      post(world, 'commusoft', 'no json'),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([413, 404, 400]);
  });
});
