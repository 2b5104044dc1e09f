import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Rule } from '../../src/model/rule.ts';
import { Ledger } from '../../src/sync/ledger.ts';
import { createTarget } from '../../src/sync/targets.ts';
import { createFastClock, type FastClock } from '../support/fast-clock.ts';
import { samplePeople, samplePerson } from '../support/people.ts';
import { closeWorlds, startWorld, type World } from '../support/world.ts';
import { ADD_TAGS, CONTACTS, CREATE_CONTACT, CREATE_NOTE, REMOVE_TAGS, SYNC_NOW, UPDATE_CONTACT } from './documents.ts';
import { checkHighLevelCalls, recordHighLevelCalls } from './high-level.ts';
import { CREATE_RULE, FIRINGS, RULES, UPDATE_RULE } from './rule-documents.ts';
import { rowWith, settled, until } from './scene.ts';

const servers: Server[] = [];

afterEach(async () => {
  recordHighLevelCalls();
  await closeWorlds();
  for (const server of servers.splice(0)) server.close();
});
afterAll(checkHighLevelCalls);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ANN = ['email', samplePerson(1).email ?? ''] as const;

interface Scene {
  readonly world: World;
  readonly clock: FastClock;
  /** The first person's contact. */
  readonly id: string;
}

/** Systems that keep their changes to themselves until they are asked, two people in each, and no rule that came with the gateway. */
async function scene(systems: string[] = ['ghl'], env: Record<string, string> = {}): Promise<Scene> {
  const clock = createFastClock();
  const world = await startWorld({ systems, clock, people: () => samplePeople(2), env: { SANDBOX: 'off', ...env } });
  for (const system of systems) world.simulator(system).webhooks.lost = true;
  const { data } = await world.query(CONTACTS, { first: 10, search: nameOf(1) });
  return { world, clock, id: data?.contacts.nodes[0]?.id ?? '' };
}

/** Adds a rule of one's own; fails the test where it is refused. */
async function addRule(world: World, parts: Partial<Rule> & Pick<Rule, 'trigger' | 'actions'>): Promise<string> {
  const { data } = await world.query(CREATE_RULE, { input: { name: 'Own rule', when: null, ...parts } });
  expect(data?.createRule.userErrors).toEqual([]);
  return data?.createRule.rule?.id ?? '';
}

const firingsOf = async (world: World, ruleId: string) =>
  (await world.query(FIRINGS, { first: 100, ruleId })).data?.ruleFirings.nodes.toReversed() ?? [];
const fires = (world: World, ruleId: string, times = 1) =>
  until(world, async () => (await firingsOf(world, ruleId)).length >= times);
const over = (world: World, ruleId: string) =>
  until(world, async () => {
    const found = await firingsOf(world, ruleId);
    return found.length > 0 && found.every(({ state }) => state !== 'PENDING');
  });

