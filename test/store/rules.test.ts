import { expect, it } from 'vitest';
import type { Rule } from '../../src/model/rule.ts';
import type { Firing } from '../../src/store/rule-shapes.ts';
import { event, T0 } from './things.ts';
import { describeStore } from './world.ts';

const firing = (id: string, changes: Partial<Firing> = {}): Firing => ({
  id,
  ruleId: 'rul_a',
  cause: `event:${id}`,
  eventSeq: 1,
  entityId: 'e1',
  contactId: 'e1',
  origin: 'alpha',
  chain: ['rul_a'],
  state: 'DONE',
  result: 'created a task',
  errands: [],
  error: null,
  attempts: 0,
  nextAttemptAt: null,
  at: T0,
  ...changes,
});
const PULL = { do: 'pullContact' } as const;
const pending = (id: string, nextAttemptAt: number) => firing(id, { state: 'PENDING', nextAttemptAt });

const rule: Rule = {
  id: 'rul_a',
  name: 'A',
  enabled: true,
  trigger: { every: 60_000 },
  when: null,
  actions: [{ do: 'pullContact' }],
};
const PAGE = { limit: 10, forward: true, from: null };

describeStore('rules', ({ newStore }) => {
  it('come back as they were put, the last of each', async () => {
    const store = newStore();
    await store.rules.put([{ rule, version: 1, shipped: rule, activeFrom: 0, pausedAt: null, resumedAt: 0 }]);
    const changed = {
      rule: { ...rule, enabled: false },
      version: 2,
      shipped: null,
      activeFrom: 7,
      pausedAt: 5,
      resumedAt: 3,
    };

    await store.rules.put([changed]);

    expect(await store.rules.all()).toEqual([changed]);
    expect(await newStore().rules.all()).toEqual([]);
  });
});

describeStore('firings', ({ newStore }) => {
  it('of one rule on one cause are never two, whoever tries', async () => {
    const store = newStore();
    await store.firings.add([firing('fir_1')]);

    const second = store.firings.add([firing('fir_2', { cause: 'event:fir_1' })]);

    await expect(second).rejects.toThrow();
    await store.firings.add([firing('fir_3', { cause: 'event:fir_1', ruleId: 'rul_b' })]);
    expect(await store.firings.known('rul_a', ['event:fir_1', 'event:other'])).toEqual(new Set(['event:fir_1']));
  });

  it('roll back with the transaction that made them', async () => {
    const store = newStore();

    const broken = store.transaction(async (tx) => {
      await tx.firings.add([firing('fir_1')]);
      throw new Error('died');
    });

    await expect(broken).rejects.toThrow('died');
    expect(await store.firings.known('rul_a', ['event:fir_1'])).toEqual(new Set());
  });

  it('that are pending are leased when due, oldest first, once; a lease that ended is given again', async () => {
    const store = newStore();
    await store.firings.add([
      pending('fir_2', T0 + 5),
      firing('fir_0'),
      pending('fir_1', T0),
      pending('fir_9', T0 + 900),
    ]);
    const request = { now: T0 + 10, leaseMs: 100, limit: 10 };

    const [first, second] = [await store.firings.claim(request), await store.firings.claim(request)];
    const due = await store.firings.nextDue();
    const third = await store.firings.claim({ ...request, now: T0 + 110 });

    expect(first.map(({ id, attempts }) => [id, attempts])).toEqual([
      ['fir_1', 1],
      ['fir_2', 1],
    ]);
    expect(second).toEqual([]);
    expect(due).toBe(T0 + 110);
    expect(third.map(({ id, attempts }) => [id, attempts])).toEqual([
      ['fir_1', 2],
      ['fir_2', 2],
    ]);
  });

  it('that a dead process had under way are free at once after a release', async () => {
    const store = newStore();
    await store.firings.add([pending('fir_1', T0)]);
    await store.firings.claim({ now: T0, leaseMs: 1_000, limit: 1 });

    await store.firings.release();

    expect(await store.firings.nextDue()).toBe(T0);
  });

  it('settle with what came of them', async () => {
    const store = newStore();
    await store.firings.add([pending('fir_1', T0), pending('fir_2', T0)]);

    await store.firings.settle([
      { id: 'fir_1', state: 'DONE', result: 'read it', errands: [], error: null, nextAttemptAt: null },
      { id: 'fir_2', state: 'PENDING', result: '', errands: [PULL], error: 'it is down', nextAttemptAt: T0 + 50 },
    ]);

    const found = await store.firings.get(['fir_1', 'fir_2']);
    expect(found.get('fir_1')).toEqual(firing('fir_1', { state: 'DONE', result: 'read it' }));
    expect(found.get('fir_2')).toMatchObject({
      state: 'PENDING',
      errands: [PULL],
      error: 'it is down',
      nextAttemptAt: T0 + 50,
    });
    expect(await store.firings.nextDue()).toBe(T0 + 50);
  });

  it('are listed newest first, of all rules or one, and counted by rule', async () => {
    const store = newStore();
    await store.firings.add([firing('fir_1'), firing('fir_2', { at: T0 + 1 }), firing('fir_3', { ruleId: 'rul_b' })]);

    const [all, some] = [await store.firings.page({}, PAGE), await store.firings.page({ ruleId: 'rul_a' }, PAGE)];

    expect(all.items.map(({ id }) => id)).toEqual(['fir_2', 'fir_3', 'fir_1']);
    expect(some.items.map(({ id }) => id)).toEqual(['fir_2', 'fir_1']);
    expect(await store.rules.firedCounts()).toEqual(
      new Map([
        ['rul_a', { firings: 2, lastAt: T0 + 1 }],
        ['rul_b', { firings: 1, lastAt: T0 }],
      ]),
    );
  });

  it('are forgotten when they are old and over, but not those that keep a rule from an entity', async () => {
    const store = newStore();
    const old = [firing('fir_1'), pending('fir_2', T0), firing('fir_3', { cause: 'entity:e1:1' })];
    await store.firings.add([...old, firing('fir_4', { at: T0 + 10 })]);

    await store.firings.forget(T0 + 10);

    const left = await store.firings.page({}, PAGE);
    expect(left.items.map(({ id }) => id).sort()).toEqual(['fir_2', 'fir_3', 'fir_4']);
  });
});

