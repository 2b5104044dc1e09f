import { describe, expect, it } from 'vitest';
import { models } from '../../src/model/index.ts';
import type { Kind } from '../../src/model/kind.ts';
import type { Mapping } from '../../src/model/mapping.ts';
import { checkMapping } from '../../src/model/mapping-check.ts';
import type { MappableField } from '../../src/model/mapping-type.ts';

const both = { creates: true, updates: true };
const FIELDS: readonly MappableField[] = [
  { field: 'name', type: 'text', ...both },
  { field: 'surname', type: 'text', required: true, ...both },
  { field: 'full', type: 'text', ...both },
  { field: 'mobile', type: 'phone', ...both },
  { field: 'landline', type: 'phone', creates: true, updates: false },
  { field: 'vip', type: 'flag', ...both },
  { field: 'visits', type: 'number', ...both },
  { field: 'labels', type: 'names', ...both },
  { field: 'registered', type: 'instant', creates: false, updates: false },
];
const SURNAME = { entity: 'lastName', record: 'surname' } as const;

function faults(mapping: Mapping, kind: Kind = 'contact', others: readonly Mapping[] = []) {
  return checkMapping(models[kind], mapping, { fields: kind === 'contact' ? FIELDS : null, others }).map(
    ({ row, part, message }) => `${row}/${part}: ${message}`,
  );
}

describe('a mapping that is fit to be used', () => {
  it.each<[string, Mapping]>([
    ['nothing at all', []],
    [
      'what is read alone needs no required field of the system',
      [{ entity: 'phone', record: 'mobile', direction: 'in' }],
    ],
    [
      'parts of one full name',
      [
        SURNAME,
        { entity: 'custom.a', record: 'full', transforms: [{ do: 'splitName', part: 'first' }] },
        { entity: 'custom.b', record: 'full', transforms: [{ do: 'splitName', part: 'last' }] },
      ],
    ],
    [
      'one way in and another out',
      [
        { ...SURNAME, direction: 'in' },
        { ...SURNAME, direction: 'out', transforms: [{ do: 'default', value: '-' }] },
      ],
    ],
    ['a number as text', [SURNAME, { entity: 'companyName', record: 'visits', direction: 'in' }]],
    ['every field of one’s own', [SURNAME, { entity: 'custom.*', record: 'custom.*' }]],
  ])('%s', (_, mapping) => {
    expect(faults(mapping)).toEqual([]);
  });
});

describe('a mapping is refused', () => {
  it.each<[string, Mapping, string]>([
    [
      'an unknown entity field',
      [SURNAME, { entity: 'shoeSize', record: 'name' }],
      '1/entity: shoeSize is not a field of a contact; a field of your own begins with custom.',
    ],
    [
      'an unknown record field',
      [SURNAME, { entity: 'firstName', record: ['name', 'nick'] }],
      '1/record: nick is not a field of records in this system',
    ],
    [
      'a flag as text',
      [SURNAME, { entity: 'firstName', record: 'vip' }],
      '1/transforms: brings true or false into firstName, which holds text',
    ],
    [
      'text as a number',
      [SURNAME, { entity: 'firstName', record: 'visits', direction: 'out' }],
      '1/transforms: writes text to visits, which holds a number',
    ],
    [
      'names as text',
      [SURNAME, { entity: 'tags', record: 'name' }],
      '1/transforms: brings text into tags, which holds a set of names',
    ],
    [
      'a transform on what it is not for',
      [SURNAME, { entity: 'custom.x', record: 'labels', direction: 'in', transforms: [{ do: 'trim' }] }],
      '1/transforms: "without space around it" does not work on a set of names',
    ],
    [
      'two rows that read one entity field',
      [SURNAME, { entity: 'lastName', record: 'name', direction: 'in' }],
      '1/entity: row 1 reads lastName already',
    ],
    [
      'two rows that write one record field',
      [SURNAME, { entity: 'firstName', record: 'surname', direction: 'out' }],
      '1/record: row 1 writes surname already',
    ],
    [
      'the same part of a name twice',
      [
        SURNAME,
        { entity: 'custom.a', record: 'full', transforms: [{ do: 'splitName', part: 'first' }] },
        { entity: 'custom.b', record: 'full', transforms: [{ do: 'splitName', part: 'first' }] },
      ],
      '2/record: row 2 writes full already',
    ],
    [
      'a required record field left out',
      [{ entity: 'firstName', record: 'name' }],
      'null/null: no row writes surname, without which this system creates no contact',
    ],
    [
      'a read-only record field written',
      [SURNAME, { entity: 'custom.since', record: 'registered' }],
      '1/direction: must be in: registered can only be read in this system',
    ],
    [
      'a read-only entity field written',
      [SURNAME, { entity: 'businessId', record: 'name' }],
      '1/direction: must be in: nobody writes businessId, it is only known from a system',
    ],
    [
      'a one-way transform used both ways',
      [SURNAME, { entity: 'firstName', record: 'name', transforms: [{ do: 'extract', pattern: 'a' }] }],
      '1/transforms: "what /a/ finds" works only one way, in or out, not both',
    ],
    [
      'joining without splitting, outward',
      [
        SURNAME,
        {
          entity: 'companyName',
          record: ['name', 'full'],
          direction: 'out',
          transforms: [{ do: 'concatenate', separator: ' ' }],
        },
      ],
      '1/transforms: "joined by " "" works only one way, in, not out',
    ],
    [
      'joining one field',
      [SURNAME, { entity: 'firstName', record: 'name', transforms: [{ do: 'joinName' }] }],
      '1/transforms: joins several record fields, but the row has only one',
    ],
    [
      'a wildcard on one side',
      [SURNAME, { entity: 'custom.*', record: 'name' }],
      '1/record: must end with .* where the entity field does, and only there',
    ],
  ])('for %s', (_, mapping, expected) => {
    expect(faults(mapping)).toEqual([expected]);
  });

  it('for a required field of the kind left out', () => {
    expect(faults([{ entity: 'body', record: 'text' }], 'task')).toEqual([
      'null/null: no row reads title, which every task must have',
    ]);
  });

  it('for a value that comes round to where it began', () => {
    const mapping: Mapping = [
      SURNAME,
      { entity: 'firstName', record: 'name', direction: 'out' },
      { entity: 'companyName', record: 'name', direction: 'in' },
      { entity: 'companyName', record: 'full', direction: 'out' },
      { entity: 'firstName', record: 'full', direction: 'in' },
    ];

    expect(faults(mapping)).toEqual([
      '1/null: goes round in a loop: a change would run firstName → name → companyName → full → firstName without end',
    ]);
  });

  it('for a value that comes round by way of another system', () => {
    const here: Mapping = [
      SURNAME,
      { entity: 'firstName', record: 'name', direction: 'out' },
      { entity: 'companyName', record: 'name', direction: 'in' },
    ];
    const there: Mapping = [
      { entity: 'companyName', record: 'x', direction: 'out' },
      { entity: 'firstName', record: 'x', direction: 'in' },
    ];

    expect(faults(here)).toEqual([]);
    expect(faults(here, 'contact', [there])).toEqual([expect.stringContaining('firstName → name → companyName → x')]);
  });
});
