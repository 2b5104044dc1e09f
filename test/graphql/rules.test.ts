import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFastClock } from '../support/fast-clock.ts';
import { samplePerson } from '../support/people.ts';
import { closeWorlds, startWorld, type World } from '../support/world.ts';
import { SYNC_NOW } from '../sync/documents.ts';
import {
  CREATE_RULE,
  DELETE_RULE,
  DRY_RUN,
  FIRINGS,
  ROLLBACK_RULE,
  RULE_NODES,
  RULES,
  UPDATE_RULE,
} from '../sync/rule-documents.ts';
import { poll, until } from '../sync/scene.ts';

afterAll(closeWorlds);

const ID = 'rul_changed-details';
const start = (people = [samplePerson(1)]) =>
  startWorld({ systems: ['ghl'], clock: createFastClock(), people: () => people, env: { SANDBOX: 'on' } });
const ruleOf = async (world: World) => (await world.query(RULES)).data?.rules.find(({ id }) => id === ID);

describe('updateRule', () => {
  it('changes fields, condition, texts and due time, and answers the rule as it then is', async () => {
    const world = await start([]);
    const input = {
      id: ID,
      enabled: false,
      trigger: { on: ['changed'], kinds: ['contact'], origins: ['ghl'], fields: ['custom.boiler', 'address.*'] },
      when: { not: { tag: 'test' } },
      actions: [{ do: 'createTask', title: 'Look at {{contact.name}}', dueInMs: 60_000 }],
    };

    const { data } = await world.query(UPDATE_RULE, { input });

    expect(data?.updateRule.userErrors).toEqual([]);
    expect(await ruleOf(world)).toMatchObject({ ...input, shipped: true, edited: true, version: 2 });
  });

  it('takes a condition away with null and leaves what is not spoken of', async () => {
    const world = await start([]);
    const before = await ruleOf(world);
    await world.query(UPDATE_RULE, { input: { id: ID, when: { tag: 'vip' } } });

    await world.query(UPDATE_RULE, { input: { id: ID, when: null } });

    expect(await ruleOf(world)).toMatchObject({ ...before, version: 3 });
  });
});

describe('updateRule with a part that is wrong', () => {
  let world: World;
  beforeAll(async () => {
    world = await start([]);
  });

  it.each<[string, object, string]>([
    ['an empty title', { actions: [{ do: 'createTask', title: ' ', dueInMs: 1 }] }, 'actions.0.title'],
    [
      'a due time that is no number',
      { actions: [{ do: 'createTask', title: 'a', dueInMs: 'soon' }] },
      'actions.0.dueInMs',
    ],
    ['an unknown action', { actions: [{ do: 'explode' }] }, 'actions.0.do'],
    ['no action', { actions: [] }, 'actions'],
    ['an unknown kind', { trigger: { on: ['changed'], kinds: ['contact', 'invoice'] } }, 'trigger.kinds.1'],
    [
      'an unknown field',
      { trigger: { on: ['changed'], kinds: ['note'], fields: ['body', 'phone'] } },
      'trigger.fields.1',
    ],
    [
      'an unknown system',
      { trigger: { on: ['changed'], kinds: ['note'], origins: ['ghl', 'mars'] } },
      'trigger.origins.1',
    ],
    ['a schedule of a millisecond', { trigger: { every: 1 } }, 'trigger.every'],
    ['an unknown comparison', { when: { all: [{ tag: 'a' }, { field: 'email', is: 'like' }] } }, 'when.all.1.is'],
    ['an empty tag', { when: { not: { tag: '' } } }, 'when.not.tag'],
  ])('refuses %s with the path to it, and changes nothing', async (_, parts, path) => {
    const before = await ruleOf(world);

    const { data } = await world.query(UPDATE_RULE, { input: { id: ID, enabled: false, ...parts } });

    expect(data?.updateRule.rule).toBeNull();
    expect(data?.updateRule.userErrors.map((error) => error.path?.join('.'))).toEqual([`input.${path}`]);
    expect(await ruleOf(world)).toEqual(before);
  });

  it('refuses an id that is none', async () => {
    const { data } = await world.query(UPDATE_RULE, { input: { id: 'rul_none', enabled: true } });

    expect(data?.updateRule.userErrors).toMatchObject([{ path: ['input', 'id'], code: 'NOT_FOUND' }]);
  });
});

