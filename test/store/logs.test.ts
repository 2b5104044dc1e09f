import { expect, it } from 'vitest';
import type { DeliveryFilter, RunFilter, UpstreamCall } from '../../src/store/log-shapes.ts';
import type { EventFilter } from '../../src/store/shapes.ts';
import type { Store } from '../../src/store/store.ts';
import { delivery, entity, event, notice, run, T0, task } from './things.ts';
import { describeStore, FIRST_PAGE, idOf } from './world.ts';

const DAY = 86_400_000;
const ann = entity('e1', { fields: { firstName: 'Ann', lastName: 'Archer' } });
const bob = entity('e2', { fields: { firstName: 'Bob', lastName: 'Baker' } });
const failed = (message: string) => ({ code: 'REFUSED', message, retryable: false }) as const;

const told = async (store: Store, filter: EventFilter) =>
  (await store.events.page(filter, FIRST_PAGE)).items.map(({ message }) => message);
const queued = async (store: Store, filter: DeliveryFilter) =>
  (await store.outbox.page(filter, FIRST_PAGE)).items.map(idOf).sort();
const ran = async (store: Store, filter: RunFilter) =>
  (await store.runs.page(filter, FIRST_PAGE)).items.map(idOf).sort();

describeStore('the filters of the logs', ({ newStore }) => {
  it('find events by time, from then on and until before', async () => {
    const store = newStore();
    await store.events.append([event('first'), event('second', { at: T0 + 1 }), event('third', { at: T0 + 2 })]);

    expect(await told(store, { from: T0 + 1 })).toEqual(['third', 'second']);
    expect(await told(store, { to: T0 + 1 })).toEqual(['first']);
    expect(await told(store, { from: T0 + 1, to: T0 + 2 })).toEqual(['second']);
  });

  it('find events by what they say, in any case, and by the name of the contact they concern', async () => {
    const store = newStore();
    await store.entities.save([ann, bob]);
    await store.events.append([
      event('It Answered 100% Nonsense', { contactId: null }),
      event('about Ann', { contactId: 'e1' }),
      event('about the other', { contactId: 'e2' }),
      event('about a task of Bob', { contactId: 'e2', entityId: 't1', kind: 'DELETED' }),
      event('elsewhere', { contactId: null, at: T0 + DAY }),
    ]);
    const elsewhere = newStore();
    await elsewhere.events.append([event('nonsense of another workspace')]);

    expect(await told(store, { search: 'answered 100%' })).toEqual(['It Answered 100% Nonsense']);
    expect(await told(store, { search: '100_' })).toEqual([]);
    expect(await told(store, { search: 'baker' })).toEqual(['about a task of Bob', 'about the other']);
    expect(await told(store, { search: 'baker', kinds: ['DELETED'] })).toEqual(['about a task of Bob']);
    expect(await told(store, { search: 'ann' })).toEqual(['about Ann']);
    expect(await told(store, { search: 'elsewhere', to: T0 + 1 })).toEqual([]);
    expect((await store.events.after(0, { search: 'BAKER' }, 1)).map(({ message }) => message)).toEqual([
      'about the other',
    ]);
  });

  it('find deliveries by kind, contact, time and text', async () => {
    const store = newStore();
    await store.entities.save([ann, bob, task('t1', 'e1', null), { ...task('t2', 'e1', null), deletedAt: T0 }]);
    await store.outbox.add([
      delivery('d1'),
      delivery('d2', { entityId: 't1', kind: 'task', createdAt: T0 + 1 }),
      delivery('d3', { entityId: 't2', kind: 'task', operation: 'remove', createdAt: T0 + 2 }),
      delivery('d4', { entityId: 'e2', status: 'FAILED', error: failed('Phone is "too long"'), createdAt: T0 + 3 }),
    ]);

    expect(await queued(store, { kinds: ['task'] })).toEqual(['d2', 'd3']);
    expect(await queued(store, { contactId: 'e1' })).toEqual(['d1', 'd2', 'd3']);
    expect(await queued(store, { from: T0 + 1, to: T0 + 3 })).toEqual(['d2', 'd3']);
    expect(await queued(store, { search: 'archer' })).toEqual(['d1', 'd2', 'd3']);
    expect(await queued(store, { search: 'phone IS' })).toEqual(['d4']);
    expect(await queued(store, { search: 'too long"' })).toEqual(['d4']);
    expect(await queued(store, { search: 'retryable' })).toEqual([]);
    expect(await queued(store, { search: 'archer', statuses: ['FAILED'] })).toEqual([]);
  });

  it('find runs by system, kind, state, time, text and contact', async () => {
    const store = newStore();
    for (const one of [
      run('r1', { kinds: ['note'] }),
      run('r2', { system: 'beta', startedAt: T0 + 1, error: 'contacts: Beta is DOWN' }),
      run('r3', { startedAt: T0 + 2, finishedAt: null, trigger: 'request' }),
    ])
      await store.runs.put(one);
    await store.events.append([event('brought', { runId: 'r1' }), event('other', { runId: 'r2', contactId: 'e2' })]);

    expect(await ran(store, { system: 'beta' })).toEqual(['r2']);
    expect(await ran(store, { kinds: ['note', 'tag'] })).toEqual(['r1']);
    expect(await ran(store, { states: ['FAILED'] })).toEqual(['r2']);
    expect(await ran(store, { states: ['RUNNING', 'FINISHED'] })).toEqual(['r1', 'r3']);
    expect(await ran(store, { from: T0 + 1, to: T0 + 2 })).toEqual(['r2']);
    expect(await ran(store, { search: 'is down' })).toEqual(['r2']);
    expect(await ran(store, { search: 'request' })).toEqual(['r3']);
    expect(await ran(store, { contactId: 'e1' })).toEqual(['r1']);
  });
});

