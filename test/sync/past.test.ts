import { describe, expect, it } from 'vitest';
import type { Entity, FieldChange, Version } from '../../src/store/shapes.ts';
import { type HeldRecord, recordsChange } from '../../src/sync/history.ts';
import { fieldsBack, standing, takenBack } from '../../src/sync/past.ts';
import { entity, T0 } from '../store/things.ts';

const version = (number: number, changes: FieldChange[], fields = {}): Version => ({
  entityId: 'con_1',
  version: number,
  fields,
  changes,
  origin: 'gateway',
  actor: null,
  why: null,
  correlationId: `cor_${number}`,
  at: T0 + number,
});
const record = (id: string): HeldRecord => ({ system: 'alpha', id, how: 'created', linkedAt: T0 });
const names = (moved: readonly { record: HeldRecord }[]) => moved.map((one) => one.record.id);
const now = (changes: Partial<Entity> = {}) => entity('con_1', { version: 9, ...changes });

describe('how an entity stood', () => {
  it('is what it is today without what people moved since, newest first', () => {
    const gave = version(3, recordsChange([record('a'), record('b')], [record('a')]));
    const got = version(4, recordsChange([record('a')], [record('a'), record('c')]));

    const past = standing(now(), version(2, []), [got, gave]);

    expect(names(past.lost)).toEqual(['b']);
    expect(names(past.gained)).toEqual(['c']);
    expect(past.lost[0]?.by).toBe(gave);
    expect(standing(now(), gave, [got]).lost).toEqual([]);
  });

  it('is nothing new where a record went and came back', () => {
    const gave = version(3, recordsChange([record('a'), record('b')], [record('a')]));
    const got = version(4, recordsChange([record('a')], [record('a'), record('b')]));

    const past = standing(now(), version(2, []), [got, gave]);

    expect([names(past.lost), names(past.gained)]).toEqual([['b'], []]);
    expect(recordsChange([record('b'), record('a')], [record('a'), record('b')])).toEqual([]);
  });

  it('tells whether it was deleted or merged then, also where it has died and come back since', () => {
    const died = version(3, [
      { field: 'deleted', before: null, after: true },
      { field: 'mergedInto', before: null, after: 'con_2' },
    ]);
    const rose = version(4, [{ field: 'deleted', before: true, after: null }]);

    expect(standing(now(), version(2, []), [rose, died])).toMatchObject({
      deleted: false,
      mergedInto: null,
      end: null,
    });
    expect(standing(now(), died, [rose])).toMatchObject({ deleted: true, mergedInto: 'con_2' });
    const dead = now({ deletedAt: T0 });
    expect(standing(dead, version(2, []), [died])).toMatchObject({ deleted: false, end: died });
  });

  it('knows whose it was', () => {
    const moved = version(3, [{ field: 'contact', before: 'con_a', after: 'con_b' }]);

    expect(standing(now({ contactId: 'con_b' }), version(2, []), [moved]).contactId).toBe('con_a');
    expect(standing(now({ contactId: 'con_b' }), moved, []).contactId).toBe('con_b');
  });
});

describe('the way back', () => {
  it('sets what differs, clears what was added, and leaves alone what only systems set', () => {
    const today = now({ fields: { firstName: 'Bea', website: 'https://x.org', businessId: 'alpha:1', tags: ['vip'] } });

    expect(fieldsBack(today, version(1, [], { firstName: 'Ada', tags: ['vip'], phone: null }))).toEqual({
      firstName: 'Ada',
      website: null,
    });
  });

  it('takes changes back where nobody has changed the field since, and names one by one', () => {
    const changes = [
      { field: 'lastName', before: null, after: 'Marsh' },
      { field: 'website', before: null, after: 'https://x.org' },
      { field: 'tags', before: ['vip'], after: ['boiler', 'vip'] },
      { field: 'records', before: [], after: [] },
      { field: 'businessId', before: null, after: 'alpha:1' },
    ];
    const fields = {
      lastName: 'Marsh',
      website: 'https://mine.org',
      tags: ['boiler', 'new', 'vip'],
      businessId: 'alpha:1',
    };

    expect(takenBack('contact', fields, changes)).toEqual({ lastName: null, tags: ['new', 'vip'] });
  });
});
