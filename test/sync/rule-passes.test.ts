import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Rule } from '../../src/model/rule.ts';
import type { Person } from '../../src/sources/simulator.ts';
import { createFastClock } from '../support/fast-clock.ts';
import { samplePeople, samplePerson } from '../support/people.ts';
import { closeWorlds, startWorld, type World } from '../support/world.ts';
import { SYNC_NOW, UPDATE_CONTACT } from './documents.ts';
import { checkHighLevelCalls, recordHighLevelCalls } from './high-level.ts';
import { FIRINGS, RULES } from './rule-documents.ts';
import { rowWith, settled, until } from './scene.ts';

afterEach(async () => {
  recordHighLevelCalls();
  await closeWorlds();
});
afterAll(checkHighLevelCalls);

const QUARTER_HOUR = 15 * 60_000;
const NEEDS = 'rul_needs-details';
const HAS = 'rul_has-details';

/** Somebody of whom only the name is known. */
function unreachable(): Person {
  const { email: _, phone: __, ...person } = samplePerson(1);
  return { ...person, tasks: [], notes: [] };
}

async function scene(people: () => Person[], sandbox: 'on' | 'off' = 'on') {
  const clock = createFastClock();
  const world = await startWorld({ systems: ['ghl'], clock, people, env: { SANDBOX: sandbox } });
  world.simulator('ghl').webhooks.lost = true;
  return { world, clock };
}

async function firingsOf(world: World, ruleId: string) {
  return (await world.query(FIRINGS, { first: 100, ruleId })).data?.ruleFirings.nodes ?? [];
}

const firedTimes = (world: World, ruleId: string, times: number) =>
  until(world, async () => (await firingsOf(world, ruleId)).length >= times);
const tagsOf = (world: World) => rowWith(world, 'ghl', 'contacts', 'firstName', unreachable().firstName).tags;

/** When the rule's next pass is due: it moves when one has ended. */
async function passEnded(world: World, ruleId: string, after: number): Promise<number> {
  const { settings } = world.running.gateway.sync.store;
  let dueAt = after;
  await until(world, async () => {
    const pass = (await settings.get(`rules:pass:${ruleId}`)) as { dueAt: number; from: unknown } | undefined;
    dueAt = pass?.dueAt ?? 0;
    return pass?.from === null && dueAt > after;
  });
  return dueAt;
}

describe('the pass every 15 minutes', () => {
  it('tags a contact that cannot be reached and asks for details, once, in HighLevel too', async () => {
    const { world, clock } = await scene(() => [unreachable(), samplePerson(2)]);
    await firedTimes(world, NEEDS, 1);
    await settled(world);

    const first = await passEnded(world, NEEDS, 0);
    clock.leap(QUARTER_HOUR + 1_000);
    await passEnded(world, NEEDS, first);
    await settled(world);

    const [only, ...others] = await firingsOf(world, NEEDS);
    expect(others).toEqual([]);
    expect(only?.result).toMatch(
      /^added the tag needs details; created the task "Ask .* for a phone number or e-mail"$/,
    );
    expect(tagsOf(world)).toContain('needs details');
    const tasks = world.simulator('ghl').tables.tasks?.list() ?? [];
    expect(tasks.filter(({ title }) => String(title).startsWith('Ask '))).toHaveLength(1);
  });

  it('takes the tag away when a phone number is known', async () => {
    const { world, clock } = await scene(() => [unreachable()]);
    await firedTimes(world, NEEDS, 1);
    await settled(world);
    const [firing] = await firingsOf(world, NEEDS);
    await world.query(UPDATE_CONTACT, { input: { id: firing?.entity?.id ?? '', phone: '07700 900 555' } });

    clock.leap(QUARTER_HOUR + 1_000);
    await firedTimes(world, HAS, 1);
    await settled(world);

    expect(tagsOf(world)).not.toContain('needs details');
  });

  it('looks at everything once and then at what happened since, also after a restart', async () => {
    const { world, clock } = await scene(() => samplePeople(5));
    const first = await passEnded(world, NEEDS, 0);
    await world.restart();
    const asked: string[] = [];
    const { store } = world.running.gateway.sync;
    const page = store.entities.page;
    store.entities.page = (query, ...rest) => {
      asked.push(query.kind);
      return page(query, ...rest);
    };

    clock.leap(QUARTER_HOUR + 1_000);
    await passEnded(world, NEEDS, first);

    expect(asked).toEqual([]);
  });

  it('reads the notes where no pass over them has just begun', async () => {
    const { world, clock } = await scene(() => samplePeople(1));
    await passEnded(world, NEEDS, 0);
    clock.leap(2 * QUARTER_HOUR);

    const run = await world.event(({ kind, message }) => kind === 'RUN_STARTED' && message === 'rule');

    const { data } = await world.query(SYNC_NOW, { input: { systems: ['ghl'], types: ['NOTE'] } });
    expect(run.system).toBe('ghl');
    expect(data?.syncNow.runs[0]?.error).toBeNull();
  });

  it('waits until every system has been read to its end', async () => {
    const clock = createFastClock();
    const world = await startWorld({
      systems: ['ghl', 'rossum'],
      clock,
      people: (system) => [system === 'ghl' ? unreachable() : samplePerson(3)],
      env: { SANDBOX: 'on' },
      synced: false,
    });
    world.simulator('rossum').faults.push({ kind: 'cut' });
    await world.event(({ kind, system, message }) => kind === 'RUN_FINISHED' && system === 'ghl' && message !== null);
    await world.event(({ kind, system }) => kind === 'RUN_FINISHED' && system === 'rossum');
    const early = await firingsOf(world, NEEDS);

    world.simulator('rossum').faults.splice(0);
    await world.query(SYNC_NOW, { input: { systems: ['rossum'] } });
    await firedTimes(world, NEEDS, 1);

    expect(early).toEqual([]);
  });

  it('finds what it looks for by tag without looking at anybody else', async () => {
    const { world } = await scene(() => samplePeople(5), 'off');
    const { store } = world.running.gateway.sync;
    const counted: number[] = [];
    const page = store.entities.page;
    store.entities.page = async (query, ...rest) => {
      const found = await page(query, ...rest);
      if (query.order?.by === 'createdAt') counted.push(found.items.length);
      return found;
    };
    const rule: Rule = {
      id: 'rul_vip',
      name: 'Every minute, a VIP gets a task',
      enabled: true,
      trigger: { every: 60_000, kind: 'contact' },
      when: { tag: 'vip' },
      actions: [{ do: 'addTags', tags: ['seen'] }],
    };
    await store.rules.put([{ rule, version: 1, shipped: null, activeFrom: 0, pausedAt: null, resumedAt: 0 }]);
    world.running.gateway.sync.wake();

    await passEnded(world, 'rul_vip', 0);

    expect(counted).toEqual([0]);
  });
});

describe('outside of the sandbox', () => {
  it('rules that keep systems in step are on, those that create tasks and tags are off', async () => {
    const world = await startWorld({ clock: createFastClock(), people: () => [] });

    const { data } = await world.query(RULES);

    const [on, off] = [true, false].map((enabled) =>
      (data?.rules ?? []).filter((rule) => rule.enabled === enabled).map(({ id }) => id),
    );
    expect(on).toEqual(['rul_commusoft-pull']);
    expect(off).toEqual(['rul_changed-details', 'rul_changed-note', HAS, NEEDS, 'rul_sync-notes']);
  });
});
