import { expect, it } from 'vitest';
import type { Alert } from '../../src/model/alert.ts';
import type { KeptTarget, Message } from '../../src/store/alert-shapes.ts';
import { delivery, event, snapshot, T0 } from './things.ts';
import { describeStore, FIRST_PAGE, walk } from './world.ts';

const message = (id: string, changes: Partial<Message> = {}): Message => ({
  id,
  targetId: 'tgt_a',
  thread: `alt_${id}`,
  cause: `cause ${id}`,
  type: 'alert.raised',
  subject: 'A subject',
  words: 'Some words',
  body: '{"type":"alert.raised"}',
  status: 'QUEUED',
  attempts: 0,
  nextAttemptAt: T0,
  error: null,
  createdAt: T0,
  settledAt: null,
  ...changes,
});
const target: KeptTarget = {
  id: 'tgt_a',
  name: 'A',
  enabled: true,
  via: 'webhook',
  url: 'https://hooks.example.com/',
  recipients: [],
  secret: 'whsec_a',
  oldSecret: null,
  oldSecretUntil: null,
  whyOff: null,
  createdAt: T0,
};
const alert = (id: string, changes: Partial<Alert> = {}): Alert => ({
  id,
  ruleId: 'alr_a',
  subject: id,
  system: 'alpha',
  message: 'It is down',
  state: 'RAISED',
  since: T0,
  raisedAt: T0,
  recoveredAt: null,
  told: ['tgt_a'],
  at: T0,
  ...changes,
});
const CLAIM = { now: T0 + 10, leaseMs: 100, limit: 10 };
const SENT = { status: 'SENT', error: null, nextAttemptAt: null, settledAt: T0 } as const;
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);

describeStore('messages', ({ newStore, elsewhere }) => {
  it('are leased when due, oldest first, once, whoever asks; a lease that ended is given again', async () => {
    const store = newStore();
    await store.messages.add([message('msg_2'), message('msg_1'), message('msg_9', { nextAttemptAt: T0 + 900 })]);
    const other = await elsewhere(store);

    const [first, second] = await Promise.all([store.messages.claim(CLAIM), other.messages.claim(CLAIM)]);
    const due = await store.messages.nextDue();
    const third = await store.messages.claim({ ...CLAIM, now: T0 + 110 });

    expect(ids([...first, ...second]).sort()).toEqual(['msg_1', 'msg_2']);
    expect(due).toBe(T0 + 110);
    expect(third.map(({ id, attempts }) => [id, attempts])).toEqual([
      ['msg_1', 2],
      ['msg_2', 2],
    ]);
  });

  it('of one target and thread wait for the one before, those of others do not', async () => {
    const store = newStore();
    const thread = 'alt_1';
    await store.messages.add([
      message('msg_1', { thread, nextAttemptAt: T0 + 500 }),
      message('msg_2', { thread }),
      message('msg_3', { thread, targetId: 'tgt_b' }),
    ]);

    const before = await store.messages.claim(CLAIM);
    await store.messages.settle('msg_1', SENT);
    const after = await store.messages.claim(CLAIM);

    expect([ids(before), ids(after)]).toEqual([['msg_3'], ['msg_2']]);
  });

  it('for one cause reach a target once, even when they are made again', async () => {
    const store = newStore();
    await store.messages.add([message('msg_1', { cause: 'same' })]);

    await store.messages.add([
      message('msg_2', { cause: 'same' }),
      message('msg_3', { cause: 'same', targetId: 'tgt_b' }),
    ]);

    expect(ids(await store.messages.claim(CLAIM))).toEqual(['msg_1', 'msg_3']);
  });

  it('are counted by target, forgotten when old and settled, and dropped with their target', async () => {
    const store = newStore();
    await store.targets.put([target]);
    await store.messages.add([message('msg_1'), message('msg_2'), message('msg_3'), message('msg_4')]);
    await store.messages.settle('msg_1', { ...SENT, settledAt: T0 - 1 });
    await store.messages.settle('msg_2', { ...SENT, status: 'FAILED', error: 'no' });

    const counts = await store.messages.counts();
    await store.messages.forget(T0);
    await store.targets.remove('tgt_a');

    expect(counts).toEqual(new Map([['tgt_a', { queued: 2, failed: 1 }]]));
    expect([...(await store.messages.get(['msg_1', 'msg_2', 'msg_3', 'msg_4'])).keys()]).toEqual(['msg_2']);
    expect(await store.targets.all()).toEqual([]);
  });

  it('left leased by a dead process are due again when it is released', async () => {
    const store = newStore();
    await store.messages.add([message('msg_1')]);
    await store.messages.claim(CLAIM);

    await store.messages.release();

    expect(await store.messages.nextDue()).toBe(T0);
  });
});

