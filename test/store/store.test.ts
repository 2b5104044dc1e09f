import { expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { conflict, entity, event, link, run, snapshot, T0 } from './things.ts';
import { describeStore, FIRST_PAGE, idOf, idsByKey, walk } from './world.ts';

describeStore('versions, links and snapshots', ({ newStore }) => {
  it('lists the versions of an entity newest first and refuses a second one with the same number', async () => {
    const store = newStore();
    const [first, second] = [1, 2].map((version) => ({
      entityId: 'e1',
      version,
      fields: { firstName: 'Ann' },
      changes: [{ field: 'firstName', before: null, after: 'Ann' }],
      origin: 'alpha',
      actor: null,
      why: null,
      correlationId: 'c1',
      at: T0,
    }));
    if (!first || !second) throw new Error('two versions were made');
    await store.versions.add([first, second]);

    expect(await store.versions.page('e1', FIRST_PAGE)).toMatchObject({
      items: [second, first],
      total: 2,
      more: false,
    });
    expect(await walk((page) => store.versions.page('e1', page), 1, true)).toEqual([second, first]);
    expect(await walk((page) => store.versions.page('e1', page), 1, false)).toEqual([second, first]);
    await expect(store.versions.add([second])).rejects.toThrow();
  });

  it('moves and removes links', async () => {
    const store = newStore();
    await store.links.put([link('r1', 'e1'), link('r2', 'e1', { system: 'beta' }), link('r3', 'e2')]);
    await store.links.put([link('r1', 'e2', { how: 'email' }), link('r1', 'e2', { how: 'phone' })]);

    await store.links.remove(link('r3', 'e2'));

    expect(await store.links.find('alpha', 'contact', ['r1', 'r2', 'r3'])).toEqual(new Map([['r1', 'e2']]));
    expect(await store.links.of(['e1', 'e2', 'e3'])).toEqual(
      new Map([
        ['e1', [link('r2', 'e1', { system: 'beta' })]],
        ['e2', [link('r1', 'e2', { how: 'phone' })]],
      ]),
    );
  });

  it('answers the snapshots it was given and those of linked records', async () => {
    const store = newStore();
    const [first, second] = [snapshot('r1'), snapshot('r1', { system: 'beta', url: 'u', deletedAt: T0 })];
    await store.links.put([link('r1', 'e1', { system: 'beta', how: 'email' }), link('r1', 'e1'), link('bare', 'e1')]);
    await store.snapshots.put([{ ...first, hash: 'h0' }]);

    await store.snapshots.put([first, second]);

    expect(await store.snapshots.get('alpha', 'contact', ['r1', 'r9'])).toEqual(new Map([['r1', first]]));
    expect(await store.snapshots.ofEntities(['e1', 'e2'])).toEqual(
      new Map([
        [
          'e1',
          [
            { ...first, entityId: 'e1', how: 'created' },
            { ...second, entityId: 'e1', how: 'email' },
          ],
        ],
      ]),
    );
  });

  it('knows the living records that were not seen since, that belong to contacts, and how many there are', async () => {
    const store = newStore();
    const child = (id: string, contactRecordId: string, deletedAt: number | null = null) =>
      snapshot(id, { kind: 'task', contactRecordId, deletedAt });
    await store.snapshots.put([child('t1', 'r1'), child('t2', 'r1'), child('t3', 'r2'), child('t4', 'r1', T0)]);

    await store.snapshots.touch('alpha', 'task', ['t2', 't2'], T0 + 5);

    expect(await store.snapshots.unseenSince('alpha', 'task', T0 + 5, 10)).toEqual(['t1', 't3']);
    expect(await store.snapshots.unseenSince('alpha', 'task', T0 + 5, 1)).toEqual(['t1']);
    expect(await store.snapshots.idsOfContacts('alpha', 'task', ['r1', 'r2', 'r3'])).toEqual(
      new Map([
        ['r1', ['t1', 't2']],
        ['r2', ['t3']],
      ]),
    );
    expect(await store.snapshots.count('alpha', 'task')).toBe(3);
  });
});

describeStore('the event log', ({ newStore, elsewhere }) => {
  it('numbers events in order and replays what came after one', async () => {
    const store = newStore();
    expect(await store.events.lastSeq()).toBe(0);

    const logged = await store.events.append([event('one'), event('two'), event('three')]);

    const [one, two, three] = logged;
    expect(logged.map((each) => each.message)).toEqual(['one', 'two', 'three']);
    expect(await store.events.after(one?.seq ?? 0, {}, 10)).toEqual([two, three]);
    expect(await store.events.after(0, {}, 1)).toEqual([one]);
    expect(await store.events.get([two?.seq ?? 0, 0])).toEqual(new Map([[two?.seq, two]]));
    expect(await store.events.lastSeq()).toBe(three?.seq);
    expect(await store.events.append([])).toEqual([]);
  });

  it('filters by system, kind, type and contact', async () => {
    const store = newStore();
    await store.events.append([
      event('from alpha'),
      event('to alpha', { origin: 'gateway', system: 'alpha', kind: 'WRITE_APPLIED' }),
      event('beta', { origin: 'beta', type: 'task', contactId: 'e2' }),
      event('run', { origin: 'beta', type: null, contactId: null, kind: 'RUN_STARTED' }),
    ]);
    const told = async (filter: Parameters<Store['events']['page']>[0]) =>
      (await store.events.page(filter, FIRST_PAGE)).items.map((each) => each.message);

    expect(await told({ systems: ['alpha'] })).toEqual(['to alpha', 'from alpha']);
    expect(await told({ kinds: ['RUN_STARTED', 'WRITE_APPLIED'] })).toEqual(['run', 'to alpha']);
    expect(await told({ types: ['task'] })).toEqual(['beta']);
    expect(await told({ contactId: 'e2', systems: ['beta'] })).toEqual(['beta']);
    expect(await told({ systems: [] })).toEqual([]);
    expect(await walk((page) => store.events.page({}, page), 3, false)).toHaveLength(4);
  });

  it('gives higher numbers to later commits, so that a reader behind a number misses nothing', async () => {
    const store = newStore();
    const other = await elsewhere(store);
    const seen: number[] = [];
    let cursor = 0;
    const readOn = async () => {
      const fresh = await store.events.after(cursor, {}, 1_000);
      for (const { seq } of fresh) seen.push(seq);
      cursor = seen.at(-1) ?? 0;
    };

    const writers = Array.from({ length: 40 }, (_, i) =>
      (i % 2 ? store : other).transaction(async (tx) => {
        await tx.events.append([event(`first of ${i}`)]);
        await tx.settings.put(`k${i}`, i);
        await tx.events.append([event(`second of ${i}`)]);
      }),
    );
    await Promise.all(writers.map((writer) => writer.then(readOn)));
    await readOn();

    expect(new Set(seen).size).toBe(80);
    expect(await store.events.page({}, { ...FIRST_PAGE, limit: 1 })).toMatchObject({ total: 80 });
  });
});

describeStore('conflicts, runs, settings and replies', ({ newStore }) => {
  it('keeps and resolves conflicts', async () => {
    const store = newStore();
    await store.conflicts.put([conflict('c1'), conflict('c2', { at: T0 + 1, base: { a: 1 } })]);

    await store.conflicts.put([conflict('c1', { open: false, chosen: null })]);

    expect((await store.conflicts.get(['c1', 'c9'])).get('c1')).toEqual(conflict('c1', { open: false, chosen: null }));
    expect(idsByKey(await store.conflicts.of(['e1']))).toEqual({ e1: ['c2', 'c1'] });
    expect((await store.conflicts.page({}, FIRST_PAGE)).items.map(idOf)).toEqual(['c2', 'c1']);
    expect((await store.conflicts.page({ open: true }, FIRST_PAGE)).items.map(idOf)).toEqual(['c2']);
    expect((await store.conflicts.page({ open: false }, FIRST_PAGE)).items.map(idOf)).toEqual(['c1']);
  });

  it('knows the latest good run of a kind', async () => {
    const store = newStore();
    await store.runs.put(run('r1', { finishedAt: null }));
    await store.runs.put(run('r1'));
    await store.runs.put(run('r2', { startedAt: T0 + 1, finishedAt: T0 + 20, error: 'alpha is down' }));
    await store.runs.put(run('r3', { startedAt: T0 + 1, finishedAt: T0 + 30, kinds: ['note'] }));
    await store.runs.put(run('r4', { startedAt: T0 + 2, finishedAt: null, progress: null }));

    expect(await store.runs.lastGood('alpha', 'task')).toEqual(run('r1'));
    expect(await store.runs.lastGood('alpha', 'tag')).toBeNull();
    expect((await store.runs.page({}, FIRST_PAGE)).items.map(idOf)).toEqual(['r4', 'r3', 'r2', 'r1']);
    expect([...(await store.runs.get(['r1', 'r9'])).keys()]).toEqual(['r1']);
  });

  it('remembers settings of any shape', async () => {
    const store = newStore();
    await store.settings.put('cursor', 'old');

    await store.settings.put('cursor', { page: 3, deep: [null, true] });
    await store.settings.put('nothing', null);

    expect(await store.settings.get('cursor')).toEqual({ page: 3, deep: [null, true] });
    expect(await store.settings.get('nothing')).toBeNull();
    expect(await store.settings.get('never')).toBeUndefined();
  });

  it('keeps the first reply under a key', async () => {
    const store = newStore();
    const reply = { key: 'k', requestHash: 'h', entityId: 'e1', correlationId: 'c1', at: T0 };

    const kept = await Promise.all([store.replies.add(reply), store.replies.add({ ...reply, entityId: 'e2' })]);

    expect(kept).toEqual([true, false]);
    expect(await store.replies.get('k')).toEqual(reply);
    expect(await store.replies.get('other')).toBeNull();
  });
});

describeStore('transactions', ({ newStore, elsewhere }) => {
  it('keep everything or nothing, nested ones too', async () => {
    const store = newStore();

    const failed = store.transaction(async (tx) => {
      await tx.entities.save([entity('e1')]);
      await tx.transaction(async (nested) => {
        await nested.events.append([event('never')]);
        expect((await nested.entities.get(['e1'])).size).toBe(1);
      });
      throw new Error('changed my mind');
    });

    await expect(failed).rejects.toThrow('changed my mind');
    expect((await store.entities.get(['e1'])).size).toBe(0);
    expect(await store.events.lastSeq()).toBe(0);
  });

  it('of one workspace run one after another, so that none overwrites what it has not read', async () => {
    const store = newStore();
    const other = await elsewhere(store);
    await store.settings.put('counter', 0);

    await Promise.all(
      Array.from({ length: 30 }, (_, i) =>
        (i % 2 ? store : other).transaction(async (tx) => {
          const counter = (await tx.settings.get('counter')) as number;
          await tx.settings.put('counter', counter + 1);
        }),
      ),
    );

    expect(await store.settings.get('counter')).toBe(30);
  });

  it('let reads and other writes go on around them', async () => {
    const store = newStore();

    const results = await Promise.all([
      store.transaction((tx) => tx.settings.put('a', 1)),
      store.settings.put('b', 2),
      store.entities.save([entity('e1')]),
      ...Array.from({ length: 30 }, () => store.settings.get('c')),
    ]);

    expect(results).toHaveLength(33);
    expect([await store.settings.get('a'), await store.settings.get('b')]).toEqual([1, 2]);
  });
});
