import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startReceiver } from '../support/receiver.ts';
import { startVendor, type Vendor } from './ghl-vendor.ts';

const REDIRECT = 'https://app.example/callback?kept=1';
const DAY = 24 * 3_600_000;

let vendor: Vendor;

beforeEach(async () => {
  vendor = await startVendor();
});

afterEach(() => vendor.running.close());

const app = () => ({
  client_id: vendor.running.app?.GHL_CLIENT_ID ?? '',
  client_secret: vendor.running.app?.GHL_CLIENT_SECRET ?? '',
});

/** Opens the page with these parameters besides the usual ones. */
const open = (query: Readonly<Record<string, string>> = {}) => {
  const url = new URL(String(vendor.running.app?.GHL_AUTHORIZE_URL));
  const { client_id } = app();
  const usual = {
    response_type: 'code',
    client_id,
    version_id: 'v',
    redirect_uri: REDIRECT,
    state: 's',
    scope: 'contacts.readonly locations.readonly',
  };
  for (const [name, value] of Object.entries({ ...usual, ...query })) url.searchParams.set(name, value);
  return fetch(url, { redirect: 'manual' });
};

const codeFor = async (choose: string, query: Readonly<Record<string, string>> = {}) => {
  const answer = await open({ choose, ...query });
  return new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? '';
};

async function post(
  path: string,
  form: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
) {
  const answer = await fetch(vendor.running.url + path, { method: 'POST', body: new URLSearchParams(form), headers });
  return { status: answer.status, body: (await answer.json()) as Readonly<Record<string, never>> };
}

const exchange = (code: string, more: Readonly<Record<string, string>> = {}) =>
  post('/oauth/token', { ...app(), grant_type: 'authorization_code', code, ...more });
const refresh = (refresh_token: string) =>
  post('/oauth/token', { ...app(), grant_type: 'refresh_token', refresh_token });
const tokensFor = async (choose: string) => (await exchange(await codeFor(choose))).body;
const withToken = (token: unknown) => ({ authorization: `Bearer ${token}` });

describe('the page', () => {
  it('offers the locations and the agency as links, and leads back with a code and the state', async () => {
    const page = await open();
    const hrefs = [...(await page.text()).matchAll(/<li><a href="([^"]+)"/g)].map(([, href]) =>
      href?.replaceAll('&amp;', '&'),
    );
    const back = await fetch(vendor.running.url + hrefs[0], { redirect: 'manual' });

    expect(hrefs).toHaveLength(4);
    expect(back.status).toBe(302);
    expect(back.headers.get('location')).toMatch(
      /^https:\/\/app\.example\/callback\?kept=1&code=[0-9a-f]{40}&state=s$/,
    );
  });

  it.each([
    ['an unknown client', { client_id: 'nobody' }],
    ['no version id', { version_id: '' }],
    ['no scope', { scope: '' }],
    ['no way back', { redirect_uri: 'x' }],
    ['another response type', { response_type: 'token' }],
    ['an unknown location', { choose: 'nowhere' }],
  ])('refuses %s', async (_, query) => {
    expect((await open(query)).status).toBe(400);
  });
});

