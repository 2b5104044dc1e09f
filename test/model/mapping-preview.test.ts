import { describe, expect, it } from 'vitest';
import { contact } from '../../src/model/contact.ts';
import { type Mapping, toEntity, toRecord } from '../../src/model/mapping.ts';
import { previewFields } from '../../src/model/mapping-preview.ts';

const MAPPING: Mapping = [
  { entity: 'firstName', record: 'full', transforms: [{ do: 'trim' }, { do: 'splitName', part: 'first' }] },
  { entity: 'lastName', record: 'full', transforms: [{ do: 'trim' }, { do: 'splitName', part: 'last' }] },
  { entity: 'phone', record: ['mobile', 'landline'], transforms: [{ do: 'phone', country: 'GB' }] },
  { entity: 'companyName', record: 'company', direction: 'in' },
  { entity: 'website', record: 'site', direction: 'out' },
  { entity: 'custom.*', record: 'custom.*' },
];
const RECORD = {
  full: ' Ann  Archer ',
  mobile: null,
  landline: '07700 900001',
  company: 'Old Ltd',
  'custom.fuel': 'Gas',
};
const ENTITY = { firstName: 'Anna', lastName: 'Archer', phone: '+447700900002', website: 'a.example', 'custom.age': 3 };

const preview = () => previewFields(contact, MAPPING, RECORD, ENTITY);
const field = (name: string) => preview().find((one) => one.field === name);

describe('a preview', () => {
  it('shows what each transform makes of the value on its way in', () => {
    expect(field('lastName')?.in).toEqual({
      record: { full: ' Ann  Archer ' },
      steps: [
        { does: 'without space around it', value: 'Ann  Archer' },
        { does: 'the rest after the first word of a full name', value: 'Archer' },
      ],
      value: 'Archer',
      error: null,
    });
  });

  it('shows the same on its way out, last transform first, and what all rows together leave in the record', () => {
    expect(field('firstName')?.out).toEqual({
      steps: [
        { does: 'the first word of a full name', value: 'Anna Archer' },
        { does: 'without space around it', value: 'Anna Archer' },
      ],
      record: { full: 'Anna Archer' },
      error: null,
    });
  });

  it('names every record field that is read, and only the one that is written', () => {
    expect(field('phone')).toMatchObject({
      in: { record: { mobile: null, landline: '07700 900001' }, value: '+447700900001' },
      out: { record: { mobile: '07700 900002' } },
    });
  });

  it('leaves out the way that a row does not go', () => {
    expect([field('companyName')?.out, field('website')?.in]).toEqual([null, null]);
  });

  it('has one line for each custom field that the record or the entity has', () => {
    const custom = preview().filter(({ row }) => row === 5);

    expect(custom.map((one) => one.field)).toEqual(['custom.fuel', 'custom.age']);
    expect(custom[0]?.in?.value).toBe('Gas');
    expect(custom[1]?.out?.record).toEqual({ 'custom.age': 3 });
  });

  it('says what a transform could not understand', () => {
    const [line] = previewFields(contact, MAPPING.slice(2, 3), { mobile: 'ask Ann' }, ENTITY);

    expect(line?.in?.error).toContain('ask Ann');
    expect(line?.out?.error).toBeNull();
  });

  it('writes nothing where there is no entity', () => {
    expect(previewFields(contact, MAPPING, RECORD, null).flatMap(({ out }) => out ?? [])).toEqual([]);
  });

  it('ends with what the engine itself would read and write', () => {
    const lines = preview();
    const read = Object.fromEntries(lines.flatMap((line) => (line.in ? [[line.field, line.in.value]] : [])));
    const written = Object.assign({}, ...lines.map(({ out }) => out?.record ?? {}));

    expect(read).toMatchObject(toEntity(contact, MAPPING, RECORD));
    expect(written).toMatchObject(toRecord(MAPPING, ENTITY, RECORD));
  });
});
