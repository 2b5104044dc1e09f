import { expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { delivery, notice, T0 } from './things.ts';
import { describeStore, FIRST_PAGE, idOf, idsByKey, walk } from './world.ts';

describeStore('the outbox', ({ newStore }) => {
  const lease = { now: T0, leaseMs: 1_000, limit: 10 };

  it('leases only the oldest unsettled delivery of an entity and system, oldest first', async () => {
    const store = newStore();
    await store.outbox.add([
      delivery('d9'),
      delivery('d1'),
      delivery('d2', { system: 'beta', nextAttemptAt: null }),
      delivery('d3', { entityId: 'e2', status: 'FAILED' }),
      delivery('d4', { entityId: 'e2' }),
      delivery('d5', { entityId: 'e3', nextAttemptAt: T0 + 1 }),
    ]);

    const claimed = await store.outbox.claim(lease);
    await store.outbox.settle('d9', { status: 'APPLIED', attempts: 1, nextAttemptAt: null, error: null });
    const then = await store.outbox.claim(lease);

    expect(claimed.map(idOf)).toEqual(['d9', 'd2', 'd4']);
    expect(then.map(idOf)).toEqual(['d1']);
  });

  it('gives a delivery again when its lease ran out', async () => {
    const store = newStore();
    await store.outbox.add([delivery('d1')]);
    await store.outbox.claim(lease);

    expect(await store.outbox.claim({ ...lease, now: T0 + 999 })).toEqual([]);
    expect(await store.outbox.nextDue(T0)).toBe(T0 + 1_000);
    expect(await store.outbox.claim({ ...lease, now: T0 + 1_000 })).toHaveLength(1);
  });

  it('gives what a dead process had leased again at once, as an attempt of unknown outcome', async () => {
    const store = newStore();
    await store.outbox.add([delivery('d1'), delivery('d2', { entityId: 'e2', nextAttemptAt: T0 + 99 })]);
    await store.outbox.claim(lease);

    await store.outbox.release();

    const [claimed, ...others] = await store.outbox.claim({ ...lease, system: 'alpha' });
    expect(claimed).toMatchObject({ id: 'd1', attempts: 1 });
    expect(others).toEqual([]);
    expect((await store.outbox.get(['d2'])).get('d2')?.attempts).toBe(0);
  });

  it('claims named deliveries before they are due, but never out of order', async () => {
    const store = newStore();
    await store.outbox.add([delivery('d1', { nextAttemptAt: T0 + 99 }), delivery('d2', { nextAttemptAt: T0 + 99 })]);

    expect(await store.outbox.claim({ ...lease, ids: [] })).toEqual([]);
    expect(await store.outbox.claim({ ...lease, ids: ['d2'] })).toEqual([]);
    expect((await store.outbox.claim({ ...lease, ids: ['d1', 'd2'] })).map(idOf)).toEqual(['d1']);
  });

  it('never gives one delivery to two workers', async () => {
    const store = newStore();
    await store.outbox.add(Array.from({ length: 60 }, (_, i) => delivery(`d${i}`, { entityId: `e${i}` })));

    const claims = await Promise.all(Array.from({ length: 12 }, () => store.outbox.claim({ ...lease, limit: 7 })));
    const rest = await store.outbox.claim({ ...lease, limit: 60 });

    const ids = [...claims.flat(), ...rest].map(idOf);
    expect(new Set(ids).size).toBe(60);
    expect(ids).toHaveLength(60);
  });

  it('keeps the outcome of an attempt', async () => {
    const store = newStore();
    const error = { code: 'TIMEOUT' as const, message: 'beta did not answer', retryable: true };
    await store.outbox.add([delivery('d1')]);

    await store.outbox.settle('d1', { status: 'QUEUED', attempts: 1, nextAttemptAt: T0 + 50, error });
    const waiting = (await store.outbox.get(['d1'])).get('d1');
    const outcome = { attempts: 2, nextAttemptAt: null, error: null, recordId: 'r1', unsupportedFields: ['x'] };
    await store.outbox.settle('d1', { status: 'APPLIED', ...outcome });

    expect(waiting).toEqual(delivery('d1', { attempts: 1, nextAttemptAt: T0 + 50, error }));
    expect((await store.outbox.get(['d1'])).get('d1')).toEqual(delivery('d1', { status: 'APPLIED', ...outcome }));
  });

  it('answers who waits, what failed and when the next is due', async () => {
    const store = newStore();
    expect(await store.outbox.nextDue(T0)).toBeNull();
    await store.outbox.add([
      delivery('d1', { nextAttemptAt: T0 + 30 }),
      delivery('d2', { nextAttemptAt: T0 + 10 }),
      delivery('d3', { system: 'beta', status: 'FAILED', correlationId: 'c2' }),
      delivery('d4', { system: 'beta', status: 'APPLIED', correlationId: 'c2' }),
    ]);

    expect(await store.outbox.nextDue(T0)).toBe(T0 + 30);
    expect(await store.outbox.counts()).toEqual(
      new Map([
        ['alpha', { queued: 2, failed: 0 }],
        ['beta', { queued: 0, failed: 1 }],
      ]),
    );
    expect(idsByKey(await store.outbox.openOf(['e1', 'e2']))).toEqual({ e1: ['d1', 'd2', 'd3'] });
    expect(idsByKey(await store.outbox.byCorrelation(['c1', 'c2']))).toEqual({ c1: ['d1', 'd2'], c2: ['d3', 'd4'] });
  });

  it('pages by system, status and entity, newest first', async () => {
    const store = newStore();
    await store.outbox.add([
      delivery('d1'),
      delivery('d2', { createdAt: T0 + 1, status: 'FAILED' }),
      delivery('d3', { createdAt: T0 + 1, system: 'beta', entityId: 'e2' }),
    ]);
    const ids = async (filter: Parameters<Store['outbox']['page']>[0]) =>
      (await store.outbox.page(filter, FIRST_PAGE)).items.map(idOf);

    expect(await ids({})).toEqual(['d3', 'd2', 'd1']);
    expect(await ids({ system: 'alpha' })).toEqual(['d2', 'd1']);
    expect(await ids({ statuses: ['FAILED', 'APPLIED'] })).toEqual(['d2']);
    expect(await ids({ statuses: [] })).toEqual([]);
    expect(await ids({ entityId: 'e2' })).toEqual(['d3']);
    expect(await walk((page) => store.outbox.page({}, page), 1, false)).toHaveLength(3);
  });
});

describeStore('the inbox', ({ newStore }) => {
  const lease = { now: T0, leaseMs: 1_000, limit: 10 };

  it('keeps a repeated delivery once, also after it was worked', async () => {
    const store = newStore();
    const again = notice('n2', { deliveryId: 'n1' });

    const counts = [
      await store.inbox.add([notice('n1'), again, notice('n3', { deliveryId: 'n1', recordId: 'r2' })]),
      await store.inbox.add([again]),
      await store.inbox.add([]),
    ];
    await store.inbox.done(['n1']);

    expect(counts).toEqual([2, 0, 0]);
    expect(await store.inbox.add([again])).toBe(0);
  });

  it('leases, postpones and finishes items in the order they came', async () => {
    const store = newStore();
    await store.inbox.add([notice('n2', { receivedAt: T0 + 1 }), notice('n1'), notice('n3', { receivedAt: T0 + 1 })]);

    const first = await store.inbox.claim({ ...lease, now: T0 + 1, limit: 2 });
    const second = await store.inbox.claim({ ...lease, now: T0 + 1 });
    await store.inbox.done(['n1', 'n3']);
    await store.inbox.postpone('n2', T0 + 50);
    const due = await store.inbox.nextDue(T0 + 1);
    const third = await store.inbox.claim({ ...lease, now: T0 + 50 });

    expect(first.map(idOf)).toEqual(['n1', 'n2']);
    expect(second.map(idOf)).toEqual(['n3']);
    expect(due).toBe(T0 + 50);
    expect(third).toEqual([notice('n2', { receivedAt: T0 + 1, attempts: 2 })]);
    expect(await store.inbox.claim({ ...lease, now: T0 + 1_049 })).toEqual([]);
    expect(await store.inbox.nextDue(T0)).toBe(T0 + 1_050);
    await store.inbox.done(['n2']);
    expect(await store.inbox.nextDue(T0)).toBeNull();
  });
});
