import { describe, expect, it } from 'vitest';
import { addressOf, counted, filtersOf, variablesOf } from '../../src/dashboard/pages/contacts/filters.ts';
import { holdings } from '../../src/dashboard/pages/contacts/holdings.ts';

const all = filtersOf(new URLSearchParams());

describe('the filters of the contacts', () => {
  it('stand in the address as they are, and come back from it', () => {
    const filters = { search: 'a & b', system: 'ghl', missingIn: 'rossum', tag: 'VIP +', hasConflict: true };
    const address = addressOf(filters);

    expect(address).toBe('/contacts?search=a+%26+b&system=ghl&missing=rossum&tag=VIP+%2B&conflict=open');
    expect(filtersOf(new URL(address, 'http://here').searchParams)).toEqual(filters);
    expect(addressOf(all)).toBe('/contacts');
  });

  it('ask the graph for no more than they say', () => {
    expect(variablesOf(all)).toEqual({
      search: null,
      filter: { system: null, missingIn: null, tag: null, hasConflict: null },
    });
    expect(variablesOf({ ...all, search: '  ann ', hasConflict: true })).toMatchObject({
      search: 'ann',
      filter: { hasConflict: true },
    });
  });

  it('are spoken of with the number that fits', () => {
    expect(counted(100_000, all)).toBe('100,000 contacts');
    expect(counted(1, { ...all, tag: 'vip' })).toBe('1 contact fits');
    expect(counted(0, { ...all, search: 'x' })).toBe('0 contacts fit');
  });
});

describe('where a contact is held', () => {
  const record = (id: string, state: 'IN_SYNC' | 'FAILED') => ({ system: { id, name: id.toUpperCase() }, state });

  it('names each system once, with how many records it has and what is wrong with one', () => {
    expect(holdings([record('a', 'IN_SYNC'), record('b', 'IN_SYNC'), record('b', 'FAILED')])).toEqual([
      { id: 'a', words: 'A', tone: 'good' },
      { id: 'b', words: 'B, 2 records: refused a change', tone: 'bad' },
    ]);
  });
});
