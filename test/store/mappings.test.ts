import { expect, it } from 'vitest';
import type { KeptMapping } from '../../src/store/kept-mapping.ts';
import { T0 } from './things.ts';
import { describeStore } from './world.ts';

const kept = (version: number, changes: Partial<KeptMapping> = {}): KeptMapping => ({
  system: 'alpha',
  kind: 'contact',
  version,
  rows: [{ entity: 'firstName', record: ['name', 'nick'], transforms: [{ do: 'trim' }], when: 'ifEmpty' }],
  actor: 'ann',
  why: null,
  at: T0 + version,
  ...changes,
});

describeStore('mappings', ({ newStore }) => {
  it('come back as they were put, and the highest version of each system and kind is in force', async () => {
    const store = newStore();
    const task = kept(1, { kind: 'task', why: 'Tasks too' });
    const other = kept(1, { system: 'beta' });

    for (const mapping of [kept(1), kept(2), task, other]) await store.mappings.add(mapping);

    const inForce = await store.mappings.inForce();
    expect(inForce).toHaveLength(3);
    expect(inForce).toEqual(expect.arrayContaining([kept(2), task, other]));
    expect(await store.mappings.get('alpha', 'contact', 1)).toEqual(kept(1));
    expect(await store.mappings.get('alpha', 'contact', 3)).toBeNull();
  });

  it('are listed by version, newest first', async () => {
    const store = newStore();
    for (const version of [1, 2, 3, 10]) await store.mappings.add(kept(version));

    const first = await store.mappings.page('alpha', 'contact', { limit: 2, forward: true, from: null });
    const from = first.positions.at(-1) ?? null;
    const second = await store.mappings.page('alpha', 'contact', { limit: 2, forward: true, from });

    expect(first).toMatchObject({ total: 4, more: true });
    expect([...first.items, ...second.items].map(({ version }) => version)).toEqual([10, 3, 2, 1]);
  });

  it('refuse a version that exists', async () => {
    const store = newStore();
    await store.mappings.add(kept(1));

    await expect(store.mappings.add(kept(1, { why: 'Again' }))).rejects.toThrow();
  });

  it('belong to their workspace', async () => {
    const [store, stranger] = [newStore(), newStore()];
    await store.mappings.add(kept(1));

    expect(await stranger.mappings.inForce()).toEqual([]);
  });
});
