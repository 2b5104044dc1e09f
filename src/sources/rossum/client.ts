import { z } from 'zod';
import type { Clock } from '../../base/clock.ts';
import { Problem } from '../../base/errors.ts';
import type { Http, HttpRequest, HttpResponse } from '../../base/http.ts';
import { refusal } from '../../base/refusal.ts';
import type { Access } from './access.ts';

/** One page of a list; `next` is the path and query of the following one. */
export interface ListPage {
  readonly results: readonly unknown[];
  readonly next: string | null;
}

/** The authenticated way to Rossum's core API and Data Storage. */
export interface Client {
  /** The parsed body of a successful answer; any other answer is a Problem. */
  call(request: HttpRequest): Promise<unknown>;
  /** One page of a list: `target` is a path (with `query`) or an earlier page's `next`. */
  page(target: string, query?: HttpRequest['query']): Promise<ListPage>;
  /** All results of a list, page after page. */
  all(target: string, query?: HttpRequest['query']): Promise<readonly unknown[]>;
}

const List = z.object({
  pagination: z.object({ next: z.string().nullish() }).nullish(),
  results: z.array(z.unknown()),
});

/** Makes the client of one organisation; `origin` is where its links must lead. */
export function createClient(origin: string, http: Http, access: Access, clock: Clock): Client {
  async function call(request: HttpRequest): Promise<unknown> {
    const token = await access.token();
    let response = await http.request(signed(request, token));
    // Once only: a second refusal is not about the token's age, and logins are throttled.
    if (response.status === 401) response = await http.request(signed(request, await access.token(token)));
    if (response.status >= 400) throw problemOf(response, clock.now());
    return response.body;
  }

  async function page(target: string, query?: HttpRequest['query']): Promise<ListPage> {
    const body = await call({ method: 'GET', path: target, ...(query ? { query } : {}) });
    const list = parsed(List, body, 'a list');
    return { results: list.results, next: nextTarget(list.pagination?.next ?? null, origin) };
  }

  return {
    call,
    page,
    async all(target, query) {
      const first = await page(target, query);
      const results = [...first.results];
      for (let next = first.next; next !== null; ) {
        const following: ListPage = await page(next);
        results.push(...following.results);
        next = following.next;
      }
      return results;
    },
  };
}

/** The body as that shape, or a MALFORMED Problem that names what was expected. */
export function parsed<S extends z.ZodType>(shape: S, body: unknown, what: string): z.output<S> {
  const result = shape.safeParse(body);
  if (result.success) return result.data;
  const message = `Rossum answered something that is not ${what}`;
  throw new Problem('MALFORMED', message, 'later', { system: 'rossum', cause: result.error });
}

function signed(request: HttpRequest, token: string): HttpRequest {
  return { ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } };
}

/**
 * Cursors are signed and opaque, so the link is followed as it came. Only the host is compared: behind a proxy the scheme
 * may differ, and the request goes to our own origin whatever the link says.
 */
function nextTarget(next: string | null, origin: string): string | null {
  if (next === null) return null;
  const url = URL.canParse(next, origin) ? new URL(next, origin) : null;
  if (url?.host === new URL(origin).host) return url.pathname + url.search;
  throw new Problem('MALFORMED', 'Rossum sent a next-page link that leads to another host', 'later', {
    system: 'rossum',
  });
}

const Words = z.object({ detail: z.string().optional(), message: z.string().optional() });
const FieldWords = z.record(z.string(), z.array(z.string()));

function problemOf(response: HttpResponse, now: number): Problem {
  const said = words(response.body);
  // The store's own words about a duplicate quote the value, which may be somebody's address.
  if (said?.includes('E11000'))
    return new Problem('DUPLICATE', 'Rossum already holds such a row', 'never', { system: 'rossum' });
  return refusal({ id: 'rossum', name: 'Rossum' }, response, said?.replace(/https?:\/\/\S+/g, '(link)'), now);
}

/** Core errors carry `detail`, Data Storage's `message`, validation errors lists of texts by field. */
function words(body: unknown): string | undefined {
  const byField = FieldWords.safeParse(body);
  if (byField.success)
    return Object.entries(byField.data)
      .map(([field, texts]) => `${field}: ${texts.join(' ')}`)
      .join('; ');
  const plain = Words.safeParse(body);
  return plain.success ? (plain.data.detail ?? plain.data.message) : undefined;
}
