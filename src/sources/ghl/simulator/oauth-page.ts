import type { FastifyInstance } from 'fastify';
import { locationsOf } from './company.ts';
import type { Grants } from './grants.ts';
import { CLIENT } from './oauth-token.ts';
import type { World } from './world.ts';

type Query = { Querystring: Record<string, string | undefined> };

/** What `choose` says where the whole agency consents; else it is a location's id. */
const AGENCY = 'agency';

/**
 * Adds the page where a person chooses a location for the app. A choice is a link back to it with `choose`, which then leads to
 * the redirect address with a code; so a test needs no browser. The vendor takes only addresses that the app has registered;
 * here any will do.
 */
export function addConsentPage(app: FastifyInstance, world: World, grants: Grants): void {
  for (const path of ['/v2/oauth/chooselocation', '/oauth/chooselocation'])
    app.get<Query>(path, ({ query, url }, reply) => {
      const { redirect_uri = '', state, choose } = query;
      const wrong = wrongIn(query);
      if (wrong !== null)
        return reply
          .code(400)
          .type('text/html')
          .send(page(`<p>${wrong}</p>`));
      const places = locationsOf(world);
      if (choose === undefined) {
        const options = [
          ...places.map(({ _id, name }) => ({ id: _id, name })),
          { id: AGENCY, name: 'All of the agency' },
        ];
        const links = options.map(
          ({ id, name }) => `<li><a href="${escapeHtml(`${url}&choose=${id}`)}">${escapeHtml(name)}</a>`,
        );
        return reply.type('text/html').send(page(`<ul>${links.join('')}</ul>`));
      }
      const locationId = choose === AGENCY ? null : choose;
      if (locationId !== null && !places.some(({ _id }) => _id === locationId))
        return reply.code(400).type('text/html').send(page('<p>There is no such location.</p>'));
      const code = grants.consent({ locationId, scope: query.scope ?? '', redirectUri: redirect_uri });
      const target = new URL(redirect_uri);
      target.searchParams.set('code', code);
      if (state !== undefined) target.searchParams.set('state', state);
      return reply.redirect(target.href);
    });
}

/** What the page shows instead of locations. Without `version_id` the live page of a private app says error.noversionid. */
function wrongIn(query: Readonly<Record<string, string | undefined>>): string | null {
  if (query.response_type !== 'code') return 'response_type must be code.';
  if (query.client_id !== CLIENT.id) return 'No integration found with this client id.';
  if (!query.version_id) return 'error.noversionid';
  if (!query.scope) return 'The scope is missing.';
  return URL.canParse(query.redirect_uri ?? '') ? null : 'The redirect address is missing.';
}

function page(content: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>HighLevel (simulated)</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>:root { color-scheme: light dark; font: 16px/1.6 system-ui, sans-serif } body { margin: 10vh auto; max-width: 32rem; padding: 0 1rem }</style>
<h1>Choose a location <small>simulated</small></h1>
${content}
</html>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