describeStore('the heads of events', ({ newStore }) => {
  it('are those behind a number, in order, whatever happened', async () => {
    const store = newStore();
    const [first] = await store.events.append([
      event('a'),
      event('b', { kind: 'ALERT', type: null, entityId: null }),
      event('c'),
    ]);

    const heads = await store.events.heads(first?.seq ?? 0, 10);

    expect(
      heads.map(({ kind, type, entityId, origin, correlationId }) => [kind, type, entityId, origin, correlationId]),
    ).toEqual([
      ['ALERT', null, null, 'alpha', 'c1'],
      ['UPDATED', 'contact', 'e1', 'alpha', 'c1'],
    ]);
  });
});

describeStore('a history of rules', ({ newStore }) => {
  const under = (version: number, name: string) => ({
    rule: { ...rule, name },
    version,
    at: T0 + version,
    why: 'created',
  });

  it('is kept newest first, a second form under one number in place of the first, also after the rule is gone', async () => {
    const store = newStore();
    await store.rules.put([{ rule, version: 2, shipped: null, activeFrom: 0, pausedAt: null, resumedAt: 0 }]);
    await store.rules.keepVersions([under(1, 'first')]);
    await store.rules.keepVersions([under(2, 'second')]);
    await store.rules.keepVersions([{ ...under(2, 'renamed'), at: T0 + 99, why: 'changed: name' }]);

    await store.rules.remove(['rul_a']);

    expect(await store.rules.all()).toEqual([]);
    expect(await store.rules.versions('rul_a')).toEqual([{ ...under(2, 'renamed') }, under(1, 'first')]);
    expect(await newStore().rules.versions('rul_a')).toEqual([]);
  });

  it('is not touched by a pause', async () => {
    const store = newStore();
    const kept = { rule, version: 1, shipped: null, activeFrom: 4, pausedAt: null, resumedAt: 0 };
    await store.rules.put([kept]);

    await store.rules.pause('rul_a', T0);

    expect(await store.rules.all()).toEqual([{ ...kept, pausedAt: T0 }]);
  });
});

describeStore('what a rule did lately', ({ newStore }) => {
  it('is counted from a time on, of that rule alone', async () => {
    const store = newStore();
    const at = (id: string, time: number, ruleId = 'rul_a') => firing(id, { at: time, ruleId });
    await store.firings.add([at('fir_1', T0), at('fir_2', T0 + 1), at('fir_3', T0 + 2), at('fir_4', T0 + 2, 'rul_b')]);

    const counts = [await store.firings.countSince('rul_a', T0), await store.firings.countSince('rul_c', 0)];

    expect(counts).toEqual([2, 0]);
  });
});

describeStore('the heads of events, backwards,', ({ newStore }) => {
  it('are those before a number, newest first', async () => {
    const store = newStore();
    const [first, second, third] = await store.events.append([event('a'), event('b'), event('c'), event('d')]);

    const heads = await store.events.headsBefore((third?.seq ?? 0) + 1, 2);

    expect(heads.map(({ seq }) => seq)).toEqual([third?.seq, second?.seq]);
    expect(await store.events.headsBefore(first?.seq ?? 0, 2)).toEqual([]);
  });
});
