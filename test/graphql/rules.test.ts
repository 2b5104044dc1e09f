import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFastClock } from '../support/fast-clock.ts';
import { samplePerson } from '../support/people.ts';
import { closeWorlds, startWorld, type World } from '../support/world.ts';
import { SYNC_NOW } from '../sync/documents.ts';
import { FIRINGS, RULE_NODES, RULES, UPDATE_RULE } from '../sync/rule-documents.ts';
import { until } from '../sync/scene.ts';

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
