import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../../src/base/clock.ts';
import { createLogger } from '../../src/base/logger.ts';
import { type OAuthWire, openOAuth } from '../../src/sync/apps.ts';
import { type Connection, connect, problemOf } from './connection.ts';
import type { Subject } from './subject.ts';

const REDIRECT = 'https://tributary.example.com/oauth/callback';

/** What holds for a system that people may connect by consenting there. */
export function describeOAuth(subject: Subject): void {
  const { definition } = subject;
  let connection: Connection;
  let oauth: OAuthWire;
  beforeAll(async () => {
    connection = await connect(subject);
    const app = definition.oauth?.app.parse(connection.vendor.app);
    const tools = { clock: systemClock, random: () => 0.5, log: createLogger('silent') };
    oauth = openOAuth(definition, app, tools);
  });
  afterAll(async () => {
    oauth.stop();
    await oauth.close();
    await connection.close();
  });

  const secrets = () => Object.entries(connection.vendor.app ?? {}).filter(([name]) => /SECRET/.test(name));

  it('a grant stands for the credential alone: the other settings are the same', () => {
    const env = Object.keys(definition.settings.shape);
    const granted = Object.keys(definition.oauth?.settings.shape ?? {});
    const credential = env.filter((name) => !granted.includes(name));
    const { [credential[0] ?? '']: _, ...rest } = connection.vendor.settings;

    expect(credential).toHaveLength(1);
    expect(definition.oauth?.settings.safeParse(rest).success).toBe(true);
    expect(definition.settings.safeParse(rest).success).toBe(false);
  });

  it('the address of the consent takes along the state and the way back, and no secret', () => {
    const asked = { state: 'st&te=1', redirectUri: `${REDIRECT}?a=b&c` };
    const url = oauth.authorizeUrl(asked);

    expect([...new URL(url).searchParams.values()]).toEqual(
      expect.arrayContaining([asked.state, asked.redirectUri, 'code']),
    );
    expect(secrets().length).toBeGreaterThan(0);
    for (const [, secret] of secrets()) expect(url).not.toContain(secret);
  });

  it('a code of nobody is refused, and what is said of it repeats neither the code nor a secret', async () => {
    const code = 'a-code-that-nobody-made';
    const problem = await problemOf(oauth.exchange({ code, redirectUri: REDIRECT }));

    expect(problem).toMatchObject({ code: 'UNAUTHORIZED', details: { system: definition.id } });
    for (const secret of [code, ...secrets().map(([, value]) => value)]) expect(problem.message).not.toContain(secret);
  });

  it('tokens that were kept in another form are told as the end of the grant, without a call', async () => {
    const calls = connection.vendor.calls.length;

    for (const kept of [null, 'text', {}, [1]])
      expect(await problemOf(oauth.renew(kept))).toMatchObject({ code: 'UNAUTHORIZED', retry: 'never' });
    expect(connection.vendor.calls).toHaveLength(calls);
  });
}
