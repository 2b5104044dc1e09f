import { expect, it } from 'vitest';
import type { Proposal } from '../../src/store/shapes.ts';
import { beginPlan, endPlan, isWaitingForPlan, undecided } from '../../src/sync/plan.ts';
import { entity, T0 } from '../store/things.ts';
import { describeStore } from '../store/world.ts';

describeStore('waiting for a plan', ({ newStore }) => {
  it('begins with a first start that asks for one and goes on until it is ended, whatever later starts ask for', async () => {
    const store = newStore();
    const waits: boolean[] = [];
    const look = async () => waits.push(await isWaitingForPlan(store));

    await beginPlan(store, 'auto').then(look);
    await beginPlan(store, 'plan').then(look);
    await store.entities.save([entity('e1')]);
    await beginPlan(store, 'auto').then(look);
    await beginPlan(store, 'plan').then(look);
    await endPlan(store).then(look);
    await beginPlan(store, 'plan').then(look);

    expect(waits).toEqual([false, true, true, true, false, false]);
  });

  it('never begins where contacts were linked before', async () => {
    const store = newStore();
    await store.entities.save([entity('e1')]);

    await beginPlan(store, 'plan');

    expect(await isWaitingForPlan(store)).toBe(false);
  });
});

describeStore('who may be one with another', ({ newStore }) => {
  it('is undecided until a person has decided, or one of the two is gone', async () => {
    const store = newStore();
    const ask = (id: string, entityId: string, intoId: string, state: Proposal['state']): Proposal => ({
      ...{ id, entityId, intoId, state, score: 0.6, reasons: [], at: 1, decidedAt: null },
    });
    const contacts = Array.from({ length: 7 }, (_, i) => entity(`e${i + 1}`));
    await store.entities.save([...contacts, entity('e8', { deletedAt: T0 })]);
    await store.proposals.put([
      ask('p1', 'e1', 'e2', 'PROPOSED'),
      ask('p2', 'e3', 'e4', 'REJECTED'),
      ask('p3', 'e5', 'e6', 'APPROVED'),
      ask('p4', 'e7', 'e8', 'PROPOSED'),
    ]);

    expect(await undecided(store, ['e2', 'e3', 'e5', 'e7'])).toEqual(new Set(['e2']));
  });
});