describe('the token endpoint', () => {
  it('answers a code with whose the tokens are', async () => {
    const { status, body } = await exchange(await codeFor(vendor.locationId), { redirect_uri: REDIRECT });

    expect(status).toBe(200);
    expect(body).toMatchObject({
      token_type: 'Bearer',
      expires_in: 86_399,
      scope: 'contacts.readonly locations.readonly',
      userType: 'Location',
      locationId: vendor.locationId,
      companyId: expect.any(String),
      userId: expect.any(String),
    });
    expect(body).not.toHaveProperty('statusCode');
  });

  it('takes a code once, for ten minutes, with its own way back', async () => {
    const code = await codeFor(vendor.locationId);
    const elsewhere = await exchange(code, { redirect_uri: 'https://other.example' });
    const first = await exchange(code);
    const second = await exchange(code);
    const old = await codeFor(vendor.locationId);
    vendor.clock.advance(601_000);

    expect([elsewhere.status, first.status, second.status]).toEqual([400, 200, 401]);
    expect(second.body).toMatchObject({ error: 'UnAuthorized!', error_description: 'Authorization code not found' });
    expect((await exchange(old)).status).toBe(401);
  });

  it('looks at the code before the client, and at both before it gives anything', async () => {
    const wrong = { client_secret: 'wrong' };
    const code = await codeFor(vendor.locationId);

    expect((await exchange('nothing', wrong)).body).toMatchObject({ error: 'UnAuthorized!' });
    expect((await exchange(code, wrong)).body).toMatchObject({ error: 'invalid_client' });
    expect((await exchange(code)).status).toBe(200);
  });

  it('takes a refresh token once, for a year, and gives the next one', async () => {
    const { refresh_token: first } = await tokensFor(vendor.locationId);
    const second = await refresh(String(first));
    const again = await refresh(String(first));
    vendor.clock.advance(364 * DAY);
    const third = await refresh(String(second.body.refresh_token));
    vendor.clock.advance(366 * DAY);

    expect([second.status, again.status, third.status]).toEqual([200, 400, 200]);
    expect(again.body).toMatchObject({ error: 'invalid_grant' });
    expect((await refresh(String(third.body.refresh_token))).status).toBe(400);
  });

  it('gives a suspended sub-account nothing, and takes nothing from it', async () => {
    const { refresh_token } = await tokensFor(vendor.locationId);
    vendor.running.suspended = true;
    const meanwhile = await refresh(String(refresh_token));
    vendor.running.suspended = false;

    expect([meanwhile.status, meanwhile.body.message]).toEqual([400, 'Location is not active']);
    expect((await refresh(String(refresh_token))).status).toBe(200);
  });

  it('refuses what is no form of its', async () => {
    const unknown = await exchange('x', { grant_type: 'password' });
    const extra = await exchange('x', { more: '1' });
    const unsupported = await post('/oauth/token', { ...app(), grant_type: 'client_credentials' });

    expect([unknown.status, extra.status, unsupported.status]).toEqual([422, 422, 400]);
    expect(extra.body.message).toEqual(['property more should not exist']);
  });
});

