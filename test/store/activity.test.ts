import { expect, it } from 'vitest';
import { event, link, snapshot, T0 } from './things.ts';
import { describeStore } from './world.ts';

const HOUR = 3_600_000;

describeStore('what happened by the hour', ({ newStore }) => {
  it('counts changes and failures of each hour since then, and nothing else', async () => {
    const store = newStore();
    await store.events.append([
      event('before', { at: T0 - 1, kind: 'CREATED' }),
      event('first', { at: T0, kind: 'CREATED' }),
      event('last of the hour', { at: T0 + HOUR - 1, kind: 'UPDATED' }),
      event('tried again', { at: T0 + 5, kind: 'WRITE_RETRYING' }),
      event('gone', { at: T0 + 2 * HOUR, kind: 'DELETED' }),
      event('refused', { at: T0 + 2 * HOUR, kind: 'WRITE_FAILED' }),
      event('read', { at: T0 + HOUR, kind: 'RUN_FINISHED' }),
    ]);
    await newStore().events.append([event('of another workspace', { at: T0, kind: 'CREATED' })]);

    expect(await store.events.activity(T0)).toEqual(
      new Map([
        [T0, { changes: 2, failures: 1 }],
        [T0 + 2 * HOUR, { changes: 1, failures: 1 }],
      ]),
    );
  });
});

describeStore('records that are set aside', ({ newStore }) => {
  it('are listed with what they belong to, the latest first, until they are taken back', async () => {
    const store = newStore();
    const aside = (id: string, quarantinedAt: number | null, system = 'alpha') =>
      snapshot(id, { quarantinedAt, system });
    await store.snapshots.put([aside('r1', T0), aside('r2', T0 + 1, 'beta'), aside('r3', null), aside('r4', T0 + 2)]);
    await store.links.put([link('r1', 'e1'), link('r2', 'e1', { system: 'beta' }), link('r3', 'e1')]);
    const ids = async (limit = 10) =>
      (await store.snapshots.quarantined(limit)).map(({ recordId, entityId }) => `${recordId} of ${entityId}`);

    expect(await ids()).toEqual(['r2 of e1', 'r1 of e1']);
    expect(await ids(1)).toEqual(['r2 of e1']);
    await store.snapshots.quarantine('beta', 'contact', ['r2'], null);
    expect(await ids()).toEqual(['r1 of e1']);
  });
});
