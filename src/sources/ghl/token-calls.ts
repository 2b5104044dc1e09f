import { z } from 'zod';
import type { HttpResponse } from '../../base/http.ts';
import type { OAuthTools, Place } from '../oauth.ts';
import { type App, appIdOf } from './app.ts';
import type { Access, OfCompany, Renewable } from './kept-tokens.ts';
import { malformed, problemOf } from './problem.ts';
import { codeProblem, renewalProblem } from './token-problem.ts';
import { id, text } from './wire.ts';

const VERSION = '2021-07-28';
const PAGE_SIZE = 100;
const MOST_PLACES = 1000;

const AccessAnswer = z.object({
  access_token: z.string().min(1),
  /** Seconds; about a day by HighLevel's page on authorization. */
  expires_in: z.coerce.number().positive().default(86_399),
});
const TokenAnswer = AccessAnswer.extend({
  refresh_token: z.string().min(1),
  userType: text,
  locationId: text,
  companyId: text,
});
const Places = z.object({ locations: z.array(z.object({ _id: id, name: text })) });

/** What a code or a refresh token was exchanged for, and whose it is. */
export interface Issued {
  readonly tokens: Renewable;
  /** Null where they are a company's (an agency's). */
  readonly locationId: string | null;
  readonly companyId: string | null;
}

/** Exchanges the code of a consent; a code is good for one time. */
export async function redeemCode(
  app: App,
  tools: OAuthTools,
  { code, redirectUri }: { readonly code: string; readonly redirectUri: string },
): Promise<Issued> {
  const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri };
  const response = await askForTokens(app, tools, form);
  if (response.status >= 300) throw codeProblem(response, tools.clock.now());
  return issuedIn(response, tools);
}

/** Exchanges a refresh token, which is spent by it; the answer holds the next one. */
export async function refresh(
  app: App,
  tools: OAuthTools,
  { refresh: refresh_token }: Renewable,
  user_type: 'Location' | 'Company',
): Promise<Renewable> {
  const response = await askForTokens(app, tools, { grant_type: 'refresh_token', refresh_token, user_type });
  if (response.status >= 300) throw renewalProblem(response, tools.clock.now());
  return issuedIn(response, tools).tokens;
}

/** Makes a token of that location with its company's; null where the company's is refused. */
export async function makeLocationToken(
  { http, clock }: OAuthTools,
  company: Pick<OfCompany['company'], 'id' | 'access'>,
  locationId: string,
): Promise<(Access & { readonly id: string }) | null> {
  const response = await http.request({
    method: 'POST',
    path: '/oauth/locationToken',
    form: new URLSearchParams({ companyId: company.id, locationId }),
    headers: { authorization: `Bearer ${company.access}`, version: VERSION },
    // One more of them does no harm.
    idempotent: true,
  });
  const about = `access to location ${locationId}`;
  if (response.status >= 300) {
    const problem = problemOf(response, about, clock.now());
    if (problem.code === 'UNAUTHORIZED') return null;
    throw problem;
  }
  const answer = AccessAnswer.safeParse(response.body);
  if (!answer.success) throw malformed(about, answer.error);
  return { id: locationId, ...accessIn(answer.data, clock.now()) };
}

/** The locations of a company that have the app; of a very large one the first thousand. */
export async function installedLocations(
  app: App,
  { http, clock }: OAuthTools,
  company: Pick<OfCompany['company'], 'id' | 'access'>,
): Promise<readonly Place[]> {
  const about = 'the locations that have the app';
  const places: Place[] = [];
  for (let skip = 0; skip < MOST_PLACES; skip += PAGE_SIZE) {
    const response = await http.request({
      method: 'GET',
      path: '/oauth/installedLocations',
      query: { companyId: company.id, appId: appIdOf(app), isInstalled: 'true', skip, limit: PAGE_SIZE },
      headers: { authorization: `Bearer ${company.access}`, version: VERSION },
    });
    if (response.status >= 300) throw problemOf(response, about, clock.now());
    const page = Places.safeParse(response.body);
    if (!page.success) throw malformed(about, page.error);
    places.push(...page.data.locations.map(({ _id, name }) => ({ id: _id, name: name || _id })));
    if (page.data.locations.length < PAGE_SIZE) break;
  }
  return places;
}

/** Repeated by nobody but who knows what it may have spent. */
function askForTokens(app: App, { http }: OAuthTools, form: Record<string, string>): Promise<HttpResponse> {
  const { GHL_CLIENT_ID: client_id, GHL_CLIENT_SECRET: client_secret } = app;
  return http.request({
    method: 'POST',
    path: '/oauth/token',
    form: new URLSearchParams({ client_id, client_secret, ...form }),
  });
}

function issuedIn(response: HttpResponse, { clock }: OAuthTools): Issued {
  const answer = TokenAnswer.safeParse(response.body);
  if (!answer.success) throw malformed('the access that was granted', answer.error);
  const { refresh_token, userType, locationId, companyId } = answer.data;
  return {
    tokens: { ...accessIn(answer.data, clock.now()), refresh: refresh_token },
    locationId: userType === 'Company' ? null : locationId || null,
    companyId: companyId || null,
  };
}

function accessIn({ access_token, expires_in }: z.output<typeof AccessAnswer>, now: number): Access {
  return { access: access_token, until: now + expires_in * 1000 };
}
