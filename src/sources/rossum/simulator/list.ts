import { createHmac } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Row } from '../../simulator.ts';
import { invalid, Refused } from './refused.ts';
import type { World } from './world.ts';

/** How an endpoint pages: the newer way gives a signed cursor and no totals, the older one numbers its pages. */
export interface Listing {
  readonly style: 'cursor' | 'pages';
  /** What `ordering` may name; anything else is ignored without a word, and the order is by id. */
  readonly orderings: readonly string[];
}

/** A page as the core API answers it. */
export interface ListPage {
  readonly pagination: Row;
  readonly results: Row[];
}

const DEFAULT_SIZE = 20;
const MOST = 100;

/** The page of `rows` that the request asks for. */
export function listPage(world: World, request: FastifyRequest, rows: readonly Row[], listing: Listing): ListPage {
  const order = orderOf(param(request, 'ordering'), listing.orderings);
  const sorted = rows.toSorted((a, b) => compareRows(a, b, order));
  const size = Math.min(Number(param(request, 'page_size')) || DEFAULT_SIZE, MOST);
  return listing.style === 'cursor'
    ? cursorPage(world, request, sorted, size, order)
    : numberedPage(world, request, sorted, size);
}

/** The value of a query parameter; the last one when it was repeated. */
export function param(request: FastifyRequest, name: string): string | undefined {
  const value = (request.query as Record<string, string | string[] | undefined>)[name];
  return Array.isArray(value) ? value.at(-1) : value;
}

/** The values of a comma-separated query parameter, or null when it was not sent. */
export function listParam(request: FastifyRequest, name: string): string[] | null {
  const value = param(request, name);
  return value === undefined ? null : value.split(',').map((part) => part.trim());
}

/** The rows that have, for each of the fields asked about, one of the values asked for. */
export function withFields(request: FastifyRequest, rows: readonly Row[], fields: readonly string[]): Row[] {
  return rows.filter((row) => fields.every((field) => listParam(request, field)?.includes(String(row[field])) ?? true));
}

interface Order {
  readonly field: string;
  readonly down: boolean;
}

function orderOf(ordering: string | undefined, allowed: readonly string[]): Order[] {
  return (ordering ?? '')
    .split(',')
    .map((key) => ({ field: key.replace(/^-/, ''), down: key.startsWith('-') }))
    .filter(({ field }) => allowed.includes(field))
    .concat({ field: 'id', down: false });
}

function compareRows(a: Row, b: Row, order: readonly Order[]): number {
  for (const { field, down } of order) {
    const difference = compareValues(a[field] ?? null, b[field] ?? null);
    if (difference !== 0) return down ? -difference : difference;
  }
  return 0;
}

/** Nulls come last in ascending order, as in the vendor's database. */
function compareValues(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : 1;
}

function cursorPage(world: World, request: FastifyRequest, sorted: Row[], size: number, order: Order[]): ListPage {
  const cursor = param(request, 'cursor');
  const after = cursor === undefined ? null : openCursor(cursor);
  const rest = after ? sorted.filter((row) => compareRows(row, after, order) > 0) : sorted;
  const results = rest.slice(0, size);
  const last = results.at(-1);
  const position = last && Object.fromEntries(order.map(({ field }) => [field, last[field] ?? null]));
  const next = position && rest.length > size ? link(world, request, 'cursor', sealCursor(position)) : null;
  return { pagination: { next, previous: null }, results };
}

function numberedPage(world: World, request: FastifyRequest, sorted: Row[], size: number): ListPage {
  const page = Number(param(request, 'page') ?? 1);
  const pages = Math.max(1, Math.ceil(sorted.length / size));
  if (!Number.isInteger(page) || page < 1) throw invalid({ page: ['A valid integer is required.'] });
  if (page > pages) throw new Refused(404, { detail: 'Invalid page.', code: 'not_found' });
  const to = (other: number) => (other >= 1 && other <= pages ? link(world, request, 'page', String(other)) : null);
  return {
    pagination: { total: sorted.length, total_pages: pages, next: to(page + 1), previous: to(page - 1) },
    results: sorted.slice((page - 1) * size, page * size),
  };
}

function link(world: World, request: FastifyRequest, name: string, value: string): string {
  const url = new URL(request.url, world.origin);
  url.searchParams.set(name, value);
  return url.href;
}

function sign(text: string): string {
  return createHmac('sha256', 'cursor').update(text).digest('base64url').slice(0, 16);
}

function sealCursor(position: Row): string {
  const text = Buffer.from(JSON.stringify(position)).toString('base64url');
  return `${text}.${sign(text)}`;
}

function openCursor(cursor: string): Row {
  const [text = '', signature] = cursor.split('.');
  if (signature !== sign(text)) throw new Refused(404, { detail: 'Invalid cursor', code: 'not_found' });
  return JSON.parse(Buffer.from(text, 'base64url').toString()) as Row;
}
