import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { models } from '../../src/model/index.ts';
import type { Fields, Value } from '../../src/model/kind.ts';
import { canonical, differences, type MergeInput, merge, mergeNames, sameValue } from '../../src/model/merge.ts';

const FIELDS = ['firstName', 'lastName', 'email', 'address.city', 'custom.a'] as const;

const value: fc.Arbitrary<Value> = fc.constantFrom<Value>(null, 'a', 'b', 'c', 1, true, { x: 1 });
const names = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd', 'e'));
const fields: fc.Arbitrary<Fields> = fc.record(
  { ...Object.fromEntries(FIELDS.map((field) => [field, value])), tags: names },
  { requiredKeys: [] },
);
const time = fc.option(fc.integer({ min: 1, max: 3 }), { nil: null });

function merged(base: Fields, mine: Fields, theirs: Fields, times: Partial<MergeInput> = {}) {
  const result = merge({ model: models.contact, base, mine, theirs, mineAt: () => null, theirsAt: null, ...times });
  return { ...result, after: { ...mine, ...result.taken } };
}

/** The same fields, with absent, null and empty taken for the same nothing. */
const something = (given: Fields) =>
  canonical(
    Object.fromEntries(
      Object.entries(given)
        .filter(([, one]) => !sameValue(one, null))
        .sort(),
    ),
  );

describe('a merge', () => {
  it('takes what only they changed, and clears what they cleared', () => {
    const base = { firstName: 'Ann', lastName: 'Ash', email: 'a@x.org' };

    const { taken, conflicts } = merged(base, base, { firstName: 'Anna', lastName: null, email: 'a@x.org' });

    expect({ taken, conflicts }).toEqual({ taken: { firstName: 'Anna', lastName: null }, conflicts: [] });
  });

  it('leaves alone what they do not speak of', () => {
    expect(merged({ firstName: 'Ann' }, { firstName: 'Ann' }, {})).toMatchObject({ taken: {}, conflicts: [] });
  });

  it('of a record never seen takes what I do not have, and disputes what I have otherwise', () => {
    const { taken, conflicts } = merged({}, { firstName: 'Ann' }, { firstName: 'Bob', email: 'b@x.org' });

    expect(taken).toEqual({ email: 'b@x.org' });
    expect(conflicts).toEqual([{ field: 'firstName', base: null, mine: 'Ann', theirs: 'Bob', decided: false }]);
  });

  it.each<[string, number | null, number | null, string, boolean]>([
    ['theirs where it is later', 1, 2, 'theirs', true],
    ['mine where it is later', 2, 1, 'mine', true],
    ['mine, undecided, where the times are equal', 1, 1, 'mine', false],
    ['mine, undecided, where mine is unknown', null, 1, 'mine', false],
    ['mine, undecided, where theirs is unknown', 1, null, 'mine', false],
  ])('of two changes keeps %s', (_, mineAt, theirsAt, stands, decided) => {
    const given = { mineAt: () => mineAt, theirsAt };

    const { after, conflicts } = merged({ email: 'base' }, { email: 'mine' }, { email: 'theirs' }, given);

    expect(after.email).toBe(stands);
    expect(conflicts).toEqual([{ field: 'email', base: 'base', mine: 'mine', theirs: 'theirs', decided }]);
  });

  it('goes by the owner of the field, whatever the times say', () => {
    const times = { mineAt: () => 2, theirsAt: 1 };
    const theirs = merged(
      { email: 'base' },
      { email: 'mine' },
      { email: 'theirs' },
      { ...times, owner: () => 'theirs' },
    );
    const mine = merged(
      { email: 'base' },
      { email: 'mine' },
      { email: 'theirs' },
      { theirsAt: 3, mineAt: () => 1, owner: () => 'mine' },
    );

    expect([theirs.after.email, mine.after.email]).toEqual(['theirs', 'mine']);
    expect([theirs.conflicts, mine.conflicts]).toMatchObject([[{ decided: true }], [{ decided: true }]]);
  });

  it('takes a write of mine that comes back after I moved on for no edit of theirs', () => {
    const late = {
      mineAt: () => 1,
      theirsAt: 9,
      isEcho: (field: string, sent: Value) => field === 'email' && sent === 'sent',
    };

    expect(merged({ email: 'base' }, { email: 'newer' }, { email: 'sent' }, late)).toMatchObject({
      taken: {},
      conflicts: [],
    });
    expect(merged({ email: 'base' }, { email: 'newer' }, { email: 'typed' }, late).after.email).toBe('typed');
  });

  it('loses no update: each field ends as somebody wrote it, and every dispute is told', () => {
    fc.assert(
      fc.property(fields, fields, fields, time, time, (base, mine, theirs, mineAt, theirsAt) => {
        const { after, conflicts } = merged(base, mine, theirs, { mineAt: () => mineAt, theirsAt });
        for (const field of FIELDS) {
          const iChanged = !sameValue(mine[field], base[field]);
          const theyChanged = field in theirs && !sameValue(theirs[field], base[field]);
          const disputed = iChanged && theyChanged && !sameValue(mine[field], theirs[field]);

          expect(conflicts.some((conflict) => conflict.field === field)).toBe(disputed);
          if (!disputed) expect(sameValue(after[field], theyChanged ? theirs[field] : mine[field])).toBe(true);
          else expect([mine[field] ?? null, theirs[field] ?? null]).toContainEqual(after[field] ?? null);
        }
      }),
    );
  });

  it('is done after once: merging the same again, or from the new agreement, changes nothing', () => {
    fc.assert(
      fc.property(fields, fields, fields, time, time, (base, mine, theirs, mineAt, theirsAt) => {
        const times = { mineAt: () => mineAt, theirsAt };
        const { after } = merged(base, mine, theirs, times);

        expect(merged(base, after, theirs, times).taken).toEqual({});
        expect(merged({ ...base, ...theirs }, after, theirs, times)).toMatchObject({ taken: {}, conflicts: [] });
      }),
    );
  });

  it('of changes to different fields ends the same in either order', () => {
    const changes = fc.uniqueArray(fc.tuple(fc.constantFrom(...FIELDS), value, fc.boolean()), {
      selector: ([field]) => field,
    });

    fc.assert(
      fc.property(fields, changes, (base, made) => {
        const change = (by: boolean) => ({
          ...base,
          ...Object.fromEntries(made.filter(([, , side]) => side === by).map(([field, to]) => [field, to])),
        });
        const [one, other] = [change(true), change(false)];
        const oneFirst = merged(base, merged(base, base, one).after, other);
        const otherFirst = merged(base, merged(base, base, other).after, one);

        expect(something(oneFirst.after)).toBe(something(otherFirst.after));
        expect([...oneFirst.conflicts, ...otherFirst.conflicts]).toEqual([]);
      }),
    );
  });

  it('never disputes names: what either side added is in, what either side removed is out', () => {
    fc.assert(
      fc.property(names, names, names, (base, mine, theirs) => {
        const { after, conflicts } = merged({ tags: base }, { tags: mine }, { tags: theirs });
        const expected = ['a', 'b', 'c', 'd', 'e'].filter((name) =>
          base.includes(name)
            ? mine.includes(name) && theirs.includes(name)
            : mine.includes(name) || theirs.includes(name),
        );

        expect([...(after.tags as string[])].sort()).toEqual(expected);
        expect(conflicts).toEqual([]);
      }),
    );
  });
});

