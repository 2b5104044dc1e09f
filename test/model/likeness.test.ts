import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contact } from '../../src/model/contact.ts';
import type { Fields } from '../../src/model/kind.ts';
import { areDifferentPeople, likeness } from '../../src/model/likeness.ts';

const ANN: Fields = {
  firstName: 'Ann',
  lastName: 'Archer',
  email: 'ann@example.com',
  phone: '+447700900001',
  'address.postcode': 'BS1 4ST',
};
const ACME: Fields = { companyName: 'Acme Ltd', 'custom.vat_id': 'GB 123 4567 89', 'address.postcode': 'LS1 4AB' };

describe('the keys that match', () => {
  it('come in order of strength: e-mail, phone, VAT number, company number', () => {
    const fields = { ...ANN, 'custom.company_id': '01234567', 'custom.vat_id': 'GB123456789' };

    expect(contact.matchKeys(fields)).toEqual([
      'email:ann@example.com',
      'phone:+447700900001',
      'vat:GB123456789',
      'company:01234567',
    ]);
  });

  it.each([
    ['custom.vat_id', 'gb 123.4567-89', ['vat:GB123456789']],
    ['custom.VAT Number', 'GB123456789', ['vat:GB123456789']],
    ['custom.tax_id', 'CZ12345678', ['vat:CZ12345678']],
    ['custom.company_id', 'SC 123456', ['company:SC123456']],
    ['custom.companyNumber', 1_234_567, ['company:1234567']],
    ['custom.vat_id', 'GB12', []],
    ['custom.vat_id', 'not registered', []],
    ['custom.vat_id', '000000000', []],
    ['custom.vat_id', null, []],
    ['custom.vat_rate', '123456789', []],
    ['vat_id', 'GB123456789', []],
  ])('%s: %j makes %j', (field, value, keys) => {
    expect(contact.matchKeys({ [field]: value })).toEqual(keys);
  });

  it('say one number once, whatever fields repeat it', () => {
    expect(contact.matchKeys({ 'custom.vat_id': 'CZ12345678', 'custom.tax_id': 'CZ 12345678' })).toEqual([
      'vat:CZ12345678',
    ]);
  });
});

describe('the keys that suggest', () => {
  it.each<[string, Fields, readonly string[]]>([
    ['a person', ANN, ['alike:ann archer, BS14ST']],
    ['in other letters', { ...ANN, lastName: 'ARCHÉR', 'address.postcode': 'bs14st' }, ['alike:ann archer, BS14ST']],
    ['a company', ACME, ['alike:acme, LS14AB']],
    ['both', { ...ANN, companyName: 'Acme Limited' }, ['alike:ann archer, BS14ST', 'alike:acme, BS14ST']],
    ['half a name', { ...ANN, firstName: null }, []],
    ['no postcode', { ...ANN, 'address.postcode': null }, []],
  ])('of %s', (_, fields, keys) => {
    expect(contact.suggestKeys?.(fields)).toEqual(keys);
  });
});

describe('how alike two contacts are', () => {
  it.each<[string, Fields, Fields, number, readonly string[]]>([
    ['nothing in common', { email: 'a@x.org' }, { email: 'b@x.org' }, 0, []],
    ['an e-mail', { email: 'A@x.org' }, { email: 'a@x.org' }, 0.95, ['same e-mail']],
    ['a phone', { phone: '+441' }, { phone: '+441' }, 0.85, ['same phone']],
    ['a VAT number', ACME, { 'custom.vat_number': 'GB123456789' }, 0.9, ['same VAT number']],
    [
      'a company number',
      { 'custom.company_id': '01234567' },
      { 'custom.company_number': '0123 4567' },
      0.9,
      ['same company number'],
    ],
    [
      'a name and a postcode',
      { ...ANN, email: null, phone: null },
      { ...ANN, email: null, 'address.postcode': 'bs14st' },
      0.6,
      ['same name and postcode'],
    ],
    [
      'a company and a postcode',
      { companyName: 'Acme Ltd', 'address.postcode': 'LS1 4AB' },
      { companyName: 'ACME Limited', 'address.postcode': 'LS1 4AB' },
      0.6,
      ['same name and postcode'],
    ],
    ['everything', ANN, ANN, 0.997, ['same e-mail', 'same phone', 'same name and postcode']],
    [
      'an e-mail and two people',
      { ...ANN, phone: null },
      { email: ANN.email ?? null, firstName: 'Bob', lastName: 'Baker' },
      0.456,
      ['same e-mail', 'last names differ', 'first names differ'],
    ],
    [
      'a phone in one family',
      ANN,
      { phone: ANN.phone ?? null, firstName: 'Tom', lastName: 'Archer' },
      0.68,
      ['same phone', 'first names differ'],
    ],
    [
      'an e-mail of one who moved and works elsewhere',
      { ...ANN, phone: null, companyName: 'Acme Ltd' },
      { email: ANN.email ?? null, companyName: 'Baker & Sons', 'address.postcode': 'LS1 4AB' },
      0.767,
      ['same e-mail', 'companies differ', 'postcodes differ'],
    ],
  ])('%s', (_, a, b, score, reasons) => {
    expect(likeness(a, b)).toEqual({ score, reasons });
  });

  it('is surer the more agrees, and less sure the more differs', () => {
    const by = (changes: Fields) => likeness(ANN, { ...ANN, ...changes }).score;

    expect(by({})).toBeGreaterThan(by({ phone: null }));
    expect(by({ phone: null })).toBeGreaterThan(by({ phone: null, firstName: 'Tom' }));
    expect(by({ firstName: 'Tom' })).toBeGreaterThan(by({ firstName: 'Tom', lastName: 'Hill' }));
  });

  it('is the same whichever comes first, from 0 to 1 in thousandths', () => {
    const part = <T>(...values: readonly T[]) => fc.constantFrom<T | null>(...values, null);
    const people = fc.record({
      firstName: part('Ann', 'A.', 'Bob'),
      lastName: part('Archer', 'Baker'),
      email: part('a@x.org', 'b@x.org'),
      phone: part('+441', '+442'),
      companyName: part('Acme', 'Acme Ltd', 'Other'),
      'custom.vat_id': part('GB123456', 'GB654321'),
      'address.postcode': part('BS1 4ST', 'LS1 4AB'),
    });

    fc.assert(
      fc.property(people, people, (a, b) => {
        const { score } = likeness(a, b);
        expect(likeness(b, a)).toEqual(likeness(a, b));
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(Math.round(score * 1000) / 1000).toBe(score);
      }),
    );
  });
});

describe('different people', () => {
  it.each<[Fields, Fields, boolean]>([
    [ANN, { firstName: 'Bob', lastName: 'Baker' }, true],
    [ANN, { firstName: 'Tom', lastName: 'Archer' }, true],
    [ANN, { firstName: 'A.', lastName: 'Archer' }, false],
    [ANN, { firstName: 'Anna', lastName: 'archer' }, false],
    [{ lastName: 'Lloyd' }, { lastName: 'Lloyd-Jones' }, false],
    [{ lastName: 'Hill' }, { lastName: 'Hillman' }, true],
    [{ lastName: 'H.' }, { lastName: 'Hillman' }, false],
    [ANN, ACME, false],
    [ACME, { companyName: 'Other' }, false],
  ])('%j and %j: %s', (a, b, different) => {
    expect(areDifferentPeople(a, b)).toBe(different);
  });
});