describe('a location’s token', () => {
  it('is taken for a day, in its location, for its scopes', async () => {
    const { access_token } = await tokensFor(vendor.locationId);
    const path = `/contacts/${vendor.idOf('Marsh')}`;
    const reading = await vendor.call('GET', path, undefined, withToken(access_token));
    const writing = await vendor.call('PUT', path, { city: 'Hull' }, withToken(access_token));
    vendor.clock.advance(DAY);
    const late = await vendor.call('GET', path, undefined, withToken(access_token));

    expect(reading.status).toBe(200);
    expect([writing.status, writing.body.message]).toEqual([401, 'The token is not authorized for this scope.']);
    expect([late.status, late.body.message]).toEqual([401, 'Invalid token: access token is invalid']);
  });

  it('of another location reaches nothing here', async () => {
    const page = await (await open()).text();
    const other =
      [...page.matchAll(/choose=(\w+)"/g)].map(([, id]) => id ?? '').find((id) => id !== vendor.locationId) ?? '';
    const { access_token } = await tokensFor(other);

    expect(
      (await vendor.call('GET', `/contacts/${vendor.idOf('Marsh')}`, undefined, withToken(access_token))).status,
    ).toBe(403);
  });

  it('does not make others', async () => {
    const { access_token, companyId } = await tokensFor(vendor.locationId);
    const form = { companyId: String(companyId), locationId: vendor.locationId };
    const { status, body } = await post('/oauth/locationToken', form, {
      ...withToken(access_token),
      version: '2021-07-28',
    });

    expect([status, body.message]).toEqual([401, 'This authClass type is not allowed to access this scope.']);
  });
});

describe('an agency’s token', () => {
  const makeFor = (token: unknown, companyId: unknown, locationId: string) =>
    post(
      '/oauth/locationToken',
      { companyId: String(companyId), locationId },
      { ...withToken(token), version: '2021-07-28' },
    );

  it('reaches no contacts, but the location itself', async () => {
    const { access_token, userType, isBulkInstallation } = await tokensFor('agency');
    const contact = await vendor.call('GET', `/contacts/${vendor.idOf('Marsh')}`, undefined, withToken(access_token));
    const location = await vendor.call('GET', `/locations/${vendor.locationId}`, undefined, withToken(access_token));

    expect([userType, isBulkInstallation]).toEqual(['Company', true]);
    expect([contact.status, location.status]).toEqual([401, 200]);
  });

  it('lists the locations that have the app, page by page', async () => {
    const { access_token, companyId } = await tokensFor('agency');
    const appId = String(vendor.running.app?.GHL_CLIENT_ID).split('-')[0];
    const list = async (query: string) => {
      const path = `/oauth/installedLocations?companyId=${companyId}&appId=${appId}${query}`;
      const { body } = await vendor.call('GET', path, undefined, withToken(access_token));
      return (body as unknown as { locations: { _id: string; isInstalled: boolean }[] }).locations;
    };
    const [all, installed] = [await list(''), await list('&isInstalled=true')];

    expect([all.length, installed.length]).toEqual([3, 2]);
    expect(await list('&isInstalled=true&skip=1&limit=1')).toEqual([installed[1]]);
    expect(await list('&query=north')).toHaveLength(1);
  });

  it('makes a location’s token, which has no refresh token, where the app is installed', async () => {
    const { access_token, companyId } = await tokensFor('agency');
    const made = await makeFor(access_token, companyId, vendor.locationId);
    const nowhere = await makeFor(access_token, companyId, 'nowhere');
    const otherCompany = await makeFor(access_token, 'other', vendor.locationId);
    const read = await vendor.call(
      'GET',
      `/contacts/${vendor.idOf('Marsh')}`,
      undefined,
      withToken(made.body.access_token),
    );

    expect([made.status, nowhere.status, otherCompany.status, read.status]).toEqual([201, 400, 403, 200]);
    expect(made.body).toMatchObject({ locationId: vendor.locationId, scope: expect.stringContaining('oauth.write') });
    expect(made.body).not.toHaveProperty('refresh_token');
  });
});

describe('uninstalling', () => {
  it('ends every token, also by the control route, and leaves the private integration alone', async () => {
    const { access_token, refresh_token } = await tokensFor(vendor.locationId);
    const answer = await fetch(`${vendor.running.url}/_sim/uninstall`, { method: 'POST' });
    const path = `/locations/${vendor.locationId}`;

    expect(answer.status).toBe(204);
    expect((await vendor.call('GET', path, undefined, withToken(access_token))).status).toBe(401);
    expect((await refresh(String(refresh_token))).status).toBe(400);
    expect((await vendor.call('GET', path)).status).toBe(200);
  });

  it('is told by a webhook, as installing is: with the location, or with the agency alone', async () => {
    const receiver = await startReceiver();
    vendor.running.webhooks.url = receiver.url;
    await tokensFor(vendor.locationId);
    await tokensFor('agency');
    vendor.running.uninstall();
    await receiver.nth(4);
    await receiver.close();
    const events = receiver.arrived.map(({ body }) => JSON.parse(body) as Readonly<Record<string, unknown>>);

    const told = events.map(({ type, locationId, companyId }) =>
      [type, locationId ?? 'none', companyId ? 'agency' : 'none'].join(' '),
    );
    const { locationId } = vendor;
    expect(told.sort()).toEqual(
      [
        `INSTALL ${locationId} agency`,
        'INSTALL none agency',
        `UNINSTALL ${locationId} none`,
        'UNINSTALL none agency',
      ].sort(),
    );
    expect(new Set(events.map(({ appId }) => appId)).size).toBe(1);
  });
});
