import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { models } from '../../src/model/index.ts';
import type { Fields, Value } from '../../src/model/kind.ts';
import { type Mapping, toEntity, toRecord, writtenTo } from '../../src/model/mapping.ts';

const STATUS = { new: 'NEW', canceled: 'CANCELLED', cancelled: 'CANCELLED' };
const contacts: Mapping = [
  { entity: 'firstName', record: 'first' },
  { entity: 'phone', record: ['mobile', 'landline'] },
  { entity: 'website', record: 'site', direction: 'in' },
  { entity: 'email', record: 'mail_out', direction: 'out' },
  { entity: 'email', record: 'mail_in', direction: 'in' },
  { entity: 'tags', record: 'labels' },
  { entity: 'custom.*', record: 'extra.*' },
];
const appointments: Mapping = [{ entity: 'status', record: 'state', transforms: [{ do: 'table', table: STATUS }] }];

const read = (record: Fields) => toEntity(models.contact, contacts, record);

describe('reading a record', () => {
  it('brings its fields under their names in the graph, tidied', () => {
    const record = { first: ' Ann ', mobile: '07700 900123', site: 'x.org', labels: ['b', 'A'], 'extra.vat id': 7 };

    expect(read(record)).toEqual({
      firstName: 'Ann',
      phone: '+447700900123',
      website: 'x.org',
      tags: ['A', 'b'],
      'custom.vat id': 7,
    });
  });

  it('says nothing of what the record does not speak of, and null of what is empty', () => {
    expect(read({})).toEqual({});
    expect(read({ first: null, mobile: '', unknown: 1 })).toEqual({ firstName: null, phone: null });
  });

  it.each<[string, Fields, Value]>([
    ['the first', { mobile: '+447700900123', landline: '+442079460001' }, '+447700900123'],
    ['the next where the first is null', { mobile: null, landline: '+442079460001' }, '+442079460001'],
    ['the next where the first is empty', { mobile: '', landline: '+442079460001' }, '+442079460001'],
    ['the next where the first is absent', { landline: '+442079460001' }, '+442079460001'],
  ])('takes of several fields %s', (_, record, phone) => {
    expect(read(record)).toEqual({ phone });
  });

  it('reads only what is meant to be read', () => {
    expect(read({ mail_out: 'out@x.org', mail_in: 'in@x.org' })).toEqual({ email: 'in@x.org' });
  });

  it.each([
    ['new', 'NEW'],
    ['canceled', 'CANCELLED'],
    ['cancelled', 'CANCELLED'],
    ['something else', null],
    [null, null],
  ])('translates %j to %j', (state, status) => {
    expect(toEntity(models.appointment, appointments, { state })).toEqual({ status });
  });
});

describe('writing a record', () => {
  it('puts fields where they are written, and leaves out what has no place', () => {
    const entity = { firstName: 'Ann', phone: '+44', email: 'a@x.org', website: 'x.org', 'custom.a.b': 1, other: 2 };

    expect(toRecord(contacts, entity)).toEqual({ first: 'Ann', mobile: '+44', mail_out: 'a@x.org', 'extra.a.b': 1 });
  });

  it('keeps null, because null clears', () => {
    expect(toRecord(contacts, { firstName: null, 'custom.a': null })).toEqual({ first: null, 'extra.a': null });
  });

  it('translates back to the first word with that meaning', () => {
    expect(toRecord(appointments, { status: 'CANCELLED' })).toEqual({ state: 'canceled' });
  });

  it.each([
    ['firstName', 'first'],
    ['phone', 'mobile'],
    ['email', 'mail_out'],
    ['custom.x', 'extra.x'],
    ['website'],
    ['lastName'],
  ])('says that %s is written to %s', (field, ...expected) => {
    expect(writtenTo(contacts, field)).toEqual(expected);
  });

  it('and reading it again brings the same', () => {
    const entity = fc.record(
      {
        firstName: fc.stringMatching(/^[A-Z][a-z]{0,9}$/),
        phone: fc.constantFrom('+447700900123', '+4930901820', null),
        tags: fc.constantFrom<string[]>([], ['a'], ['a', 'B']),
        'custom.a': fc.oneof(fc.integer(), fc.string(), fc.constant(null)),
        'custom.b.c': fc.boolean(),
      },
      { requiredKeys: [] },
    );

    fc.assert(
      fc.property(entity, (fields) => {
        expect(read(toRecord(contacts, fields as Fields))).toEqual(fields);
      }),
    );
  });
});

describe('rows that name a custom field', () => {
  const named: Mapping = [
    { entity: 'address.county', record: 'custom.county' },
    { entity: 'custom.source', record: 'origin' },
    { entity: 'custom.*', record: 'custom.*' },
  ];

  it('have it to themselves, both ways', () => {
    const record = { 'custom.county': 'Avon', origin: 'web', 'custom.source': 'old', 'custom.a': 1 };
    const entity = { 'address.county': 'Kent', 'custom.source': 'fair', 'custom.county': 'none', 'custom.a': 2 };

    expect(toEntity(models.contact, named, record)).toEqual({
      'address.county': 'Avon',
      'custom.source': 'web',
      'custom.a': 1,
    });
    expect(toRecord(named, entity)).toEqual({ 'custom.county': 'Kent', origin: 'fair', 'custom.a': 2 });
    expect(writtenTo(named, 'custom.county')).toEqual([]);
  });
});

describe('parts of one record field', () => {
  const halves: Mapping = [
    { entity: 'firstName', record: 'full', transforms: [{ do: 'splitName', part: 'first' }] },
    { entity: 'lastName', record: 'full', transforms: [{ do: 'splitName', part: 'last' }] },
  ];

  it('are put together, whatever comes first', () => {
    expect(toRecord(halves, { lastName: 'Archer', firstName: 'Ann' })).toEqual({ full: 'Ann Archer' });
  });

  it('change without the other', () => {
    expect(toRecord(halves, { lastName: 'Baker' }, { full: 'Ann Archer' })).toEqual({ full: 'Ann Baker' });
    expect(toRecord(halves, { firstName: null, lastName: null }, { full: 'Ann Archer' })).toEqual({ full: null });
  });
});