describeStore('targets and alert rules', ({ newStore }) => {
  it('come back as they were put, the last of each', async () => {
    const store = newStore();
    const rule = {
      id: 'alr_a',
      name: 'A',
      enabled: true,
      condition: { on: 'quarantine' },
      targets: ['tgt_a'],
    } as const;
    await store.targets.put([target]);
    await store.alertRules.put([{ rule, shipped: rule, mutedUntil: null }]);
    const changed = { ...target, enabled: false, whyOff: 'gone', oldSecret: 'whsec_b', oldSecretUntil: T0 };
    const muted = { rule: { ...rule, enabled: false }, shipped: null, mutedUntil: T0 };

    await store.targets.put([changed]);
    await store.alertRules.put([muted]);

    expect(await store.targets.all()).toEqual([changed]);
    expect(await store.alertRules.all()).toEqual([muted]);
    expect(await newStore().targets.all()).toEqual([]);
  });
});

describeStore('alerts', ({ newStore }) => {
  it('of one rule and subject are never two that are not over, whoever tries', async () => {
    const store = newStore();
    await store.alerts.put([alert('alt_1', { subject: 'same', state: 'WATCHED', raisedAt: null })]);

    const second = store.alerts.put([alert('alt_2', { subject: 'same' })]);

    await expect(second).rejects.toThrow();
    await store.alerts.put([
      alert('alt_1', { subject: 'same', state: 'RECOVERED' }),
      alert('alt_3', { subject: 'same' }),
    ]);
    expect(ids(await store.alerts.current())).toEqual(['alt_3']);
  });

  it('are listed newest first in either direction, open or past; those that are only watched are not', async () => {
    const store = newStore();
    await store.alerts.put([
      alert('alt_1'),
      alert('alt_2', { at: T0 + 1, state: 'RECOVERED' }),
      alert('alt_3', { at: T0 + 2, ruleId: 'alr_b' }),
      alert('alt_4', { at: T0 + 3, state: 'WATCHED' }),
    ]);
    const listed = async (filter: Parameters<typeof store.alerts.page>[0]) =>
      ids((await store.alerts.page(filter, FIRST_PAGE)).items);

    const walks = await Promise.all(
      [true, false].map((forward) => walk((page) => store.alerts.page({}, page), 1, forward)),
    );

    expect(walks.map(ids)).toEqual([
      ['alt_3', 'alt_2', 'alt_1'],
      ['alt_3', 'alt_2', 'alt_1'],
    ]);
    expect(await listed({ open: true })).toEqual(['alt_3', 'alt_1']);
    expect(await listed({ open: false })).toEqual(['alt_2']);
    expect(await listed({ ruleId: 'alr_b' })).toEqual(['alt_3']);
    expect([...(await store.alerts.get(['alt_3', 'alt_4'])).keys()]).toEqual(['alt_3']);
  });
});

describeStore('what alerts look for', ({ newStore }) => {
  it('is counted by system, with when it began', async () => {
    const store = newStore();
    await store.outbox.add([
      delivery('d1', { status: 'FAILED', createdAt: T0 + 5 }),
      delivery('d2', { status: 'FAILED', createdAt: T0 }),
      delivery('d3', { status: 'QUEUED' }),
    ]);
    await store.snapshots.put([snapshot('r1'), snapshot('r2')]);
    const [{ system, kind }] = [snapshot('r1')];
    await store.snapshots.quarantine(system, kind, ['r1'], T0 + 7);
    const dispute = { entityId: 'e1', kind: 'contact', field: 'email', base: null, values: [], chosen: null } as const;
    await store.conflicts.put([
      { id: 'cft_1', ...dispute, open: true, at: T0 + 9 },
      { id: 'cft_2', ...dispute, open: false, at: T0 },
    ]);

    const failed = await store.signs.failedDeliveries();

    expect([...failed.values()]).toEqual([{ count: 2, since: T0 }]);
    expect(await store.signs.quarantined()).toEqual(new Map([[system, { count: 1, since: T0 + 7 }]]));
    expect(await store.signs.openConflicts()).toEqual({ count: 1, since: T0 + 9 });
    expect(await newStore().signs.openConflicts()).toBeNull();
  });

  it('in the log is grouped by reason and system, the newest last', async () => {
    const store = newStore();
    const at = (ms: number, reason: 'massDelete' | null, system: string | null) =>
      event('x', { kind: 'ALERT', at: T0 + ms, reason, system });
    const logged = await store.events.append([
      at(1, 'massDelete', 'alpha'),
      at(2, 'massDelete', 'alpha'),
      at(3, null, null),
      event('y', { at: T0 + 4, kind: 'CREATED' }),
      at(0, null, null),
    ]);

    const told = await store.signs.told(T0);

    expect(told.toSorted((a, b) => a.lastAt - b.lastAt)).toEqual([
      { reason: 'massDelete', system: 'alpha', count: 2, since: T0 + 1, lastAt: T0 + 2, lastSeq: logged[1]?.seq },
      { reason: null, system: null, count: 1, since: T0 + 3, lastAt: T0 + 3, lastSeq: logged[2]?.seq },
    ]);
  });
});
