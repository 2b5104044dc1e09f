import fc from 'fast-check';
import { expect, it } from 'vitest';
import { entity, T0 } from './things.ts';
import { describeStore, idOf, list } from './world.ts';

describeStore('search', ({ newStore }) => {
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
      cases.map(async ([search]) => [search, (await list(store, { kind: 'contact', search })).items.map(idOf).sort()]),
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