describe('a rule on tags', () => {
  it('fires when its tag comes, from a caller or a system, and not for another or when it goes', async () => {
    const { world, clock, id } = await scene();
    const rule = await addRule(world, {
      trigger: { on: ['tagAdded'], kinds: ['contact'], tags: ['VIP'] },
      actions: [{ do: 'createNote', title: 'Now {{tags.added}}', body: '{{name}} by {{origin}}' }],
    });

    await world.query(ADD_TAGS, { input: { contactId: id, tags: ['other'] } });
    await world.query(ADD_TAGS, { input: { contactId: id, tags: ['vip'] } });
    await world.query(REMOVE_TAGS, { input: { contactId: id, tags: ['vip'] } });
    await fires(world, rule);
    await settled(world);
    clock.leap(MINUTE);
    const row = rowWith(world, 'ghl', 'contacts', ...ANN);
    world.simulator('ghl').tables.contacts?.change(String(row.id), { tags: ['other', 'vip'] });
    // HighLevel's search finds a change a little later.
    clock.leap(MINUTE);
    await world.query(SYNC_NOW, { input: {} });
    await fires(world, rule, 2);
    await settled(world);

    expect((await firingsOf(world, rule)).map(({ state, result }) => [state, result])).toEqual([
      ['DONE', 'wrote the note "Now vip"'],
      ['DONE', 'wrote the note "Now vip"'],
    ]);
    const notes =
      world
        .simulator('ghl')
        .tables.notes?.list()
        .map(({ body }) => String(body)) ?? [];
    expect(notes.filter((body) => body.includes(`${nameOf(1)} by`)).map((body) => body.split(' by ')[1])).toEqual([
      'the gateway',
      'HighLevel',
    ]);
  });

  it('fires when its tag goes, and for a new contact that comes with it', async () => {
    const { world, id } = await scene();
    const lost = await addRule(world, {
      trigger: { on: ['tagRemoved'], kinds: ['contact'], tags: ['customer'] },
      actions: [{ do: 'createTask', title: 'Win back {{name}}', dueInMs: HOUR }],
    });
    const got = await addRule(world, {
      trigger: { on: ['tagAdded'], kinds: ['contact'] },
      actions: [{ do: 'raiseAlert', message: '{{name}} is {{tags.added}}' }],
    });

    await world.query(REMOVE_TAGS, { input: { contactId: id, tags: ['customer'] } });
    await world.query(CREATE_CONTACT, { input: { firstName: 'Zoe', email: 'zoe@example.com', tags: ['lead'] } });
    await fires(world, lost);
    await fires(world, got);

    expect((await firingsOf(world, lost)).map(({ result }) => result)).toEqual([
      `created the task "Win back ${nameOf(1)}"`,
    ]);
    expect((await firingsOf(world, got)).map(({ result }) => result)).toEqual(['raised the alert "Zoe is lead"']);
  });
});

describe('a rule on what goes wrong', () => {
  it('raises its alert once for a delivery that a system refuses for good, whatever the other systems do', async () => {
    const { world, id } = await scene(['ghl', 'rossum']);
    const rule = await addRule(world, {
      trigger: { on: ['deliveryFailed'], kinds: ['contact'], systems: ['ghl'] },
      actions: [{ do: 'raiseAlert', message: '{{name}} is not in {{system}}: {{message}}' }],
    });
    world.simulator('ghl').faults.push({ match: '^PUT /contacts/', kind: 'status', status: 422, times: 1 });

    await world.query(UPDATE_CONTACT, { input: { id, firstName: 'Refused' } });
    const alert = await world.event(({ kind }) => kind === 'ALERT');
    await settled(world);

    expect(alert.message).toMatch(/^Refused \w+ is not in HighLevel: .*HighLevel/);
    expect(await firingsOf(world, rule)).toMatchObject([{ event: { kind: 'WRITE_FAILED' }, state: 'DONE' }]);
  });

  it('creates one task for a dispute, and none while that goes on', async () => {
    const { world, clock, id } = await scene();
    const rule = await addRule(world, {
      trigger: { on: ['conflictOpened'], kinds: ['contact'], fields: ['firstName'] },
      actions: [{ do: 'createTask', title: 'Decide the {{changed}} of {{name}}', dueInMs: HOUR }],
    });
    const { sync } = world.running.gateway;
    const [entity] = (await sync.store.entities.get([id])).values();
    if (!entity) throw new Error('There is no such contact');
    const cause = { origin: 'ghl', actor: null, runId: null, correlationId: 'cor_1' };
    const dispute = { field: 'firstName', base: 'Ann', values: [], chosen: null, open: true };
    const say = async (parts: { id?: string; field?: string }) => {
      const ledger = new Ledger({ clock, newId: sync.newId }, cause);
      ledger.conflict(entity, { ...dispute, ...parts });
      await ledger.flush(sync.store);
      sync.wake();
    };

    await say({ field: 'email' });
    await say({ id: 'cft_1' });
    await say({});
    await fires(world, rule);

    expect((await firingsOf(world, rule)).map(({ result }) => result)).toEqual([
      `created the task "Decide the first name of ${nameOf(1)}"`,
    ]);
  });

  it('knows of a record that is set aside because it changes too often', async () => {
    const { world, clock } = await scene();
    const rule = await addRule(world, {
      trigger: { on: ['recordQuarantined'], kinds: ['contact'], systems: ['ghl'] },
      actions: [{ do: 'createTask', title: 'Find out who changes {{contact.email}}', dueInMs: HOUR }],
    });
    const row = rowWith(world, 'ghl', 'contacts', ...ANN);

    for (let i = 0; i < 31; i++) {
      clock.leap(40_000);
      world.simulator('ghl').tables.contacts?.change(String(row.id), { firstName: `Name ${i}` });
      clock.leap(40_000);
      await world.query(SYNC_NOW, { input: { types: ['CONTACT'] } });
    }
    await fires(world, rule);
    await settled(world);

    expect(await firingsOf(world, rule)).toMatchObject([{ event: { kind: 'QUARANTINED' }, state: 'DONE' }]);
    expect(rowWith(world, 'ghl', 'tasks', 'title', `Find out who changes ${samplePerson(1).email}`)).toBeTruthy();
  });
});