describe('what rules did', () => {
  it('is counted, listed page by page with its cause, and found by its id', async () => {
    const world = await start();
    const { contacts } = world.simulator('ghl').tables;
    for (const phone of ['+447700900701', '+447700900702']) {
      contacts?.change(String(contacts.list()[0]?.id), { phone });
      await world.query(SYNC_NOW, { input: { systems: ['ghl'], types: ['CONTACT'] } });
    }
    await until(world, async () => (await ruleOf(world))?.firings === 2);

    const first = (await world.query(FIRINGS, { first: 1, ruleId: ID })).data?.ruleFirings;
    const after = first?.pageInfo.endCursor ?? null;
    const second = (await world.query(FIRINGS, { first: 1, ruleId: ID, after })).data?.ruleFirings;
    const found = [...(first?.nodes ?? []), ...(second?.nodes ?? [])];
    const ids = [ID, ...found.map(({ id }) => id)];
    const { data } = await world.query(RULE_NODES, { ids });

    expect([first?.totalCount, first?.pageInfo.hasNextPage, second?.pageInfo.hasNextPage]).toEqual([2, true, false]);
    expect(found.map(({ event, rule }) => [event?.kind, rule?.id])).toEqual([
      ['UPDATED', ID],
      ['UPDATED', ID],
    ]);
    expect(data?.nodes.map((node) => node?.__typename)).toEqual(['Rule', 'RuleFiring', 'RuleFiring']);
    expect((await ruleOf(world))?.lastFiredAt).toBe(found[0]?.at);
  });
});

describe("a rule of one's own", () => {
  const own = {
    id: 'rul_own',
    name: 'Greets',
    trigger: { on: ['created'], kinds: ['contact'] },
    actions: [{ do: 'createTask', title: 'Greet {{name}}', dueInMs: 60_000 }],
  };

  it('is made, changed into a version of its own, taken back, deleted, and comes back from its history', async () => {
    const world = await start([]);
    const made = await world.query(CREATE_RULE, { input: own });
    const again = await world.query(CREATE_RULE, { input: own });
    await world.query(UPDATE_RULE, { input: { id: own.id, actions: [{ do: 'raiseAlert', message: '{{name}}' }] } });

    const back = await world.query(ROLLBACK_RULE, { input: { id: own.id, version: 1 } });
    const same = await world.query(ROLLBACK_RULE, { input: { id: own.id, version: 3 } });
    const never = await world.query(ROLLBACK_RULE, { input: { id: own.id, version: 9 } });
    const gone = await world.query(DELETE_RULE, { id: own.id });
    const listed = (await world.query(RULES)).data?.rules.some(({ id }) => id === own.id);
    const revived = await world.query(ROLLBACK_RULE, { input: { id: own.id, version: 2 } });

    expect(made.data?.createRule.rule).toMatchObject({
      ...own,
      enabled: true,
      shipped: false,
      version: 1,
      mostPerHour: 1_000,
    });
    expect(again.data?.createRule.userErrors).toMatchObject([{ path: ['input', 'id'], code: 'DUPLICATE' }]);
    expect(back.data?.rollbackRule.rule).toMatchObject({ version: 3, actions: own.actions });
    expect(back.data?.rollbackRule.rule?.versions.map(({ version, why }) => [version, why])).toEqual([
      [3, 'went back to version 1'],
      [2, 'changed: actions'],
      [1, 'created'],
    ]);
    expect(same.data?.rollbackRule.userErrors).toMatchObject([{ path: ['input', 'version'], code: 'INVALID' }]);
    expect(never.data?.rollbackRule.userErrors).toMatchObject([{ path: ['input', 'version'], code: 'NOT_FOUND' }]);
    expect([gone.data?.deleteRule.deletedId, listed]).toEqual([own.id, false]);
    expect(revived.data?.rollbackRule.rule).toMatchObject({
      version: 4,
      enabled: true,
      actions: [{ do: 'raiseAlert' }],
    });
  });

  it('gets an id where none is given; one that was shipped is not deleted, one that is none is not found', async () => {
    const world = await start([]);
    const { id: _, ...unnamed } = own;

    const made = await world.query(CREATE_RULE, { input: unnamed });
    const refusals = [await world.query(DELETE_RULE, { id: ID }), await world.query(DELETE_RULE, { id: 'rul_none' })];

    expect(made.data?.createRule.rule?.id).toMatch(/^rul_[\w-]+$/);
    expect(refusals.map(({ data }) => data?.deleteRule.userErrors[0]?.code)).toEqual(['UNSUPPORTED', 'NOT_FOUND']);
    expect(await ruleOf(world)).toBeTruthy();
  });

  it('is refused with every part that is wrong, each by its path and a sentence', async () => {
    const world = await start([]);
    const input = {
      name: ' ',
      trigger: { on: ['changed', 'created'], kinds: ['contact'], fields: ['phone', 'colour'], origins: ['mars'] },
      when: {
        all: [
          { field: 'email', is: 'like' },
          { tag: 'vip', colour: 'red' },
        ],
      },
      actions: [
        { do: 'createTask', title: '', dueInMs: -1 },
        { do: 'createNote', body: 'Hello {{colour}}' },
        { do: 'callWebhook', target: 'tgt_none' },
      ],
    };

    const { data } = await world.query(CREATE_RULE, { input });

    expect(data?.createRule.rule).toBeNull();
    expect(data?.createRule.userErrors.map(({ path }) => path?.join('.').slice('input.'.length)).sort()).toEqual([
      'actions.0.dueInMs',
      'actions.0.title',
      'actions.1.body',
      'actions.2.target',
      'name',
      'trigger.fields.1',
      'trigger.origins.0',
      'when.all.0.is',
      'when.all.1.colour',
    ]);
    expect(data?.createRule.userErrors.every(({ message }) => message.split(' ').length > 3)).toBe(true);
  });
});