describeStore('upstream calls', ({ newStore }) => {
  const call = (id: string, changes: Partial<UpstreamCall> = {}): UpstreamCall => ({
    id,
    system: 'alpha',
    correlationId: 'd1',
    at: T0,
    durationMs: 12,
    method: 'GET',
    path: '/contacts/1',
    status: 200,
    error: null,
    request: null,
    response: { body: { id: '1' } },
    ...changes,
  });

  it('are found by what they were made for and by system, as they were kept', async () => {
    const store = newStore();
    const made = [call('c1'), call('c2', { correlationId: 'd2' }), call('c3', { status: null, error: 'no answer' })];
    await store.calls.add([...made, call('c4', { system: 'beta' })]);

    expect(await store.calls.of(['d1', 'd2', 'd3'])).toEqual(
      new Map([
        ['d1', [made[0], made[2], call('c4', { system: 'beta' })]],
        ['d2', [made[1]]],
      ]),
    );
    expect(await store.calls.page('alpha', FIRST_PAGE)).toMatchObject({ items: made.toReversed(), total: 3 });
  });

  it('are bounded per system by their number and by their length', async () => {
    const store = newStore();
    await store.calls.add([call('other', { system: 'beta' })]);

    await store.calls.add(Array.from({ length: 2_010 }, (_, i) => call(`n${i}`)));
    const counted = await store.calls.page('alpha', { ...FIRST_PAGE, limit: 1 });
    await store.calls.add(Array.from({ length: 5 }, (_, i) => call(`big${i}`, { response: 'x'.repeat(3_000_000) })));
    const weighed = await store.calls.page('alpha', FIRST_PAGE);

    expect(counted).toMatchObject({ total: 2_000, items: [{ id: 'n2009' }] });
    expect(weighed.items.map(idOf)).toEqual(['big4', 'big3']);
    expect((await store.calls.page('beta', FIRST_PAGE)).total).toBe(1);
  });
});

