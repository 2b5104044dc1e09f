import { Problem } from '../../base/errors.ts';
import type { Value } from '../../model/kind.ts';
import type { Consent, Grant, GrantedConnection, OAuth, OAuthTools } from '../oauth.ts';
import { type App, app, appIdOf, authorizeUrl } from './app.ts';
import { expiresAt, type Kept, keptOf, type OfCompany } from './kept-tokens.ts';
import { grantSettings } from './settings.ts';
import { type Issued, installedLocations, makeLocationToken, redeemCode, refresh } from './token-calls.ts';

/** HighLevel's OAuth: the authorization code flow of a marketplace app, for a location or for a company with its locations. */
export const oauth: OAuth<typeof app> = {
  app,
  settings: grantSettings,
  baseUrl: ({ GHL_BASE_URL }) => GHL_BASE_URL,
  authorizeUrl,
  exchange,
  renew,
  expiresAt,
};

/** A company's token with less left is renewed before another is made with it. */
const LEAST_MS = 60_000;

async function exchange(given: App, tools: OAuthTools, consent: Consent): Promise<Grant> {
  const issued = await redeemCode(given, tools, consent);
  const { tokens, locationId } = issued;
  if (locationId === null) return ofCompany(given, tools, issued, consent.place);
  if (consent.place !== undefined && consent.place !== locationId)
    throw refused(
      `HighLevel granted access to location ${locationId}, and ${consent.place} was wanted: choose that one`,
    );
  return granted(given, locationId, { location: tokens });
}

/** An agency consents for all its locations: the one that was named, the only one, or which there are. */
async function ofCompany(given: App, tools: OAuthTools, issued: Issued, named?: string): Promise<Grant> {
  if (issued.companyId === null) throw refused('HighLevel granted access without saying to what: start anew');
  const company = { ...issued.tokens, id: issued.companyId };
  const places = named === undefined ? await installedLocations(given, tools, company) : [{ id: named, name: named }];
  const [place, ...others] = places;
  if (!place) throw refused('The app is installed in no location: choose one in HighLevel, then connect anew');
  if (others.length > 0) return { places };
  const location = await makeLocationToken(tools, company, place.id);
  if (!location) throw refused(`HighLevel does not let the app into location ${place.id}: install it there first`);
  return granted(given, place.id, { company, location });
}

function granted(given: App, locationId: string, tokens: Kept): GrantedConnection {
  return {
    settings: {
      GHL_LOCATION_ID: locationId,
      GHL_APP_ID: appIdOf(given),
      ...('company' in tokens && { GHL_COMPANY_ID: tokens.company.id }),
    },
    tokens,
  };
}

async function renew(given: App, tools: OAuthTools, tokens: Value): Promise<Kept> {
  const kept = keptOf(tokens);
  if ('company' in kept) return renewOfCompany(given, tools, kept);
  return { location: await refresh(given, tools, kept.location, 'Location') };
}

/**
 * One step at a time: refreshing the company's pair spends its refresh token, so the new pair is to be kept before a location's
 * token is made with it.
 */
async function renewOfCompany(given: App, tools: OAuthTools, { company, location }: OfCompany): Promise<OfCompany> {
  if (company.until - tools.clock.now() > LEAST_MS) {
    const made = await makeLocationToken(tools, company, location.id);
    if (made) return { company, location: made };
  }
  const next = await refresh(given, tools, company, 'Company');
  return { company: { ...next, id: company.id }, location: { ...location, until: 0 } };
}

function refused(message: string): Problem {
  return new Problem('UNAUTHORIZED', message, 'never', { system: 'ghl' });
}