describe('a rule about notes', () => {
  it('asks its condition of the contact that the note belongs to', async () => {
    const { world, id } = await scene();
    const rule = await addRule(world, {
      trigger: { on: ['created', 'changed'], kinds: ['note'] },
      when: { field: 'contact.tags', is: 'contains', value: 'VIP' },
      actions: [{ do: 'addTags', tags: ['noted'] }],
    });

    await world.query(CREATE_NOTE, { input: { contactId: id, body: 'Before' } });
    await world.query(ADD_TAGS, { input: { contactId: id, tags: ['vip'] } });
    await world.query(CREATE_NOTE, { input: { contactId: id, body: 'After' } });
    await fires(world, rule);

    expect((await firingsOf(world, rule)).map(({ result }) => result)).toEqual(['added the tag noted']);
  });
});

describe('a webhook of a rule', () => {
  it('gets one signed message with what the rule names and nothing else, and its answer stands in the firing', async () => {
    const hook = await receiver([503, 200]);
    const { world, clock, id } = await scene(['ghl'], { ALLOW_PRIVATE_HOSTS: '127.0.0.1' });
    const { target, secret } = await createTarget(world.running.gateway.sync, targetAt(hook.url));
    const rule = await addRule(world, {
      name: 'Tell the shop',
      trigger: { on: ['changed'], kinds: ['contact'], fields: ['phone'] },
      actions: [{ do: 'callWebhook', target: target.id, message: '{{name}} has moved', fields: ['email', 'tags'] }],
    });

    await world.query(UPDATE_CONTACT, { input: { id, phone: '07700 900 555' } });
    await hook.called;
    const [waiting] = await firingsOf(world, rule);
    clock.leap(HOUR);
    await over(world, rule);

    const [first, second] = hook.received;
    const message = new Webhook(secret ?? '').verify(first?.body ?? '', first?.headers as Record<string, string>);
    const [firing] = await firingsOf(world, rule);
    expect([second?.headers['webhook-id'], second?.body]).toEqual([first?.headers['webhook-id'], first?.body]);
    expect(waiting).toMatchObject({ state: 'PENDING', result: expect.stringContaining('call the webhook') });
    expect(firing).toMatchObject({
      state: 'DONE',
      result: `The shop took the message ${first?.headers['webhook-id']}`,
    });
    expect(message).toEqual({
      type: 'rule.fired',
      timestamp: expect.any(String),
      data: {
        rule: { id: rule, name: 'Tell the shop' },
        firing: firing?.id,
        entity: { id, kind: 'contact' },
        contact: { id },
        event: { kind: 'UPDATED', at: expect.any(String), origin: 'gateway', system: null, changed: ['phone'] },
        message: `${nameOf(1)} has moved`,
        fields: { email: samplePerson(1).email, tags: ['customer'] },
      },
    });
  });

  it('that answers 410 fails the firing, with the reason', async () => {
    const hook = await receiver([410]);
    const { world, id } = await scene(['ghl'], { ALLOW_PRIVATE_HOSTS: '127.0.0.1' });
    const { target } = await createTarget(world.running.gateway.sync, targetAt(hook.url));
    const rule = await addRule(world, {
      trigger: { on: ['changed'], kinds: ['contact'] },
      actions: [{ do: 'callWebhook', target: target.id }],
    });

    await world.query(UPDATE_CONTACT, { input: { id, firstName: 'Once' } });
    await over(world, rule);

    expect(await firingsOf(world, rule)).toMatchObject([
      { state: 'FAILED', result: expect.stringContaining('did not take'), error: expect.stringContaining('410') },
    ]);
  });
});

