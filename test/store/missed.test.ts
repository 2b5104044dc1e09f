import { expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { describeStore } from './world.ts';

const SECOND = 1000;

/** A notice of alpha's contact r1, received so long after now. */
async function notice(store: Store, afterMs: number, changes: { kind?: 'task'; recordId?: string } = {}) {
  const item = { id: `n${afterMs}`, system: 'alpha', kind: 'contact' as const, recordId: 'r1', contactRecordId: null };
  const deliveryId = `d${afterMs}`;
  await store.inbox.add([{ ...item, ...changes, deliveryId, receivedAt: Date.now() + afterMs, attempts: 0 }]);
  return item.id;
}

/** A change of alpha's contact r1 found now, that was last seen so long ago. */
const find = (store: Store, agoMs: number) =>
  store.missed.found([{ system: 'alpha', kind: 'contact', recordId: 'r1', since: Date.now() - agoMs }]);

describeStore('changes that polling found', ({ newStore }) => {
  it('are counted by system and workspace, one found twice in a reading once', async () => {
    const [store, other] = [newStore(), newStore()];
    const changes = ['r1', 'r2', 'r1'].map((recordId) => ({
      system: 'alpha',
      kind: 'contact' as const,
      recordId,
      since: 0,
    }));

    await store.missed.found(changes);
    await store.missed.found([]);

    expect(await Promise.all([store.missed.count('alpha'), store.missed.count('beta')])).toEqual([2, 0]);
    expect(await other.missed.count('alpha')).toBe(0);
  });

  it.each([
    ['since the record was last seen', -5 * SECOND, 0],
    ['within two minutes after', 110 * SECOND, 0],
    ['later', 130 * SECOND, 1],
    ['earlier, but not worked yet', -60 * SECOND, 0],
  ])('are missed or not where a notice came %s', async (_, afterMs, missed) => {
    const store = newStore();
    await notice(store, afterMs);

    await find(store, 10 * SECOND);

    expect(await store.missed.count('alpha')).toBe(missed);
  });

  it('are missed where the notice was worked before the record was last seen, or is of another record', async () => {
    const store = newStore();
    await notice(store, -50 * SECOND, { kind: 'task' });
    await notice(store, -40 * SECOND, { recordId: 'r2' });
    await store.inbox.done([await notice(store, -60 * SECOND)]);
    // The very moment of the notice's end would still be one in which it told of the change.
    const workedAt = Date.now();
    while (Date.now() === workedAt);

    await find(store, 10 * SECOND);

    expect(await store.missed.count('alpha')).toBe(1);
  });
});