describe('names', () => {
  it('merge the same from either side', () => {
    fc.assert(
      fc.property(names, names, names, (base, mine, theirs) => {
        expect(mergeNames(base, mine, theirs)).toEqual(mergeNames(base, theirs, mine));
      }),
    );
  });

  it('that differ in case only are one, written as I write it', () => {
    expect(mergeNames(['vip'], ['VIP', 'Mine'], ['Vip', 'mine', 'New'])).toEqual(['Mine', 'New', 'VIP']);
  });
});

describe('equality', () => {
  it.each<[Value | undefined, Value | undefined]>([
    [undefined, null],
    ['', null],
    [[], null],
    [
      { a: 1, b: [2] },
      { b: [2], a: 1 },
    ],
  ])('holds between %j and %j', (a, b) => {
    expect(sameValue(a, b)).toBe(true);
  });

  it.each<[Value, Value]>([
    [0, null],
    [false, null],
    ['1', 1],
    [{}, null],
    [
      ['a', 'b'],
      ['b', 'a'],
    ],
  ])('does not hold between %j and %j', (a, b) => {
    expect(sameValue(a, b)).toBe(false);
  });

  it('differences, applied, make the one into the other', () => {
    fc.assert(
      fc.property(fields, fields, (before, after) => {
        expect(something({ ...before, ...differences(before, after) })).toBe(something({ ...before, ...after }));
        expect(differences(after, after)).toEqual({});
      }),
    );
  });
});
