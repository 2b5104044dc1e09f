import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Row } from '../../simulator.ts';
import { parseBody, parseCount } from './body.ts';
import { foundContact, listedContact, wholeContact } from './contact-shapes.ts';
import { findDuplicate } from './duplicates.ts';
import { badRequest, unprocessable } from './refusal.ts';
import { checkFilter, filtersSchema, holdsText, matches, type Searched } from './search-filter.ts';
import { compare, type Place, placeOf, SORT_FIELDS, type SortKey } from './search-order.ts';
import type { World } from './world.ts';

type Query = { Querystring: Record<string, string | undefined> };

const MOST_BY_PAGE = 10_000;
const NEWEST_FIRST: readonly SortKey[] = [{ field: 'dateAdded', direction: 'desc' }];

const searchBody = z.strictObject({
  locationId: z.string().min(1, 'should not be empty'),
  pageLimit: z.number().int().min(1, 'must not be less than 1').max(500),
  page: z.number().int().min(1, 'must not be less than 1').optional(),
  searchAfter: z.array(z.union([z.string(), z.number()])).optional(),
  query: z.string().max(75).optional(),
  filters: filtersSchema.optional(),
  sort: z
    .array(z.strictObject({ field: z.enum(SORT_FIELDS), direction: z.enum(['asc', 'desc']) }))
    .max(2)
    .optional(),
});

interface Found extends Searched {
  readonly place: Place;
}

/** Adds the search of contacts, the deprecated list and the look-up of duplicates. */
export function addSearchRoutes(api: FastifyInstance, world: World): void {
  api.post('/contacts/search', (request) => search(world, parseBody(searchBody, request.body)));
  api.get<Query>('/contacts/', ({ query }) => list(world, query));
  api.get<Query>('/contacts/search/duplicate', ({ query }) => {
    if (!query.locationId) throw unprocessable('locationId should not be empty');
    const match = findDuplicate(world, query.email, query.number);
    return { contact: match ? wholeContact(match.row) : null };
  });
}

function search(world: World, body: z.output<typeof searchBody>): Row {
  const { pageLimit, page, searchAfter, filters = [] } = body;
  if (page !== undefined && searchAfter) throw unprocessable('page and searchAfter can not be used together');
  if ((page ?? 1) * pageLimit > MOST_BY_PAGE) throw badRequest('Only 10000 records can be reached by page');
  filters.forEach(checkFilter);
  const keys = body.sort?.length ? body.sort : NEWEST_FIRST;
  const found = inOrder(world, keys, body.query, (contact) => filters.every((filter) => matches(filter, contact)));
  const rest = searchAfter ? found.filter(({ place }) => compare(place, searchAfter, keys) > 0) : found;
  const start = searchAfter ? 0 : ((page ?? 1) - 1) * pageLimit;
  const rows = rest.slice(start, start + pageLimit);
  return {
    contacts: rows.map(({ row, place }) => ({ ...foundContact(row, world), searchAfter: place })),
    total: found.length,
  };
}

function list(world: World, query: Query['Querystring']): Row {
  if (!query.locationId) throw unprocessable('locationId should not be empty');
  const limit = parseCount('limit', query.limit, 20, 100);
  const found = inOrder(world, NEWEST_FIRST, query.query);
  const after = query.startAfterId ? [Number(query.startAfter), query.startAfterId] : null;
  const rest = after ? found.filter(({ place }) => compare(place, after, NEWEST_FIRST) > 0) : found;
  const rows = rest.slice(0, limit);
  const last = rest.length > limit ? rows.at(-1)?.place : undefined;
  const currentPage = Math.floor((found.length - rest.length) / (limit || 1)) + 1;
  return {
    contacts: rows.map(({ row }) => listedContact(row)),
    count: found.length,
    meta: {
      total: found.length,
      nextPageUrl: last
        ? `https://services.leadconnectorhq.com/contacts/?locationId=${query.locationId}&limit=${limit}&startAfter=${last[0]}&startAfterId=${last[1]}`
        : null,
      startAfter: last?.[0] ?? null,
      startAfterId: last?.[1] ?? null,
      currentPage,
      nextPage: last ? currentPage + 1 : null,
      prevPage: currentPage > 1 ? currentPage - 1 : null,
    },
  };
}

/** The contacts that search knows of, meet the test and hold the text, in order. */
function inOrder(
  world: World,
  keys: readonly SortKey[],
  query?: string,
  test: (contact: Searched) => boolean = () => true,
): Found[] {
  const found: Found[] = [];
  for (const row of world.index.rows()) {
    const businessName = world.shelves.businesses.find(String(row.businessId))?.name;
    if (!holdsText(row, query) || !test({ row, businessName })) continue;
    found.push({ row, businessName, place: placeOf(row, businessName, keys) });
  }
  return found.sort((a, b) => compare(a.place, b.place, keys));
}
