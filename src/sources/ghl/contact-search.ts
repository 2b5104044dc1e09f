import { z } from 'zod';
import type { Client } from './client.ts';
import { ContactRow } from './contact-row.ts';
import { malformed } from './problem.ts';

/** How many contacts a search answers at most; HighLevel allows 500, but each row may need a call for its names. */
export const PAGE = 100;

/** Moments overlap by this much: the search index brings a change seconds after it was made. */
const OVERLAP_MS = 5 * 60_000;

const Cursor = z.object({
  /** Changes from here on; null: all contacts. */
  from: z.number().nullable(),
  /** HighLevel's own mark behind the last contact of this walk; null before the first. */
  after: z.array(z.json()).nullable(),
  /** The latest change seen. */
  newest: z.number().nullable(),
  /** When this walk began. */
  began: z.number(),
});
/** Where a walk through the contacts stands, in order of their last change. All moments in milliseconds since 1970. */
export type ContactCursor = z.output<typeof Cursor>;

/** Rows of one search in order of their last change, and where to go on; `next` null at the end. */
export interface ContactPage {
  readonly rows: readonly ContactRow[];
  readonly next: ContactCursor | null;
  readonly newest: number | null;
  readonly total: number | null;
}

const Answer = z.object({
  contacts: z.array(ContactRow),
  total: z.number().nullish().catch(undefined),
});

/** The next page behind a cursor. */
export async function searchChanged(client: Client, cursor: ContactCursor): Promise<ContactPage> {
  const { contacts, total } = await search(client, {
    pageLimit: PAGE,
    sort: [{ field: 'dateUpdated', direction: 'asc' }],
    ...(cursor.from === null ? {} : { filters: [changedFrom(cursor.from)] }),
    ...(cursor.after === null ? {} : { searchAfter: cursor.after }),
  });
  const stamps = contacts.flatMap((row) => row.dateUpdated ?? []);
  const newest = stamps.reduce<number | null>((latest, at) => Math.max(latest ?? at, at), cursor.newest);
  const after = contacts.at(-1)?.searchAfter;
  if (contacts.length === PAGE && !after) throw malformed('a search of contacts');
  const next = contacts.length === PAGE && after ? { ...cursor, after, newest } : null;
  return { rows: contacts, next, newest, total: total ?? null };
}

/** The contacts with these ids (at most a page) that the search index holds. */
export async function searchIds(client: Client, ids: readonly string[]): Promise<readonly ContactRow[]> {
  const filters = ids.map((value) => ({ field: 'id', operator: 'eq', value }));
  const { contacts } = await search(client, { pageLimit: PAGE, filters: [{ group: 'OR', filters }] });
  return contacts;
}

/** The cursor that a scan's `resume` stands for; anything unreadable starts from the beginning. */
export function contactCursor(resume: string | null, now: number): ContactCursor {
  const fresh: ContactCursor = { from: null, after: null, newest: null, began: now };
  if (resume === null) return fresh;
  try {
    const parsed = Cursor.safeParse(JSON.parse(resume));
    if (!parsed.success) return fresh;
    return parsed.data.after === null ? { ...parsed.data, began: now } : parsed.data;
  } catch {
    // No JSON: a cursor of another kind or age. Reading everything again is safe, going on from a guess is not.
    return fresh;
  }
}

/**
 * Where the next walk starts: at the latest change seen, its own ties again; and as much earlier as changes made before
 * this walk began may still have been missing from the index. Null where there was no contact at all.
 */
export function cursorBehind(cursor: ContactCursor, newest: number | null): ContactCursor | null {
  if (newest === null) return null;
  const from = Math.max(newest - OVERLAP_MS, Math.min(newest, cursor.began - OVERLAP_MS));
  return { from, after: null, newest, began: cursor.began };
}

function changedFrom(from: number): object {
  return { field: 'dateUpdated', operator: 'range', value: { gte: new Date(from).toISOString() } };
}

function search(client: Client, body: object): Promise<z.output<typeof Answer>> {
  return client.call(
    {
      method: 'POST',
      path: '/contacts/search',
      json: { locationId: client.locationId, ...body },
      version: '2021-07-28',
      about: 'a search of contacts',
      reads: true,
    },
    Answer,
  );
}
