import { describe, expect, it } from 'vitest';
import { Condition, holds, inWords } from '../../src/model/condition.ts';
import { models } from '../../src/model/index.ts';
import type { Fields } from '../../src/model/kind.ts';
import { belongs, defaultPolicy, policyOf, whyNot } from '../../src/model/policy.ts';
import { resembles } from '../../src/model/resemblance.ts';

const fields: Fields = {
  firstName: 'Ann',
  'address.postcode': 'BS1 4ST',
  'custom.visits': 3,
  dueAt: '2026-05-01T09:00:00.000Z',
  phone: null,
  tags: ['Customer', 'vip'],
};
const subject = { fields, systems: new Set(['alpha']) };

describe('a condition', () => {
  it.each<[Condition, boolean]>([
    [{ field: 'firstName', is: 'equal', value: 'ANN' }, true],
    [{ field: 'firstName', is: 'equal', value: 'Bob' }, false],
    [{ field: 'firstName', is: 'different', value: 'Bob' }, true],
    [{ field: 'phone', is: 'filled' }, false],
    [{ field: 'phone', is: 'empty' }, true],
    [{ field: 'absent', is: 'empty' }, true],
    [{ field: 'address.postcode', is: 'contains', value: 'bs1' }, true],
    [{ field: 'tags', is: 'contains', value: 'VIP' }, true],
    [{ field: 'tags', is: 'contains', value: 'v' }, false],
    [{ field: 'custom.visits', is: 'above', value: 2 }, true],
    [{ field: 'custom.visits', is: 'below', value: 3 }, false],
    [{ field: 'custom.visits', is: 'above', value: '2' }, false],
    [{ field: 'dueAt', is: 'below', value: '2026-06-01T00:00:00.000Z' }, true],
    [{ field: 'phone', is: 'below', value: 'z' }, false],
    [{ tag: ' customer ' }, true],
    [{ tag: 'lead' }, false],
    [{ heldBy: 'alpha' }, true],
    [{ heldBy: 'beta' }, false],
    [{ not: { heldBy: 'beta' } }, true],
    [{ all: [{ tag: 'vip' }, { heldBy: 'alpha' }] }, true],
    [{ all: [{ tag: 'vip' }, { heldBy: 'beta' }] }, false],
    [{ any: [{ tag: 'lead' }, { heldBy: 'alpha' }] }, true],
    [{ any: [{ tag: 'lead' }, { heldBy: 'beta' }] }, false],
  ])('%j holds: %s', (condition, expected) => {
    expect(Condition.parse(condition)).toEqual(condition);
    expect(holds(condition, subject)).toBe(expected);
  });

  it.each([{}, { tag: '' }, { all: [] }, { field: 'a', is: 'like' }, { tag: 'a', heldBy: 'b' }, 'tag', null])(
    'is refused as %j',
    (given) => {
      expect(Condition.safeParse(given).success).toBe(false);
    },
  );

  it('can be said in words', () => {
    const condition: Condition = {
      all: [{ tag: 'vip' }, { any: [{ heldBy: 'alpha' }, { not: { field: 'phone', is: 'empty' } }] }],
    };

    expect(inWords(condition)).toBe('it carries the tag "vip" and (it is held by alpha or not (phone is empty))');
  });
});

describe('a policy', () => {
  it('is the default one until somebody sets another for that system and kind', () => {
    const never = { ...defaultPolicy('alpha', 'note'), spread: 'never' } as const;

    expect(policyOf([never], 'alpha', 'note')).toBe(never);
    expect(policyOf([never], 'beta', 'note')).toEqual(defaultPolicy('beta', 'note'));
    expect(policyOf([never], 'alpha', 'task').spread).toBe('always');
  });

  it('lets in what it always lets in, and what its condition holds for', () => {
    const always = defaultPolicy('alpha', 'contact');
    const rule = { ...always, spread: 'rule', when: { tag: 'vip' } } as const;

    expect(belongs(always, { fields: {}, systems: new Set() })).toBe(true);
    expect(belongs(rule, subject)).toBe(true);
    expect(belongs(rule, { ...subject, fields: { tags: [] } })).toBe(false);
    expect(belongs({ ...rule, when: null }, subject)).toBe(false);
    expect(belongs({ ...always, spread: 'never' }, subject)).toBe(false);
    expect(whyNot(rule)).toContain('only where it carries the tag "vip"');
    expect(whyNot({ ...always, spread: 'never' })).toContain('creates no contacts');
  });
});

describe('a record that may be what we are just making', () => {
  it('resembles it through mark-up, spaces and case', () => {
    const written = { body: 'Rings  twice & waits' };

    expect(resembles(models.note, written, { body: '<p>rings twice &amp; waits</p>' })).toBe(true);
    expect(resembles(models.note, written, { body: 'Rings once' })).toBe(false);
    expect(resembles(models.note, {}, { body: 'Rings once' })).toBe(false);
  });

  it('does not where any name, e-mail or phone that both have differs', () => {
    const ann = { firstName: 'Ann', lastName: 'Archer', phone: '+441' };

    expect(resembles(models.contact, ann, { firstName: 'ann', lastName: 'ARCHER', email: 'a@b.c' })).toBe(true);
    expect(resembles(models.contact, ann, { firstName: 'Ann', phone: '+442' })).toBe(false);
  });
});
