import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toProblem } from '../../src/base/errors.ts';
import { newWork, within } from '../../src/base/work.ts';
import { startReceiver } from '../support/receiver.ts';
import {
  ADA,
  connect as connectPrivately,
  crowd,
  DAY,
  everyCall,
  NO_SPECIFICATION,
  specification,
  writerOf,
} from './ghl-connection.ts';
import { AGENCY, connectionIn, inside, REDIRECT, type Scene, startScene } from './ghl-grant.ts';

const TOKEN = 'POST /oauth/token';
const LOCATION_TOKEN = 'POST /oauth/locationToken';

let scene: Scene;

beforeEach(async () => {
  scene = await startScene([ADA, ...crowd(20)]);
});

afterEach(() => scene.close());

const exchange = async (choice: string, place?: string) => {
  const { code } = await scene.consent(choice);
  return scene.oauth.exchange({ code, redirectUri: REDIRECT, ...(place && { place }) });
};

const refusalOf = async (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error: unknown) => toProblem(error),
  );

describe('the page that asks for consent', () => {
  it('is asked for what the source needs, of the app by both its names, and without PKCE, which HighLevel does not know', () => {
    const url = new URL(scene.oauth.authorizeUrl({ state: 's', redirectUri: REDIRECT }));
    const { scope = '', ...rest } = Object.fromEntries(url.searchParams);

    expect(url.origin + url.pathname).toBe(`${scene.vendor.url}/v2/oauth/chooselocation`);
    expect(rest).toEqual({
      response_type: 'code',
      client_id: scene.vendor.app?.GHL_CLIENT_ID,
      version_id: scene.vendor.app?.GHL_CLIENT_ID?.split('-')[0],
      redirect_uri: REDIRECT,
      state: 's',
    });
    expect(scope.split(' ')).toEqual(expect.arrayContaining(['contacts.write', 'calendars/events.write']));
  });

  it('may be a link copied from the portal: what that says already stays', async () => {
    const copied = `https://white.example/v2/oauth/chooselocation?client_id=a-b&version_id=v&scope=one+two&redirect_uri=https%3A%2F%2Fold.example`;
    const other = await startScene([], { GHL_AUTHORIZE_URL: copied });
    const url = new URL(other.oauth.authorizeUrl({ state: 's', redirectUri: REDIRECT }));
    await other.close();

    expect(url.host).toBe('white.example');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: 'code',
      client_id: 'a-b',
      version_id: 'v',
      scope: 'one two',
      redirect_uri: REDIRECT,
      state: 's',
    });
  });

  it('sends the state back', async () => {
    expect((await scene.consent(scene.locationId, { state: 'a b&c' })).state).toBe('a b&c');
  });
});

describe('the consent of a location', () => {
  it('makes a connection to it, whose calls are made with its token', async () => {
    const granted = await scene.grant(scene.locationId);
    const { source } = await scene.connect(granted);
    scene.calls();
    await source.probe();

    expect(granted.settings).toEqual({
      GHL_LOCATION_ID: scene.locationId,
      GHL_APP_ID: scene.vendor.app?.GHL_CLIENT_ID?.split('-')[0],
    });
    expect(scene.calls()).toEqual([`GET /locations/${scene.locationId}`]);
    expect(scene.vendor.calls.at(-1)?.headers.authorization).toBe(`Bearer ${inside(granted.tokens).location.access}`);
  });

  it('is of use for a day', async () => {
    const { tokens } = await scene.grant(scene.locationId);

    expect(scene.oauth.expiresAt(tokens)).toBe(Number(inside(tokens).location.until));
    expect(scene.oauth.expiresAt(tokens)).toBeGreaterThan(DAY - 60_000);
  });

  it('is not what was wanted where it is another location’s', async () => {
    const refusal = await refusalOf(exchange(scene.locationId, 'anotherlocation00000'));

    expect(refusal).toMatchObject({ code: 'UNAUTHORIZED', retry: 'never' });
    expect(refusal?.message).toContain('anotherlocation00000');
  });

  it.each<[string, (code: string) => Promise<unknown>]>([
    ['a code of nobody', () => scene.oauth.exchange({ code: 'nobody', redirectUri: REDIRECT })],
    [
      'a code that was used',
      async (code) => {
        await scene.oauth.exchange({ code, redirectUri: REDIRECT });
        return scene.oauth.exchange({ code, redirectUri: REDIRECT });
      },
    ],
    [
      'a code that is too old',
      async (code) => {
        scene.advance(DAY);
        return scene.oauth.exchange({ code, redirectUri: REDIRECT });
      },
    ],
    ['another way back', (code) => scene.oauth.exchange({ code, redirectUri: `${REDIRECT}/other` })],
  ])('is good for nothing with %s', async (_, attempt) => {
    const { code } = await scene.consent(scene.locationId);
    const refusal = await refusalOf(attempt(code));

    expect(refusal).toMatchObject({ code: 'UNAUTHORIZED', retry: 'never' });
    expect(refusal?.message).toContain('Start connecting HighLevel anew');
    expect(refusal?.message).not.toContain(code);
  });

  it('says which variables to check where the app is refused, and repeats neither', async () => {
    const other = await startScene([], { GHL_CLIENT_SECRET: 'not-the-secret' });
    const { code } = await other.consent(other.locationId);
    const refusal = await refusalOf(other.oauth.exchange({ code, redirectUri: REDIRECT }));
    await other.close();

    expect(refusal).toMatchObject({ code: 'UNAUTHORIZED' });
    expect(refusal?.message).toMatch(/GHL_CLIENT_ID.*GHL_CLIENT_SECRET/);
    expect(refusal?.message).not.toContain('not-the-secret');
  });
});

