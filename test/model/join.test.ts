import { describe, expect, it } from 'vitest';
import { contact } from '../../src/model/contact.ts';
import { joined } from '../../src/model/join.ts';

describe('joining two contacts', () => {
  it('keeps what the one says and fills what it leaves blank, one value at a time', () => {
    const into = { firstName: 'Ada', phone: null, 'address.city': 'Leeds', 'custom.boiler': 'Baxi' };
    const from = {
      firstName: 'Adele',
      lastName: 'Marsh',
      phone: '+447700900111',
      'address.city': 'York',
      'address.postcode': 'YO1 7HH',
      'custom.boiler': 'Vaillant',
      'custom.gate': 4711,
    };

    expect(joined(contact, into, from)).toEqual({
      lastName: 'Marsh',
      phone: '+447700900111',
      'address.postcode': 'YO1 7HH',
      'custom.gate': 4711,
    });
  });

  it('unites tags, those that differ in case only once, in the spelling of the one', () => {
    expect(joined(contact, { tags: ['VIP', 'lead'] }, { tags: ['vip', 'boiler'] })).toEqual({
      tags: ['boiler', 'lead', 'VIP'],
    });
    expect(joined(contact, { tags: ['VIP'] }, { tags: ['vip'] })).toEqual({});
  });

  it('changes nothing where the other has nothing to add', () => {
    expect(joined(contact, { firstName: 'Ada' }, { firstName: 'Bea', lastName: null, tags: [] })).toEqual({});
    expect(joined(contact, { firstName: 'Ada', flag: false }, { flag: true })).toEqual({});
  });
});
