import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { models } from '../../src/model/index.ts';
import type { FieldRule, FieldType } from '../../src/model/kind.ts';
import { missingOnCreate, validate } from '../../src/model/validate.ts';

const TYPES: readonly FieldType[] = ['text', 'email', 'phone', 'url', 'instant', 'flag', 'names', 'json'];

const accepted = (rule: FieldRule, value: unknown) => {
  const verdict = validate(rule, value);
  return 'value' in verdict ? verdict.value : verdict;
};
const refusal = (rule: FieldRule, value: unknown) => {
  const verdict = validate(rule, value);
  return 'error' in verdict ? verdict.error : verdict;
};

describe('a value', () => {
  it.each<[FieldType, unknown, unknown]>([
    ['text', ' a ', 'a'],
    ['text', 'x'.repeat(20_000), 'x'.repeat(20_000)],
    ['email', ' Ann@Example.org', 'ann@example.org'],
    ['phone', '020 7946 0001', '+442079460001'],
    ['phone', '+1 (415) 555-2671', '+14155552671'],
    ['url', 'https://x.org/a?b', 'https://x.org/a?b'],
    ['url', 'www.x.org', 'www.x.org'],
    ['instant', '2026-05-01T10:30:00+01:00', '2026-05-01T09:30:00.000Z'],
    ['instant', new Date(0), '1970-01-01T00:00:00.000Z'],
    ['flag', false, false],
    ['names', [' b ', 'a', 'B'], ['a', 'b']],
    ['names', [], []],
    ['json', { a: 1 }, { a: 1 }],
  ])('of type %s may be %j', (type, given, expected) => {
    expect(accepted({ type }, given)).toEqual(expected);
  });

  it.each<[FieldType, unknown, string]>([
    ['text', 5, 'must be text'],
    ['text', 'x'.repeat(20_001), 'must have at most 20000 characters'],
    ['email', 'ann@', 'is not an e-mail address; expected something like ann@example.org'],
    ['email', 'ann@example.org, bob@example.org', 'is not an e-mail address; expected something like ann@example.org'],
    ['email', `${'a'.repeat(250)}@x.org`, 'is not an e-mail address; expected something like ann@example.org'],
    ['phone', 'call me', 'is not a phone number; expected something like +44 20 7123 4567'],
    ['phone', 447700900123, 'is not a phone number; expected something like +44 20 7123 4567'],
    ['url', 'javascript:alert(1)', 'is not a web address; expected something like https://example.org'],
    ['url', 'file:///etc/passwd', 'is not a web address; expected something like https://example.org'],
    ['url', 'two words', 'is not a web address; expected something like https://example.org'],
    ['instant', 'tomorrow', 'is not a time; expected something like 2026-05-01T09:30:00Z'],
    ['instant', 5, 'is not a time; expected something like 2026-05-01T09:30:00Z'],
    ['instant', new Date(Number.NaN), 'is not a time; expected something like 2026-05-01T09:30:00Z'],
    ['flag', 'true', 'must be true or false'],
    ['flag', null, 'must not be empty'],
    ['names', 'vip', 'must be names of 1 to 200 characters each'],
    ['names', ['a', ' '], 'must be names of 1 to 200 characters each'],
    ['names', ['x'.repeat(201)], 'must be names of 1 to 200 characters each'],
  ])('of type %s may not be %j', (type, given, expected) => {
    expect(refusal({ type }, given)).toBe(expected);
  });

  it.each([null, '', '   '])('that is required may not be %j', (given) => {
    expect(refusal({ type: 'text', required: true }, given)).toBe('must not be empty');
  });

  it('of a closed set is one of it, to the letter', () => {
    const rule: FieldRule = { type: 'text', values: ['NEW', 'DONE'] };

    expect([accepted(rule, 'NEW'), accepted(rule, null)]).toEqual(['NEW', null]);
    expect(refusal(rule, 'new')).toBe('must be one of NEW, DONE');
  });

  it.each(TYPES)(
    'of type %s that was accepted is accepted again unchanged, and one that was not is not quoted',
    (type) => {
      const marked = fc.string().map((text) => `§${text}`);
      const given = fc.oneof(fc.anything(), marked, fc.webUrl(), fc.emailAddress(), fc.array(fc.string()));

      fc.assert(
        fc.property(given, (value) => {
          const verdict = validate({ type }, value);
          if ('error' in verdict) expect(verdict.error).toMatch(/^(must|is not)[^§]*$/);
          else if (verdict.value !== null || type !== 'flag')
            expect(validate({ type }, verdict.value)).toEqual(verdict);
        }),
      );
    },
  );
});

describe('a new thing', () => {
  it.each(['firstName', 'lastName', 'companyName', 'email', 'phone'])('contact needs no more than %s', (only) => {
    expect(missingOnCreate(models.contact, (field) => field === only)).toBeNull();
  });

  it('contact needs something to be known by', () => {
    expect(missingOnCreate(models.contact, (field) => field === 'website')).toMatch(/^needs at least one of firstName/);
  });

  it.each(['task', 'note', 'appointment', 'tag'] as const)('%s needs only what its rules require', (kind) => {
    expect(missingOnCreate(models[kind], () => false)).toBeNull();
  });
});