describe('the consent of an agency', () => {
  it('shows the locations that have the app where nobody said which', async () => {
    const grant = await exchange(AGENCY);

    expect(grant).toEqual({
      places: [
        { id: scene.locationId, name: 'Harbour Heating & Plumbing' },
        { id: expect.any(String), name: 'Harbour Heating North' },
      ],
    });
  });

  it('makes a connection to the one that was named, with a token of its own', async () => {
    const granted = connectionIn(await exchange(AGENCY, scene.locationId));
    const { source } = await scene.connect(granted);
    await source.probe();

    const { company, location } = inside(granted.tokens);
    expect(granted.settings).toMatchObject({ GHL_LOCATION_ID: scene.locationId, GHL_COMPANY_ID: company?.id });
    expect(scene.vendor.calls.at(-1)?.headers.authorization).toBe(`Bearer ${location.access}`);
    expect(location.access).not.toBe(company?.access);
    expect(location).not.toHaveProperty('refresh');
  });

  it('needs no choice where there is one location', async () => {
    scene.vendor.installedAt = [scene.locationId];

    expect(connectionIn(await exchange(AGENCY)).settings.GHL_LOCATION_ID).toBe(scene.locationId);
  });

  it('is good for nothing where the app is in no location, or not in the one that was named', async () => {
    scene.vendor.installedAt = [];

    expect(await refusalOf(exchange(AGENCY))).toMatchObject({ code: 'UNAUTHORIZED', retry: 'never' });
    expect((await refusalOf(exchange(AGENCY, scene.locationId)))?.message).toContain(scene.locationId);
  });
});