describeStore('retention', ({ newStore }) => {
  const old = { before: T0 + DAY, limit: 100 };

  it('removes old events from the front of the log, a few at a time, and says how far', async () => {
    const store = newStore();
    const logged = await store.events.append([1, 2, 3, 4, 5].map((n) => event(`${n}`, { at: T0 + (n > 3 ? DAY : 0) })));
    const [first, second, third] = logged;

    expect(await store.retention.forgottenUpTo()).toBe(0);
    expect(await store.retention.forget('events', { ...old, limit: 1 })).toBe(1);
    expect(await store.retention.forgottenUpTo()).toBe(first?.seq);
    expect(await store.retention.forget('events', { ...old, keepFrom: third?.seq ?? 0 })).toBe(1);
    expect(await store.retention.forgottenUpTo()).toBe(second?.seq);
    expect(await store.retention.forget('events', old)).toBe(1);
    expect(await store.retention.forget('events', old)).toBe(0);
    expect(await told(store, {})).toEqual(['5', '4']);
    expect(await store.retention.forget('events', { ...old, before: T0 + 9 * DAY })).toBe(1);
    expect(await told(store, {})).toEqual(['5']);
  });

  it('keeps the newest version of everything', async () => {
    const store = newStore();
    const version = (entityId: string, number: number, at = T0) => ({
      entityId,
      version: number,
      fields: {},
      changes: [],
      origin: 'alpha',
      actor: null,
      why: null,
      correlationId: 'c1',
      at,
    });
    await store.versions.add([version('e1', 1), version('e1', 2), version('e2', 1), version('e2', 2, T0 + DAY)]);

    const removed = await store.retention.forget('versions', old);

    const left = async (id: string) => (await store.versions.page(id, FIRST_PAGE)).items.map((item) => item.version);
    expect(removed).toBe(2);
    expect(await left('e1')).toEqual([2]);
    expect(await left('e2')).toEqual([2]);
  });

  it('keeps what is not over: deliveries that wait or failed, runs under way, notices not yet worked', async () => {
    const store = newStore();
    const statuses = ['QUEUED', 'FAILED', 'APPLIED', 'SKIPPED', 'UNSUPPORTED', 'UNDONE'] as const;
    await store.outbox.add(statuses.map((status) => delivery(status, { status, entityId: status })));
    await store.outbox.add([delivery('young', { status: 'APPLIED', createdAt: T0 + DAY })]);
    await store.runs.put(run('over'));
    await store.runs.put(run('under way', { finishedAt: null }));
    await store.inbox.add([notice('waiting', { recordId: 'r2' })]);

    expect(await store.retention.forget('deliveries', old)).toBe(4);
    expect(await queued(store, {})).toEqual(['FAILED', 'QUEUED', 'young']);
    expect(await store.retention.forget('runs', old)).toBe(1);
    expect(await ran(store, {})).toEqual(['under way']);
    expect(await store.retention.forget('inbox', old)).toBe(0);
    expect(await store.inbox.nextDue(T0)).toBe(T0);
  });

  it('keeps firings that wait, and those whose cause may come again', async () => {
    const store = newStore();
    const firing = (id: string, cause: string, state: 'DONE' | 'PENDING' = 'DONE') => ({
      id,
      ruleId: 'rul_a',
      cause,
      eventSeq: null,
      entityId: null,
      contactId: null,
      origin: 'alpha',
      chain: ['rul_a'],
      errands: [],
      state,
      result: '',
      error: null,
      attempts: 0,
      nextAttemptAt: null,
      at: T0,
    });
    await store.firings.add([
      firing('f1', 'event:1'),
      firing('f2', 'entity:e1:1'),
      firing('f3', 'event:2', 'PENDING'),
      firing('f4', 'time:1:2'),
    ]);

    const removed = await store.retention.forget('firings', old);

    expect(removed).toBe(2);
    expect((await store.firings.page({}, FIRST_PAGE)).items.map(idOf).sort()).toEqual(['f2', 'f3']);
  });
});