describe('rules that lead to one another over notes and tasks', () => {
  it('end, with an alert that names them', async () => {
    const { world, id } = await scene();
    const task = await addRule(world, {
      name: 'A note makes a task',
      trigger: { on: ['created'], kinds: ['note'] },
      actions: [{ do: 'createTask', title: 'Read {{name}}', dueInMs: HOUR }],
    });
    const note = await addRule(world, {
      name: 'A task makes a note',
      trigger: { on: ['created'], kinds: ['task'] },
      actions: [{ do: 'createNote', body: 'There is {{name}}' }],
    });

    await world.query(CREATE_NOTE, { input: { contactId: id, body: 'Begins' } });
    const alert = await world.event(({ kind }) => kind === 'ALERT');
    await settled(world);
    await world.query(SYNC_NOW, { input: { full: true } });

    expect(alert.message).toContain(
      '"A note makes a task", then "A task makes a note", then "A note makes a task" again',
    );
    expect([(await firingsOf(world, task)).length, (await firingsOf(world, note)).length]).toEqual([1, 1]);
  });
});

describe('a rule that fires too often', () => {
  it('is paused with an alert, does nothing meanwhile, and goes on when a person says so', async () => {
    const { world, id } = await scene();
    const rule = await addRule(world, {
      name: 'Busy',
      mostPerHour: 2,
      trigger: { on: ['changed'], kinds: ['contact'], fields: ['firstName'] },
      actions: [{ do: 'raiseAlert', message: 'Now {{name}}' }],
    });
    const rename = (firstName: string) => world.query(UPDATE_CONTACT, { input: { id, firstName } });

    for (const name of ['One', 'Two', 'Three', 'Four']) await rename(name);
    const alert = await world.event(({ kind, message }) => kind === 'ALERT' && message?.includes('paused') === true);
    const paused = (await world.query(RULES)).data?.rules.find((one) => one.id === rule);
    await rename('Five');
    await world.query(UPDATE_RULE, { input: { id: rule, enabled: true } });
    await rename('Six');
    await fires(world, rule, 3);

    expect(alert.message).toContain('"Busy" fired 2 times within an hour');
    expect(paused).toMatchObject({ enabled: true, pausedAt: expect.any(String), mostPerHour: 2 });
    expect((await firingsOf(world, rule)).map(({ result }) => result?.split(' ')[4])).toEqual(['One', 'Two', 'Six']);
  });
});

interface Received {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** An address that answers with these statuses one after the other, and keeps what it gets; `called` resolves with the first. */
async function receiver(statuses: number[]): Promise<{ url: string; received: Received[]; called: Promise<void> }> {
  const received: Received[] = [];
  let tell: () => void = () => undefined;
  const called = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
      response.writeHead(statuses[received.length - 1] ?? 200).end();
      tell();
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, received, called };
}

function targetAt(url: string) {
  return { id: 'tgt_shop', name: 'The shop', enabled: true, via: 'webhook' as const, url, recipients: [] };
}

function nameOf(number: number): string {
  const { firstName, lastName } = samplePerson(number);
  return `${firstName} ${lastName}`;
}