describe('renewing', () => {
  it('spends the refresh token and brings the next pair', async () => {
    const { tokens } = await scene.grant(scene.locationId);
    const next = await scene.oauth.renew(tokens);
    const again = await refusalOf(scene.oauth.renew(tokens));

    expect(inside(next).location.access).not.toBe(inside(tokens).location.access);
    expect(await scene.oauth.renew(next)).not.toEqual(next);
    expect(again).toMatchObject({ code: 'UNAUTHORIZED', retry: 'never', details: { system: 'ghl' } });
    expect(again?.message).toMatch(/revoked.*Connect HighLevel anew/);
    expect(again?.message).not.toContain(inside(tokens).location.refresh);
  });

  it('makes another location’s token with the company’s as long as that is good, and spends nothing', async () => {
    const { tokens } = await scene.grant(AGENCY, scene.locationId);
    scene.calls();
    const next = await scene.oauth.renew(tokens);

    expect(scene.calls()).toEqual([LOCATION_TOKEN]);
    expect(inside(next).company).toEqual(inside(tokens).company);
    expect(inside(next).location.access).not.toBe(inside(tokens).location.access);
  });

  it.each(['old', 'refused'])(
    'is two steps where the company’s token is %s, so that the first can be kept',
    async (how) => {
      const { tokens } = await scene.grant(AGENCY, scene.locationId);
      if (how === 'old') scene.advance(DAY);
      else scene.vendor.expireTokens();
      scene.calls();
      const half = await scene.oauth.renew(tokens);
      const whole = await scene.oauth.renew(half);

      expect(scene.oauth.expiresAt(half)).toBe(0);
      expect(scene.oauth.expiresAt(whole)).toBeGreaterThan(DAY);
      expect(scene.calls().filter((call) => call === TOKEN)).toHaveLength(1);
      expect(inside(whole).company).toEqual(inside(half).company);
    },
  );

  it.each<[string, () => void, object]>([
    [
      'the sub-account is suspended',
      () => {
        scene.vendor.suspended = true;
      },
      { code: 'FORBIDDEN', retry: 'later' },
    ],
    [
      'HighLevel is ill',
      () => scene.vendor.faults.push({ kind: 'status', status: 500 }),
      { code: 'UNAVAILABLE', retry: 'later' },
    ],
    [
      'there are too many calls',
      () => scene.vendor.faults.push({ kind: 'status', status: 429, retryAfter: 60 }),
      { code: 'RATE_LIMITED' },
    ],
    [
      'it refuses without a word about the grant',
      () => scene.vendor.faults.push({ kind: 'status', status: 401 }),
      { code: 'UNAUTHORIZED', retry: 'later' },
    ],
    ['the answer gets lost', () => scene.vendor.faults.push({ kind: 'lost-answer' }), { code: 'AMBIGUOUS' }],
    [
      'the answer is something else',
      () => scene.vendor.faults.push({ kind: 'status', status: 200 }),
      { code: 'MALFORMED', retry: 'later' },
    ],
  ])('is tried again later where %s', async (_, happen, expected) => {
    const { tokens } = await scene.grant(scene.locationId);
    happen();
    scene.calls();

    expect(await refusalOf(scene.oauth.renew(tokens))).toMatchObject(expected);
    expect(scene.calls()).toEqual([TOKEN]);
  });

  it('does not wait for a limit itself: it is answered at once, and so is the next', async () => {
    const { tokens } = await scene.grant(scene.locationId);
    scene.vendor.faults.push({ kind: 'status', status: 429, retryAfter: 3600, times: 1 });

    expect(await refusalOf(scene.oauth.renew(tokens))).toMatchObject({ retry: { afterMs: 3_600_000 } });
    expect(await scene.oauth.renew(tokens)).toHaveProperty('location');
  });

  it('does not cost a grant where only the secret is wrong', async () => {
    const { tokens } = await scene.grant(scene.locationId);
    const mistyped = await startScene([], { GHL_CLIENT_SECRET: 'mistyped', GHL_BASE_URL: scene.vendor.url });

    const refusal = await refusalOf(mistyped.oauth.renew(tokens));

    expect(refusal).toMatchObject({ code: 'UNAUTHORIZED', retry: 'later' });
    await mistyped.close();
  });
});

describe('calls with a grant', () => {
  it('are repeated once with a new token where it is over meanwhile, and get it with one renewal however many they are', async () => {
    const { source } = await scene.connect(await scene.grant(scene.locationId));
    const contacts = source.collections.contact;
    const rows = scene.vendor.tables.contacts?.list() ?? [];
    const ids = rows.slice(0, 12).map(({ id }) => String(id));
    await source.probe();
    scene.vendor.expireTokens();
    scene.calls();

    const read = await within(newWork('read', 'test'), () => Promise.all(ids.map((id) => contacts?.read([{ id }]))));
    const calls = scene.calls();

    expect(read.flat()).toEqual(ids.map((id) => expect.objectContaining({ id })));
    expect(calls.filter((call) => call === TOKEN)).toHaveLength(1);
    expect(calls.filter((call) => call.startsWith('GET /contacts/')).length).toBeGreaterThan(12);
  });

  it('write once, though the first attempt was refused for its token', async () => {
    const { source } = await scene.connect(await scene.grant(AGENCY, scene.locationId));
    const contacts = source.collections.contact;
    if (!contacts) throw new Error('There are no contacts');
    scene.vendor.expireTokens();
    await writerOf(contacts).create({ key: 'k', fields: { firstName: 'Eve', email: 'eve@example.com' } });

    expect(scene.vendor.tables.contacts?.list().filter(({ email }) => email === 'eve@example.com')).toHaveLength(1);
  });

  it('get their token renewed before it is over', async () => {
    const { source } = await scene.connect(await scene.grant(scene.locationId));
    scene.advance(DAY - 60_000);
    scene.calls();
    await source.probe();

    expect(scene.calls()).toEqual([TOKEN, `GET /locations/${scene.locationId}`]);
  });

  it('do not ask for another token where it lacks a scope', async () => {
    const { code } = await scene.consent(scene.locationId, { scopes: 'contacts.readonly' });
    const { source } = await scene.connect(connectionIn(await scene.oauth.exchange({ code, redirectUri: REDIRECT })));
    scene.calls();

    expect(await refusalOf(source.probe())).toMatchObject({ code: 'FORBIDDEN', retry: 'never' });
    expect(scene.calls()).toEqual([`GET /locations/${scene.locationId}`]);
  });

  it('fail with UNAUTHORIZED once the app was uninstalled, and HighLevel is not asked again', async () => {
    const { source } = await scene.connect(await scene.grant(scene.locationId));
    scene.vendor.uninstall();
    scene.calls();
    const first = await refusalOf(source.probe());
    const calls = scene.calls();
    const second = await refusalOf(source.probe());

    expect([first, second]).toEqual([1, 2].map(() => expect.objectContaining({ code: 'UNAUTHORIZED' })));
    expect(second?.message).toContain('Connect HighLevel anew');
    expect(calls).toEqual([`GET /locations/${scene.locationId}`, TOKEN]);
    expect(scene.calls()).toEqual([]);
  });

  it('say in no failure what the token is', async () => {
    const granted = await scene.grant(scene.locationId);
    const { source } = await scene.connect(granted);
    scene.vendor.uninstall();
    const failures = [await refusalOf(source.probe()), await refusalOf(scene.oauth.renew(granted.tokens))];

    const { access, refresh } = inside(granted.tokens).location;
    for (const failure of failures)
      expect(`${failure?.message} ${failure?.stack}`).not.toMatch(new RegExp(`${access}|${refresh}`));
  });
});

