import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { EntityQuery, PageRequest, PageResult } from '../../src/store/store.ts';
import { conflict, entity, link, T0, task } from './things.ts';
import { describeStore, FIRST_PAGE, idOf, list, walk } from './world.ts';

describeStore('entities', ({ newStore }) => {
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

function at(offset: number): string {
  return new Date(T0 + offset).toISOString();
}

function brief(pages: Map<string, PageResult<{ id: string }>>) {
  return Object.fromEntries([...pages].map(([id, page]) => [id, [page.items.map(idOf), page.total, page.more]]));
}
