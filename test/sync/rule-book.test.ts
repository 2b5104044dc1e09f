import { expect, it } from 'vitest';
import type { ShippedRule } from '../../src/model/rule.ts';
import type { SyncContext } from '../../src/sync/context.ts';
import { answeredUpTo, changeRule, shipRules } from '../../src/sync/rule-book.ts';
import { shippedRules } from '../../src/sync/shipped-rules.ts';
import { event } from '../store/things.ts';
import { describeStore } from '../store/world.ts';
import { createManualClock } from '../support/clock.ts';

const asking: ShippedRule = {
  id: 'rul_asking',
  name: 'Asks',
  on: 'sandbox',
  trigger: { on: ['changed'], kinds: ['contact'] },
  when: null,
  actions: [{ do: 'addTags', tags: ['asked'] }],
};

describeStore('shipping rules', ({ newStore }) => {
  it('keeps each once, however often the gateway starts', async () => {
    const store = newStore();
    await shipRules(store, shippedRules, true, 0);
    const first = await store.rules.all();

    await shipRules(store, shippedRules, true, 0);

    expect(first.map(({ rule }) => rule.id)).toEqual(shippedRules.map(({ id }) => id).sort());
    expect(await store.rules.all()).toEqual(first);
  });

  it('brings a new form of a rule to those who never touched it, and what they touched stays', async () => {
    const store = newStore();
    await shipRules(store, [asking], true, 0);
    await changeRule(contextOf(store), 'rul_asking', { actions: [{ do: 'addTags', tags: ['mine'] }] });

    await shipRules(
      store,
      [{ ...asking, name: 'Asks politely', actions: [{ do: 'addTags', tags: ['theirs'] }] }],
      true,
      0,
    );

    const [kept] = await store.rules.all();
    expect(kept?.rule).toMatchObject({ name: 'Asks politely', enabled: true, actions: [{ tags: ['mine'] }] });
    expect(kept?.version).toBe(2);
  });

  it('leaves a rule off that an operator has switched off', async () => {
    const store = newStore();
    await shipRules(store, [asking], true, 0);
    await changeRule(contextOf(store), 'rul_asking', { enabled: false });

    await shipRules(store, [{ ...asking, when: { tag: 'vip' } }], true, 0);

    const [kept] = await store.rules.all();
    expect(kept?.rule).toMatchObject({ enabled: false, when: { tag: 'vip' } });
  });

  it('begins at the end of the log that is there at the first start, and goes on from where it was at the next', async () => {
    const store = newStore();
    const [, last] = await store.events.append([event('a'), event('b')]);
    await shipRules(store, [asking], true, 0);
    const begun = await answeredUpTo(store);
    await store.events.append([event('c')]);

    await shipRules(store, [asking], true, 0);

    expect(begun).toBe(last?.seq);
    expect(await answeredUpTo(store)).toBe(last?.seq);
  });
});

describeStore('changing a rule', ({ newStore }) => {
  it('that is switched on makes it answer to what happens from now on, without forgetting what it did', async () => {
    const store = newStore();
    await shipRules(store, [asking], false, 0);
    const [last] = await store.events.append([event('a')]);

    const changed = await changeRule(contextOf(store), 'rul_asking', { enabled: true });

    expect(changed).toMatchObject({ activeFrom: last?.seq, version: 1 });
  });

  it('is refused where there is no such rule', async () => {
    const change = changeRule(contextOf(newStore()), 'rul_none', { enabled: true });

    await expect(change).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

function contextOf(store: SyncContext['store']): SyncContext {
  return { store, clock: createManualClock(), wake: () => undefined } as unknown as SyncContext;
}