describe('the life of the app', () => {
  const INSTALL = { type: 'INSTALL', appId: '', locationId: '', companyId: '' };
  const about = (event: object) => ({ ...INSTALL, appId: appId(), ...event });
  const appId = () => scene.vendor.app?.GHL_CLIENT_ID?.split('-')[0] ?? '';
  const webhooksOf = async (choice: string) => {
    const { source } = await scene.connect(await scene.grant(choice, scene.locationId));
    return source.webhooks;
  };

  it('is told for the location of the grant, and for no other', async () => {
    const webhooks = await webhooksOf(scene.locationId);
    const { locationId } = scene;

    expect(webhooks?.lifecycle?.(about({ locationId }))).toBe('installed');
    expect(webhooks?.lifecycle?.(about({ type: 'UNINSTALL', locationId }))).toBe('ended');
    expect(webhooks?.lifecycle?.(about({ type: 'UNINSTALL', locationId: 'another' }))).toBeNull();
    expect(webhooks?.lifecycle?.(about({ type: 'UNINSTALL', locationId, appId: 'another' }))).toBeNull();
    expect(webhooks?.lifecycle?.(about({ type: 'UNINSTALL', companyId: 'another' }))).toBeNull();
    expect(webhooks?.lifecycle?.(about({ type: 'ContactUpdate', locationId, id: 'x' }))).toBeNull();
    expect(webhooks?.notices(about({ type: 'UNINSTALL', locationId }))).toEqual([]);
  });

  it('is an agency’s as well where that granted it, and only then', async () => {
    const { tokens } = await scene.grant(AGENCY, scene.locationId);
    const companyId = inside(tokens).company?.id;
    const ofAgency = await webhooksOf(AGENCY);
    const ofLocation = await webhooksOf(scene.locationId);
    const event = { type: 'UNINSTALL', appId: appId(), companyId };

    expect(ofAgency?.lifecycle?.(event)).toBe('ended');
    expect(ofLocation?.lifecycle?.(event)).toBeNull();
    expect(ofAgency?.lifecycle?.({ type: 'UNINSTALL', appId: appId() })).toBeNull();
  });

  it('comes signed like every webhook', async () => {
    const webhooks = await webhooksOf(scene.locationId);
    const receiver = await startReceiver();
    scene.vendor.webhooks.url = receiver.url;
    scene.vendor.uninstall();
    const { body, headers } = await receiver.nth(1);
    await receiver.close();

    expect(webhooks?.verify(Buffer.from(body), headers)).toBe(true);
    expect(webhooks?.verify(Buffer.from(body.replace('UNINSTALL', 'INSTALL')), headers)).toBe(false);
    expect(webhooks?.lifecycle?.(JSON.parse(body))).toBe('ended');
  });

  it('is nothing to a private integration, which no app comes and goes with', async () => {
    const private_ = await connectPrivately([]);
    const { webhooks } = private_.source;
    await private_.close();

    expect(webhooks).toBeDefined();
    expect(webhooks?.lifecycle).toBeUndefined();
  });
});

it("makes only calls that HighLevel's specification allows", (context) => {
  if (!specification) return context.skip(NO_SPECIFICATION);

  const oauth = everyCall.filter(({ path }) => path.startsWith('/oauth/'));

  expect(new Set(oauth.map(({ path }) => path)).size).toBe(3);
  expect(specification.objections(everyCall)).toEqual([]);
});
