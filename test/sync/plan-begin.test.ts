import { expect, it } from 'vitest';
import { beginPlan, endPlan, isWaitingForPlan } from '../../src/sync/plan.ts';
import { entity } from '../store/things.ts';
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
