import type { ContactListQueryVariables } from '../../../client/generated/graphql.ts';

/** What the list is restricted to; null and '' do not restrict. */
export interface Filters {
  readonly search: string;
  readonly system: string | null;
  readonly missingIn: string | null;
  readonly tag: string | null;
  readonly hasConflict: boolean;
}

/** As the address says it. */
export function filtersOf(query: URLSearchParams): Filters {
  return {
    search: query.get('search') ?? '',
    system: query.get('system') || null,
    missingIn: query.get('missing') || null,
    tag: query.get('tag') || null,
    hasConflict: query.has('conflict'),
  };
}

/** The address that says it; without filters it is the page's own. */
export function addressOf({ search, system, missingIn, tag, hasConflict }: Filters): string {
  const query = new URLSearchParams({
    ...(search.trim() !== '' && { search: search.trim() }),
    ...(system !== null && { system }),
    ...(missingIn !== null && { missing: missingIn }),
    ...(tag !== null && { tag }),
    ...(hasConflict && { conflict: 'open' }),
  }).toString();
  return query === '' ? '/contacts' : `/contacts?${query}`;
}

/** What the graph is asked for. */
export function variablesOf({ search, system, missingIn, tag, hasConflict }: Filters): ContactListQueryVariables {
  return {
    search: search.trim() === '' ? null : search.trim(),
    filter: { system, missingIn, tag, hasConflict: hasConflict ? true : null },
  };
}

/** True where anything but everybody is asked for. */
export function isRestricted(filters: Filters): boolean {
  return addressOf(filters) !== '/contacts';
}

const number = new Intl.NumberFormat('en-GB');

/** How many there are, in words. */
export function counted(total: number, filters: Filters): string {
  const things = total === 1 ? 'contact' : 'contacts';
  return isRestricted(filters)
    ? `${number.format(total)} ${things} ${total === 1 ? 'fits' : 'fit'}`
    : `${number.format(total)} ${things}`;
}
