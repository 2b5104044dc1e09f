import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { packageRoot } from '../base/root.ts';

/** A place worth knowing, for the page at `/`. */
export interface Place {
  readonly name: string;
  readonly url: string;
  readonly what: string;
}

/** The page at `/`: what this is and where things are; and the README as plain text. */
export function homeRoutes(systems: readonly string[], places: readonly Place[]) {
  return async (app: FastifyInstance): Promise<void> => {
    const page = homePage(systems, [...PLACES, ...places]);
    const readme = await readFile(new URL('README.md', packageRoot()), 'utf8');
    app.get('/', (_, reply) =>
      reply.type('text/html; charset=utf-8').header('content-security-policy', POLICY).send(page),
    );
    app.get('/readme', (_, reply) => reply.type('text/plain; charset=utf-8').send(readme));
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

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

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
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Tributary</title>
<style>
  :root { color-scheme: light dark; --line: #8884; --accent: light-dark(#0b6bcb, #7db8ff) }
  body { margin: 12vh auto 4rem; max-width: 42rem; padding: 0 1.25rem; font: 17px/1.6 system-ui, sans-serif }
  h1 { font-size: 2.4rem; letter-spacing: -.02em; margin: 0 }
  a { color: var(--accent) }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .35rem 1.25rem; border-top: 1px solid var(--line); padding-top: 1.25rem }
  dd { margin: 0 }
  pre { border: 1px solid var(--line); border-radius: 8px; padding: 1rem; overflow-x: auto; font: 14px/1.55 ui-monospace, monospace }
</style>
</head>
<body>
<main>
<h1>Tributary</h1>
<p>One GraphQL graph of contacts, tasks, notes, appointments and tags over ${escapeHtml(names)}: read from all of
them, written through to all of them, kept in sync, and live.</p>
<dl>${rows.join('\n')}</dl>
<p>A query to begin with, to be sent to <code>/graphql</code>:</p>
<pre>${escapeHtml(EXAMPLE)}</pre>
</main>
</body>
</html>`;
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (char) => entities[char] ?? char);
}
