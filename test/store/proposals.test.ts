import { expect, it } from 'vitest';
import type { Proposal } from '../../src/store/shapes.ts';
import type { Store } from '../../src/store/store.ts';
import { entity, link, snapshot, T0 } from './things.ts';
import { describeStore, FIRST_PAGE, idOf, walk } from './world.ts';

function proposal(id: string, changes: Partial<Proposal> = {}): Proposal {
  const base: Proposal = {
    ...{ id, entityId: 'e1', intoId: 'e2', score: 0.95, reasons: ['same e-mail'] },
    ...{ state: 'PROPOSED', at: T0, decidedAt: null },
  };
  return { ...base, ...changes };
}

/** A store that knows the contacts e1 to so many. */
async function withContacts(store: Store, count: number): Promise<Store> {
  await store.entities.save(Array.from({ length: count }, (_, i) => entity(`e${i + 1}`)));
  return store;
}

describeStore('proposals', ({ newStore }) => {
  it('are kept, decided and dropped', async () => {
    const store = await withContacts(newStore(), 3);
    const decided = proposal('p1', { intoId: 'e3', state: 'REJECTED', reasons: ['same phone'], decidedAt: T0 + 1 });
    await store.proposals.put([proposal('p1'), proposal('p2'), proposal('p3')]);

    await store.proposals.put([decided]);
    await store.proposals.remove(['p2', 'p9']);

    expect(await store.proposals.get(['p1', 'p2', 'p3'])).toEqual(
      new Map([
        ['p1', decided],
        ['p3', proposal('p3')],
      ]),
    );
    expect(await store.proposals.counts()).toEqual({ PROPOSED: 1, APPROVED: 0, REJECTED: 1 });
  });

  it('are found by either contact, unless they were approved', async () => {
    const store = newStore();
    await store.proposals.put([
      proposal('p1'),
      proposal('p2', { entityId: 'e3', intoId: 'e1', state: 'REJECTED' }),
      proposal('p3', { entityId: 'e1', intoId: 'e4', state: 'APPROVED' }),
      proposal('p4', { entityId: 'e3', intoId: 'e4' }),
    ]);

    expect((await store.proposals.about(['e1', 'e2'])).map(idOf)).toEqual(['p1', 'p2']);
  });

  it('page through a thousand, likeliest first, without losing or repeating one', async () => {
    const store = await withContacts(newStore(), 2);
    const all = Array.from({ length: 1_000 }, (_, i) => proposal(`p${i}`, { score: (i % 41) / 40 }));
    await store.proposals.put(all);

    const walked = await walk((page) => store.proposals.page({ state: 'PROPOSED' }, page), 100, true);
    const backwards = await walk((page) => store.proposals.page({ state: 'PROPOSED' }, page), 70, false);
    const likely = await store.proposals.page({ state: 'PROPOSED', minScore: 0.575 }, FIRST_PAGE);

    expect(new Set(walked.map(idOf)).size).toBe(1_000);
    expect(walked.map(({ score }) => score)).toEqual(walked.map(({ score }) => score).sort((a, b) => b - a));
    expect(backwards).toEqual(walked);
    expect(likely.total).toBe(all.filter(({ score }) => score >= 0.575).length);
  });

  it('are no question any more once a contact is gone', async () => {
    const store = await withContacts(newStore(), 3);
    await store.proposals.put([proposal('p1'), proposal('p2', { intoId: 'e3' })]);

    await store.entities.save([entity('e3', { deletedAt: T0 })]);

    expect((await store.proposals.page({ state: 'PROPOSED' }, FIRST_PAGE)).items.map(idOf)).toEqual(['p1']);
    expect(await store.proposals.counts()).toMatchObject({ PROPOSED: 1 });
  });

  it('tell how many contacts each system shares with others, or may share', async () => {
    const store = await withContacts(newStore(), 4);
    const beta = { system: 'beta' };
    await store.links.put([link('r1', 'e1'), link('r2', 'e2'), link('r3', 'e3'), link('gone', 'e4')]);
    await store.links.put([link('r1', 'e1', beta), link('r4', 'e4', beta)]);
    await store.snapshots.put([
      ...['r1', 'r2', 'r3'].map((id) => snapshot(id)),
      ...['r1', 'r4'].map((id) => snapshot(id, beta)),
      snapshot('gone', { deletedAt: T0 }),
    ]);
    await store.proposals.put([
      proposal('p1', { entityId: 'e2', intoId: 'e4' }),
      proposal('p2', { state: 'REJECTED' }),
    ]);

    expect(await store.proposals.shares()).toEqual([
      { system: 'alpha', contacts: 3, linked: 1, proposed: 1 },
      { system: 'beta', contacts: 2, linked: 1, proposed: 1 },
    ]);
  });

  it('come by keys that suggest and do not match', async () => {
    const store = newStore();
    const fields = { firstName: 'Ann', lastName: 'Archer', 'address.postcode': 'BS1 4ST', email: 'ann@example.com' };
    await store.entities.save([entity('e1', { fields })]);
    const keys = ['alike:ann archer, BS14ST', 'email:ann@example.com'];

    expect(await store.entities.bySuggestKeys('contact', keys)).toEqual(new Map([[keys[0], ['e1']]]));
    expect(await store.entities.byMatchKeys('contact', keys)).toEqual(new Map([[keys[1], ['e1']]]));
  });
});
