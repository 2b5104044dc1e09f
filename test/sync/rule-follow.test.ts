import { expect, it } from 'vitest';
import type { NewEvent } from '../../src/store/shapes.ts';
import type { Store } from '../../src/store/store.ts';
import type { SyncContext } from '../../src/sync/context.ts';
import { completeFeed } from '../../src/sync/feed.ts';
import { shipRules } from '../../src/sync/rule-book.ts';
import { createFollower } from '../../src/sync/rule-follow.ts';
import { shippedRules } from '../../src/sync/shipped-rules.ts';
import { entity, event } from '../store/things.ts';
import { describeStore } from '../store/world.ts';
import { createManualClock } from '../support/clock.ts';

const phone = (id: string, changes: Partial<NewEvent> = {}) =>
  event('', {
    entityId: id,
    contactId: id,
    changes: [{ field: 'phone', before: null, after: '+447700900777' }],
    ...changes,
  });

/** A follower of that store, and what it asks of it, by name. */
function follow(store: Store) {
  const asked: string[] = [];
  const counting = <T extends object>(part: T, name: string): T =>
    new Proxy(part, {
      get(target, key, receiver) {
        const value = Reflect.get(target, key, receiver) as unknown;
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => {
          asked.push(`${name}.${String(key)}`);
          return (value as (...given: unknown[]) => unknown).apply(target, args);
        };
      },
    });
  let ids = 0;
  const context = {
    store: {
      ...store,
      events: counting(store.events, 'events'),
      settings: counting(store.settings, 'settings'),
      transaction: (work) => {
        asked.push('transaction');
        return store.transaction(work);
      },
    } satisfies Store,
    clock: createManualClock(),
    newId: (prefix: string) => `${prefix}_${++ids}`,
    systems: [{ id: 'alpha', name: 'Alpha' }],
    connections: new Map(),
    wake: () => undefined,
  } as unknown as SyncContext;
  const follower = createFollower(context);
  return {
    asked,
    async round() {
      while ((await follower.work()) > 0);
    },
  };
}

const firings = async (store: Store) =>
  (await store.firings.page({}, { limit: 100, forward: true, from: null })).items.map(({ cause, entityId }) => [
    cause,
    entityId,
  ]);

describeStore('the rules, following the log', ({ newStore }) => {
  it('pass over a first sync page by page, without opening an event or a transaction for it', async () => {
    const store = newStore();
    await shipRules(store, shippedRules, true, 0);
    for (let part = 0; part < 10; part++)
      await store.events.append(Array.from({ length: 450 }, (_, i) => phone(`con_${part * 450 + i}`)));
    const { asked, round } = follow(store);

    await round();

    const counts = Object.fromEntries(
      [...new Set(asked)].map((name) => [name, asked.filter((one) => one === name).length]),
    );
    // Where it stands, and for each page whether a plan waits and whether the kind is known.
    expect(counts).toEqual({ 'settings.get': 1 + 2 * 5, 'events.heads': 6 });
    expect(await firings(store)).toEqual([]);
  });

  it('answer to what comes behind it, once, although another process follows too and the first starts anew', async () => {
    const store = newStore();
    await shipRules(store, shippedRules, true, 0);
    await store.entities.save(['con_1', 'con_2'].map((id) => entity(id)));
    await store.events.append([phone('con_1')]);
    await completeFeed(store, 'alpha', 'contact', 1);
    const [news] = await store.events.append([phone('con_2')]);
    const [one, other] = [follow(store), follow(store)];

    await Promise.all([one.round(), other.round()]);
    await follow(store).round();

    expect(await firings(store)).toEqual([[`event:${news?.seq}`, 'con_2']]);
  });

  it('answer neither to looks that changed nothing nor to what is not there any more', async () => {
    const store = newStore();
    await shipRules(store, shippedRules, true, 0);
    await completeFeed(store, 'alpha', 'contact', 1);
    await store.entities.save([entity('con_1')]);
    await store.events.append([phone('con_1', { changes: [] }), phone('con_gone')]);

    await follow(store).round();

    expect(await firings(store)).toEqual([]);
  });
});