describe('a dry run', () => {
  const trial = {
    trigger: { on: ['changed'], kinds: ['contact'], fields: ['phone'] },
    when: { field: 'firstName', is: 'filled' },
    actions: [
      { do: 'createTask', title: 'Call {{name}} on {{changes.phone.after}}', dueInMs: 60_000 },
      { do: 'addTags', tags: ['moved'] },
    ],
  };
  const changePhones = async (world: World, ...phones: string[]) => {
    for (const phone of phones) {
      const { contacts } = world.simulator('ghl').tables;
      contacts?.change(String(contacts.list()[0]?.id), { phone });
      await poll(world, { systems: ['ghl'], types: ['CONTACT'] });
      await world.event(({ kind, changes }) => kind === 'UPDATED' && changes.some(({ after }) => after === phone));
    }
  };

  it('says on which of the newest events a rule would have fired and what it would have done, and does nothing', async () => {
    const world = await start();
    await world.query(UPDATE_RULE, { input: { id: ID, enabled: false } });
    await changePhones(world, '+447700900701', '+447700900702');
    const before = await world.running.gateway.sync.store.events.lastSeq();

    const { data } = await world.query(DRY_RUN, { input: trial });

    const run = data?.dryRunRule.dryRun;
    const { firstName, lastName } = samplePerson(1);
    expect(data?.dryRunRule.userErrors).toEqual([]);
    expect(run).toMatchObject({ firings: 2, entities: 1, withoutContact: 0, busiestHour: 2, wouldPause: false });
    expect(run?.examples.map(({ event, would }) => [event?.kind, would])).toEqual([
      ['UPDATED', `create the task "Call ${firstName} ${lastName} on +447700900702"; add the tag moved`],
      ['UPDATED', `create the task "Call ${firstName} ${lastName} on +447700900701"; add the tag moved`],
    ]);
    expect(run?.events).toBe(before);
    expect(await world.running.gateway.sync.store.events.lastSeq()).toBe(before);
    expect(await ruleOf(world)).toMatchObject({ firings: 0 });
  });

  it('looks no further back than it is told, and sees where the brake would have been put on', async () => {
    const world = await start();
    await world.query(UPDATE_RULE, { input: { id: ID, enabled: false } });
    await changePhones(world, '+447700900701', '+447700900702');

    const braked = await world.query(DRY_RUN, { input: { ...trial, mostPerHour: 1 } });
    await poll(world, { types: ['CONTACT'] });
    const short = await world.query(DRY_RUN, { input: { ...trial, events: 1 } });

    expect(braked.data?.dryRunRule.dryRun).toMatchObject({ firings: 2, wouldPause: true });
    expect(short.data?.dryRunRule.dryRun).toMatchObject({ events: 1, firings: 0, examples: [] });
  });

  it('takes a rule that is there with other parts, also one on a schedule', async () => {
    const world = await start();
    await changePhones(world, '+447700900701');

    const { data } = await world.query(DRY_RUN, {
      input: { id: 'rul_needs-details', when: { field: 'phone', is: 'filled' } },
    });

    const { firstName, lastName } = samplePerson(1);
    expect(data?.dryRunRule.dryRun).toMatchObject({ firings: 1, entities: 1 });
    expect(data?.dryRunRule.dryRun?.examples).toMatchObject([
      { event: null, would: expect.stringContaining(`"Ask ${firstName} ${lastName} for a phone number or e-mail"`) },
    ]);
  });

  it('refuses what a rule would be refused for, too many events, and a rule that is none', async () => {
    const world = await start([]);

    const wrong = await world.query(DRY_RUN, { input: { actions: [{ do: 'explode' }], events: 10_001 } });
    const none = await world.query(DRY_RUN, { input: { id: 'rul_none' } });

    expect(wrong.data?.dryRunRule.dryRun).toBeNull();
    expect(wrong.data?.dryRunRule.userErrors.map(({ path }) => path?.join('.')).sort()).toEqual([
      'input.actions.0.do',
      'input.events',
      'input.trigger',
    ]);
    expect(none.data?.dryRunRule.userErrors).toMatchObject([{ path: ['input', 'id'], code: 'NOT_FOUND' }]);
  });
});
