import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EntityQuery, PageRequest, PageResult, Position, Store } from '../../src/store/store.ts';
import { engines, type Place } from '../support/databases.ts';
import { conflict, delivery, entity, event, link, notice, run, snapshot, T0, task } from './things.ts';

const FIRST_PAGE: PageRequest = { limit: 100, forward: true, from: null };

describe.each(engines)('the store on $name', ({ available, shared, place: makePlace }) => {
  let place: Place;
  let open: () => Promise<(workspace: string) => Store>;
  let workspaces: (workspace: string) => Store;
  let count = 0;
  const newStore = () => workspaces(`w${++count}`);

  beforeAll(async () => {
    if (!available) return;
    place = await makePlace();
    open = async () => (await place.open()).store;
    workspaces = await open();
  });
  afterAll(() => place?.remove());

  describe.skipIf(!available)('entities', () => {
    it('answers what was saved, and nothing of other workspaces', async () => {
      const store = newStore();
      const ann = entity('e1', { fields: { firstName: 'Ann', 'custom.odd': { a: [1, null, 'a\u0000b'] } } });

      await store.entities.save([ann]);

      expect(await store.entities.get(['e1', 'nobody'])).toEqual(new Map([['e1', ann]]));
      expect(await newStore().entities.get(['e1'])).toEqual(new Map());
    });

    it('replaces an entity with all its keys', async () => {
      const store = newStore();
      await store.entities.save([entity('e1', { fields: { email: 'old@x.org', tags: ['VIP'] } })]);

      await store.entities.save([entity('e1', { version: 2, fields: { email: 'new@x.org' } })]);

      const found = await store.entities.byMatchKeys('contact', ['email:old@x.org', 'email:new@x.org', 'tag:vip']);
      expect(found).toEqual(new Map([['email:new@x.org', ['e1']]]));
      expect((await list(store, { kind: 'contact', filterKeys: ['tag:vip'] })).items).toEqual([]);
      expect((await store.entities.get(['e1'])).get('e1')?.version).toBe(2);
    });

    it('matches living entities only, also by keys too long for an index', async () => {
      const store = newStore();
      const long = `${'x'.repeat(3_000)}@x.org`;
      await store.entities.save([
        entity('e2', { fields: { email: long, lastName: 'L'.repeat(5_000) } }),
        entity('e1', { fields: { email: long } }),
        entity('gone', { fields: { email: long }, deletedAt: T0 }),
      ]);

      const found = await store.entities.byMatchKeys('contact', [`email:${long}`]);

      expect(found).toEqual(new Map([[`email:${long}`, ['e1', 'e2']]]));
    });

    it('takes more entities and ids than one statement holds', async () => {
      const store = newStore();
      const ids = Array.from({ length: 1_201 }, (_, i) => `e${i}`);

      await store.entities.save(ids.map((id) => entity(id)));

      expect((await store.entities.get(ids)).size).toBe(1_201);
      await expect(store.entities.save([])).resolves.toBeUndefined();
    });

    it('filters by everything a query can name', async () => {
      const store = newStore();
      await store.entities.save([
        entity('a', { fields: { lastName: 'A', tags: ['vip', 'new'] }, updatedAt: T0 + 5 }),
        entity('b', { fields: { lastName: 'B', tags: ['vip'] } }),
        entity('gone', { fields: { lastName: 'C', tags: ['vip'] }, deletedAt: T0 }),
        task('t1', 'a', T0 + 10, { fields: { title: 't1', dueAt: at(10), completed: true } }),
        task('t2', 'a', T0 + 20),
        task('t3', 'b', null, { createdAt: T0 + 15 }),
      ]);
      await store.links.put([link('r1', 'a'), link('r2', 'b', { system: 'beta' })]);
      await store.conflicts.put([conflict('c1', { entityId: 'a' }), conflict('c2', { entityId: 'b', open: false })]);
      const ids = async (query: EntityQuery) => (await list(store, query)).items.map((found) => found.id);

      expect(await ids({ kind: 'contact', filterKeys: ['tag:vip'] })).toEqual(['a', 'b']);
      expect(await ids({ kind: 'contact', filterKeys: ['tag:vip', 'tag:new'] })).toEqual(['a']);
      expect(await ids({ kind: 'contact', system: 'alpha' })).toEqual(['a']);
      expect(await ids({ kind: 'contact', missingIn: 'alpha' })).toEqual(['b']);
      expect(await ids({ kind: 'contact', hasConflict: true })).toEqual(['a']);
      expect(await ids({ kind: 'contact', hasConflict: false })).toEqual(['b']);
      expect(await ids({ kind: 'contact', updatedAfter: T0 })).toEqual(['a']);
      expect(await ids({ kind: 'task', contactId: 'a' })).toEqual(['t1', 't2']);
      expect(await ids({ kind: 'task', state: 'completed' })).toEqual(['t1']);
      expect(await ids({ kind: 'task', from: T0 + 10, to: T0 + 20 })).toEqual(['t1']);
      expect(await ids({ kind: 'task', order: { by: 'at', direction: 'desc' } })).toEqual(['t2', 't3', 't1']);
    });

    it('orders labels by their bytes in lower case, as every engine does', async () => {
      const store = newStore();
      const names = ['b', 'A', 'a-b', 'a b', 'ab', 'Z', 'Émile', 'aB', '_', '1'];
      await store.entities.save(names.map((lastName, i) => entity(`e${i}`, { fields: { lastName } })));

      const labels = (await list(store, { kind: 'contact' })).items.map((found) => found.fields.lastName);

      expect(labels).toEqual(['1', '_', 'A', 'a b', 'a-b', 'ab', 'aB', 'b', 'Z', 'Émile']);
    });

    it('pages through any list in both directions without losing or repeating one', async () => {
      const small = fc.record({ label: fc.constantFrom('a', 'A', 'b', 'ü'), at: fc.integer({ min: 0, max: 3 }) });
      const order = fc.record({
        by: fc.constantFrom('label' as const, 'at' as const, 'createdAt' as const, 'updatedAt' as const),
        direction: fc.constantFrom('asc' as const, 'desc' as const),
      });
      const world = fc.tuple(fc.array(small, { maxLength: 12 }), order, fc.integer({ min: 1, max: 5 }));
      await fc.assert(
        fc.asyncProperty(world, async ([made, by, limit]) => {
          const store = newStore();
          await store.entities.save(
            made.map(({ label, at: time }, i) =>
              task(`t${i}`, 'c', T0 + time, {
                createdAt: T0 + time,
                updatedAt: T0 - time,
                fields: { title: label, dueAt: at(time) },
              }),
            ),
          );
          const read = (page: PageRequest) => store.entities.page({ kind: 'task', order: by }, page);

          const all = await read(FIRST_PAGE);
          const forward = await walk(read, limit, true);
          const backward = await walk(read, limit, false);

          expect(forward).toEqual(all.items);
          expect(backward).toEqual(all.items);
          expect(all.total).toBe(made.length);
        }),
        { numRuns: 25 },
      );
    });

    it('refuses a position of another ordering', async () => {
      const page = { ...FIRST_PAGE, from: { value: 'ann', id: 'e1' } };

      const asked = newStore().entities.page({ kind: 'contact', order: { by: 'at', direction: 'asc' } }, page);

      await expect(asked).rejects.toMatchObject({ code: 'INVALID' });
    });

    it('gives each contact its own page of children', async () => {
      const store = newStore();
      await store.entities.save([
        ...[5, 3, 3, 1].map((time, i) => task(`a${i}`, 'a', T0 + time)),
        task('b0', 'b', T0 + 2),
        task('done', 'b', T0 + 2, { deletedAt: T0 }),
      ]);
      const query: EntityQuery = { kind: 'task', order: { by: 'at', direction: 'asc' } };
      const ask = (page: PageRequest) => store.entities.pageOfEach(query, ['a', 'b', 'c'], page);

      const first = await ask({ limit: 2, forward: true, from: null });
      const next = await ask({ limit: 2, forward: true, from: { value: T0 + 3, id: 'a1' } });
      const last = await ask({ limit: 1, forward: false, from: null });

      expect(brief(first)).toEqual({ a: [['a3', 'a1'], 4, true], b: [['b0'], 1, false], c: [[], 0, false] });
      expect(brief(next)).toEqual({ a: [['a2', 'a0'], 4, false], b: [[], 1, false], c: [[], 0, false] });
      expect(brief(last)).toEqual({ a: [['a0'], 4, true], b: [['b0'], 1, false], c: [[], 0, false] });
      expect(first.get('a')?.positions[1]).toEqual({ value: T0 + 3, id: 'a1' });
    });

    it('pages the children of each contact as it would page one contact alone', async () => {
      const store = newStore();
      const children = Array.from({ length: 40 }, (_, i) => task(`t${i}`, `c${i % 3}`, T0 + (i % 4)));
      await store.entities.save(children);
      const contacts = ['c0', 'c1', 'c2'];
      for (const direction of ['asc', 'desc'] as const) {
        for (const forward of [true, false]) {
          const query: EntityQuery = { kind: 'task', order: { by: 'at', direction } };
          const page: PageRequest = { limit: 3, forward, from: { value: T0 + 2, id: 't2' } };

          const each = await store.entities.pageOfEach(query, contacts, page);
          const alone = contacts.map((contactId) => store.entities.page({ ...query, contactId }, page));

          expect([...each.values()]).toEqual(await Promise.all(alone));
        }
      }
    });
  });

  describe.skipIf(!available)('search', () => {
    const people = [
      entity('ann', {
        fields: {
          firstName: 'Ann',
          lastName: "O'Neil",
          email: 'ann.oneil@mail.example.org',
          phone: '+447700900123',
          companyName: 'Smith & Sons (Leeds) Ltd.',
          'address.postcode': 'LS1 4AP',
        },
      }),
      entity('jose', { fields: { firstName: 'José', lastName: 'MÜLLER-Lüdenscheidt', 'address.city': 'Köln' } }),
      entity('kim', { fields: { firstName: '김', lastName: 'Smithers', email: 'kim_s+work@example.org' } }),
      entity('odd', { fields: { companyName: 'a\\b "c" \'d\' :* & | ! <-> ( % _ x' } }),
      entity('gone', { fields: { firstName: 'Ann' }, deletedAt: T0 }),
    ];
    const cases: [string, string[]][] = [
      ['', ['ann', 'jose', 'kim', 'odd']],
      ['ann', ['ann']],
      ['ANN smith', ['ann']],
      ['smi', ['ann', 'kim']],
      ['mith', []],
      ['neil', []],
      ["o'n", ['ann']],
      ['oneil ann', ['ann']],
      ['ann.oneil@mail.example.org', ['ann']],
      ['example', ['ann', 'kim']],
      ['org kim', ['kim']],
      ['kim_s+work@', ['kim']],
      ['work', ['kim']],
      ['+447700900123', ['ann']],
      ['447700', ['ann']],
      ['07700 900123', ['ann']],
      ['(leeds)', ['ann']],
      ['ls1 4a', ['ann']],
      ['jose', ['jose']],
      ['müller-lüd', ['jose']],
      ['ludenscheidt', ['jose']],
      ['KOLN', ['jose']],
      ['김', ['kim']],
      ['a\\b', ['odd']],
      ['"c" \'d\'', ['odd']],
      [':* & |', ['ann', 'jose', 'kim', 'odd']],
      ['ann OR kim', []],
      ['ann*', ['ann']],
      ["ann' or 1=1 --", []],
      ['a\u0000nn', []],
      ['%', ['ann', 'jose', 'kim', 'odd']],
    ];

    it('finds those who have a word that starts with each word asked for', async () => {
      const store = newStore();
      await store.entities.save(people);
      await newStore().entities.save([entity('stranger', { fields: { firstName: 'Ann' } })]);

      const found = await Promise.all(
        cases.map(async ([search]) => [
          search,
          (await list(store, { kind: 'contact', search })).items.map(idOf).sort(),
        ]),
      );

      expect(found).toEqual(cases);
    });

    it('forgets the old words of a changed entity', async () => {
      const store = newStore();
      await store.entities.save([entity('e1', { fields: { firstName: 'Before' } })]);
      await store.entities.save([entity('e1', { fields: { firstName: 'After' } })]);
      const ids = async (search: string) => (await list(store, { kind: 'contact', search })).items.map(idOf);

      expect([await ids('before'), await ids('after')]).toEqual([[], ['e1']]);
    });

    it('takes any text a caller may type', async () => {
      const store = newStore();
      await store.entities.save(people);
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (search) => {
          const { total, items } = await list(store, { kind: 'contact', search });

          expect(items).toHaveLength(total);
        }),
        { numRuns: 100 },
      );
    });
  });

  describe.skipIf(!available)('versions, links and snapshots', () => {
    it('lists the versions of an entity newest first and refuses a second one with the same number', async () => {
      const store = newStore();
      const [first, second] = [1, 2].map((version) => ({
        entityId: 'e1',
        version,
        fields: { firstName: 'Ann' },
        changes: [{ field: 'firstName', before: null, after: 'Ann' }],
        origin: 'alpha',
        actor: null,
        correlationId: 'c1',
        at: T0,
      }));
      if (!first || !second) throw new Error('two versions were made');
      await store.versions.add([first, second]);

      expect(await store.versions.of('e1')).toEqual([second, first]);
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

  describe.skipIf(!available)('the outbox', () => {
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
      expect(briefly(await store.outbox.openOf(['e1', 'e2']))).toEqual({ e1: ['d1', 'd2', 'd3'] });
      expect(briefly(await store.outbox.byCorrelation(['c1', 'c2']))).toEqual({ c1: ['d1', 'd2'], c2: ['d3', 'd4'] });
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

  describe.skipIf(!available)('the inbox', () => {
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

  describe.skipIf(!available)('events', () => {
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
      const other = shared ? (await open())(store.workspace) : store;
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

  describe.skipIf(!available)('conflicts, runs, settings and replies', () => {
    it('keeps and resolves conflicts', async () => {
      const store = newStore();
      await store.conflicts.put([conflict('c1'), conflict('c2', { at: T0 + 1, base: { a: 1 } })]);

      await store.conflicts.put([conflict('c1', { open: false, chosen: null })]);

      expect((await store.conflicts.get(['c1', 'c9'])).get('c1')).toEqual(
        conflict('c1', { open: false, chosen: null }),
      );
      expect(briefly(await store.conflicts.of(['e1']))).toEqual({ e1: ['c2', 'c1'] });
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
      expect((await store.runs.page(FIRST_PAGE)).items.map(idOf)).toEqual(['r4', 'r3', 'r2', 'r1']);
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

  describe.skipIf(!available)('transactions', () => {
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
      const other = shared ? (await open())(store.workspace) : store;
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
});

function at(offset: number): string {
  return new Date(T0 + offset).toISOString();
}

function idOf(item: { readonly id: string }): string {
  return item.id;
}

function list(store: Store, query: EntityQuery) {
  return store.entities.page(query, FIRST_PAGE);
}

/** All items of a list, read page by page from its start or its end, in list order. */
async function walk<T>(read: (page: PageRequest) => Promise<PageResult<T>>, limit: number, forward: boolean) {
  const items: T[] = [];
  let from: Position | null = null;
  for (;;) {
    const page: PageResult<T> = await read({ limit, forward, from });
    items.splice(forward ? items.length : 0, 0, ...page.items);
    if (!page.more) return items;
    from = (forward ? page.positions.at(-1) : page.positions[0]) ?? null;
  }
}

function brief(pages: Map<string, PageResult<{ id: string }>>) {
  return Object.fromEntries([...pages].map(([id, page]) => [id, [page.items.map(idOf), page.total, page.more]]));
}

function briefly(groups: Map<string, readonly { id: string }[]>) {
  return Object.fromEntries([...groups].map(([key, items]) => [key, items.map(idOf)]));
}
