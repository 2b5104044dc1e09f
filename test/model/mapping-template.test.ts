import { describe, expect, it } from 'vitest';
import type { Mapping } from '../../src/model/mapping.ts';
import { diffRows, fitted, withRows } from '../../src/model/mapping-template.ts';
import type { RecordField } from '../../src/model/record-field.ts';

const field = (name: string, writable = true): RecordField => ({
  ...{ field: name, label: name, type: 'text', known: 'described', examples: [] },
  ...{ creates: writable, updates: writable },
});
const EMAIL = { entity: 'email', record: 'mail' } as const;
const PHONE = { entity: 'phone', record: 'tel' } as const;

describe('the rows of a template', () => {
  it('take the place of those that read or write the same, and leave the others in their order', () => {
    const website = { entity: 'website', record: 'site' } as const;
    const other = { entity: 'email', record: 'address' } as const;
    const taken = { entity: 'companyName', record: 'site' } as const;

    expect(withRows([EMAIL, PHONE, website], [other])).toEqual([other, PHONE, website]);
    expect(withRows([EMAIL, PHONE, website], [taken])).toEqual([EMAIL, PHONE, taken]);
    expect(withRows([EMAIL], [PHONE])).toEqual([EMAIL, PHONE]);
    expect(withRows([EMAIL, PHONE], [EMAIL])).toEqual([EMAIL, PHONE]);
  });

  it('leave a row alone that goes the other way', () => {
    const inward = { ...EMAIL, direction: 'in' } as const;
    const outward = { entity: 'email', record: 'copy', direction: 'out' } as const;

    expect(withRows([outward], [inward])).toEqual([outward, inward]);
  });

  it('are cut down to the fields there are, and only read what can only be read; each is said', () => {
    const rows: Mapping = [
      { entity: 'email', record: ['mail', 'second'] },
      PHONE,
      { entity: 'website', record: 'nowhere' },
      { entity: 'custom.*', record: 'custom.*' },
    ];

    const { rows: fit, leftOut } = fitted(rows, [field('mail'), field('tel', false)]);

    expect(fit).toEqual([EMAIL, { ...PHONE, direction: 'in' }, rows[3]]);
    expect(leftOut).toEqual([
      'email from second: there is no such field',
      'phone is not written to tel: it can only be read',
      'website from nowhere: there is no such field',
    ]);
  });
});

describe('the difference of two mappings', () => {
  it('tells added, changed and removed rows apart', () => {
    const upper = { ...EMAIL, transforms: [{ do: 'trim' }] } as const;

    expect(diffRows([EMAIL, PHONE], [upper, { entity: 'website', record: 'site' }])).toEqual({
      added: [{ entity: 'website', record: 'site' }],
      changed: [{ before: EMAIL, after: upper }],
      removed: [PHONE],
    });
    expect(diffRows([EMAIL, PHONE], [PHONE, EMAIL])).toEqual({ added: [], changed: [], removed: [] });
  });
});
