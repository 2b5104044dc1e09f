import { describe, expect, it } from 'vitest';
import { contact } from '../../src/model/contact.ts';
import type { Fields } from '../../src/model/kind.ts';
import { type Mapping, toEntity } from '../../src/model/mapping.ts';
import { outcomeOf } from '../../src/model/mapping-outcome.ts';
import type { RecordField } from '../../src/model/record-field.ts';
import { task } from '../../src/model/task.ts';

const BEFORE: Mapping = [
  { entity: 'firstName', record: 'name' },
  { entity: 'phone', record: 'phone' },
];

const known = (field: string, more: Partial<RecordField> = {}): [string, RecordField] => [
  field,
  { field, label: field, type: 'text', creates: true, updates: true, known: 'described', examples: [], ...more },
];
const FIELDS = new Map([
  known('name'),
  known('phone', { type: 'phone' }),
  known('nick'),
  known('fuel', { type: 'choice', choices: ['Gas'] }),
  known('fixed', { updates: false }),
]);

/** What another mapping would do; the entity is what the record amounts to now, and what else is said of it. */
function tried(after: Mapping, record: Fields, entity: Fields = {}, model = contact) {
  const values = toEntity(model, BEFORE, record);
  const change = { model, before: BEFORE, after, fields: FIELDS };
  return outcomeOf(change, { fields: record, values, entity: { ...values, ...entity }, isWritten: true });
}

const RECORD = { name: 'Ann', phone: '07700 900001', nick: 'Annie', fuel: 'Gas', fixed: 'x' };

describe('another mapping', () => {
  it('that is the same does nothing', () => {
    expect(tried(BEFORE, RECORD, { firstName: 'Anna' })).toEqual({ inward: [], outward: [], faults: [] });
  });

  it('brings in what the record says differently under it, and then has nothing to write there', () => {
    const outcome = tried([{ entity: 'firstName', record: 'nick' }, ...BEFORE.slice(1)], RECORD);

    expect(outcome).toEqual({
      inward: [{ field: 'firstName', before: 'Ann', after: 'Annie' }],
      outward: [],
      faults: [],
    });
  });

  it('leaves alone what only the entity says, until it has a place to write it', () => {
    const website = { website: 'https://a.example' };

    expect(tried(BEFORE, RECORD, website).outward).toEqual([]);
    expect(
      tried([...BEFORE, { entity: 'website', record: 'nick', direction: 'out' }], RECORD, website).outward,
    ).toEqual([{ field: 'nick', before: 'Annie', after: 'https://a.example' }]);
  });

  it('fills only what is empty where the row says so', () => {
    const row = { entity: 'firstName', record: 'nick', when: 'ifEmpty' } as const;

    expect(tried([row], RECORD).inward).toEqual([]);
    expect(tried([row], RECORD, { firstName: null }).inward).toMatchObject([{ before: null, after: 'Annie' }]);
  });

  it('writes to nothing that cannot be changed any more', () => {
    const rows: Mapping = [...BEFORE, { entity: 'website', record: 'fixed', direction: 'out' }];

    expect(tried(rows, RECORD, { website: 'a.example' }).outward).toEqual([]);
  });

  it('writes nothing to a record that only tells of a document', () => {
    const rows: Mapping = [...BEFORE, { entity: 'website', record: 'nick', direction: 'out' }];
    const change = { model: contact, before: BEFORE, after: rows, fields: FIELDS };

    const { outward } = outcomeOf(change, {
      fields: RECORD,
      values: toEntity(contact, BEFORE, RECORD),
      entity: { website: 'a.example' },
      isWritten: false,
    });

    expect(outward).toEqual([]);
  });

  it('fails with a value that no transform understands, with one reason for all such', () => {
    const rows: Mapping = [{ entity: 'phone', record: 'nick', transforms: [{ do: 'phone', country: 'GB' }] }];

    const [one, other] = [tried(rows, RECORD), tried(rows, { ...RECORD, nick: 'Nan' })].map(({ faults }) => faults[0]);

    expect(one?.reason).toBe('phone cannot be read from nick');
    expect(other?.reason).toBe(one?.reason);
    expect(one?.about).toContain('Annie');
  });

  it('fails with a value that a closed list does not have', () => {
    const { faults } = tried(
      [...BEFORE, { entity: 'custom.fuel', record: 'fuel' }],
      { ...RECORD, fuel: null },
      {
        'custom.fuel': 'Oil',
      },
    );
    const inward = tried([...BEFORE, { entity: 'custom.fuel', record: 'nick' }], RECORD).faults;

    expect(faults).toMatchObject([{ reason: 'fuel of a contact must be one of Gas' }]);
    expect(inward).toEqual([]);
  });

  it('fails where something that must be there would be missing', () => {
    const { faults } = tried([{ entity: 'title', record: 'nick' }], { nick: null }, {}, task);

    expect(faults.map(({ reason }) => reason)).toEqual(['title must not be empty']);
  });
});
