import { z } from 'zod';
import { settings } from './settings.ts';

/** The scopes of all that this source asks for, by HighLevel's page of scopes. */
const SCOPES = [
  ...['contacts.readonly', 'contacts.write', 'calendars.readonly', 'calendars/events.readonly'],
  ...['calendars/events.write', 'locations.readonly', 'locations/tags.readonly', 'locations/tags.write'],
  ...['locations/tasks.readonly', 'locations/customFields.readonly', 'businesses.readonly'],
].join(' ');

/** The page of HighLevel's own marketplace; white-labelled ones stand elsewhere. */
const PAGE = 'https://marketplace.gohighlevel.com/v2/oauth/chooselocation';

/** The operator's app in HighLevel's marketplace. */
export const app = z.object({
  GHL_CLIENT_ID: z.string().min(1).meta({ example: '6578278e879ad2646715ba9c-lr8p1x4t' }),
  GHL_CLIENT_SECRET: z.string().min(1).meta({ example: "the client key's secret" }),
  GHL_SCOPES: z.string().min(1).default(SCOPES).meta({ example: SCOPES }),
  GHL_AUTHORIZE_URL: z
    .url({ protocol: /^https?$/ })
    .default(PAGE)
    .meta({ example: PAGE }),
  GHL_BASE_URL: settings.shape.GHL_BASE_URL,
});

/** The app's settings, checked. */
export type App = z.output<typeof app>;

/** The app's id, as webhooks name it: HighLevel makes client ids of it and a suffix. */
export function appIdOf({ GHL_CLIENT_ID }: App): string {
  return GHL_CLIENT_ID.split('-')[0] ?? GHL_CLIENT_ID;
}

/**
 * Where a person chooses a location for the app. `version_id` is what the portal's own links carry: a private app's page
 * stays empty without it. What GHL_AUTHORIZE_URL says already, as a copied link does, stays. HighLevel documents no PKCE.
 */
export function authorizeUrl(given: App, { state, redirectUri }: { state: string; redirectUri: string }): string {
  const url = new URL(given.GHL_AUTHORIZE_URL);
  const usual = {
    response_type: 'code',
    client_id: given.GHL_CLIENT_ID,
    version_id: appIdOf(given),
    scope: given.GHL_SCOPES.split(/[\s,]+/).join(' '),
  };
  for (const [name, value] of Object.entries(usual)) if (!url.searchParams.has(name)) url.searchParams.set(name, value);
  url.searchParams.set('redirect_uri', redirectUri);
  url.searchParams.set('state', state);
  return url.href;
}
