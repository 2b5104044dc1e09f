import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { packageRoot } from '../base/root.ts';
import { escapeHtml, htmlPage, sendPage } from './page.ts';

/** A place worth knowing, for the page at `/`. */
export interface Place {
  readonly name: string;
  readonly url: string;
  readonly what: string;
}

/** The README as plain text, and the places that are this gateway's alone: in the sandbox its simulators, else none. */
export function placeRoutes(places: readonly Place[]) {
  return async (app: FastifyInstance): Promise<void> => {
    const readme = await readFile(new URL('README.md', packageRoot()), 'utf8');
    app.get('/readme', (_, reply) => reply.type('text/plain; charset=utf-8').send(readme));
    app.get('/places', (_, reply) => reply.send(places));
  };
}

/** The page at `/` where the dashboard is not built: what this is, and where things are. */
export function homeRoutes(systems: readonly string[], places: readonly Place[]) {
  return async (app: FastifyInstance): Promise<void> => {
    const page = homePage(systems, [...PLACES, ...places]);
    app.get('/', (_, reply) => sendPage(reply, page));
  };
}

const PLACES: readonly Place[] = [
  {
    name: 'The graph',
    url: '/graphql',
    what: 'queries and mutations by POST, subscriptions by WebSocket or Server-Sent Events',
  },
  {
    name: 'The README',
    url: '/readme',
    what: 'how it works, how to connect the real systems, what was decided and why',
  },
];

const EXAMPLE = `query {
  contacts(first: 3, search: "smith") {
    totalCount
    nodes { name email phone tags { name } records { system { name } id } }
  }
}`;

function homePage(systems: readonly string[], places: readonly Place[]): string {
  const names = new Intl.ListFormat('en-GB').format(systems);
  const rows = places.map(
    ({ name, url, what }) =>
      `<dt><a href="${escapeHtml(url)}">${escapeHtml(name)}</a></dt><dd>${escapeHtml(what)}</dd>`,
  );
  return htmlPage(
    'Tributary',
    `<p>One GraphQL graph of contacts, tasks, notes, appointments and tags over ${escapeHtml(names)}: read from all of
them, written through to all of them, kept in sync, and live.</p>
<dl>${rows.join('\n')}</dl>
<p>The dashboard is not built here: <code>npm run build</code> builds it, and the gateway shows it from its next start on.</p>
<p>A query to begin with, to be sent to <code>/graphql</code>:</p>
<pre>${escapeHtml(EXAMPLE)}</pre>`,
  );
}
