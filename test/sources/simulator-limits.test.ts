import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/base/clock.ts';
import { loadSimulators } from '../../src/sources/generated/registry.ts';
import type { Simulator, SimulatorDefinition } from '../../src/sources/simulator.ts';
import { createManualClock } from '../support/clock.ts';
import { samplePeople } from '../support/people.ts';

/** More than any of the vendors allows in a moment. */
const MANY = 120;

const running: Simulator[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((simulator) => simulator.close()));
});

/** What many calls with a valid login are answered while no time passes. */
async function answersOf(definition: SimulatorDefinition, options: { limited?: boolean }): Promise<Set<number>> {
  const clock = createManualClock(systemClock.now());
  const simulator = await definition.start({ port: 0, people: samplePeople(1), clock, ...options });
  running.push(simulator);
  const call = await listing(simulator);
  const answers = await Promise.all(Array.from({ length: MANY }, () => fetch(call.url, { headers: call.headers })));
  return new Set(answers.map(({ status }) => status));
}

/** A call that lists something, by whatever login the simulator asks for. */
async function listing({ settings, url }: Simulator): Promise<{ url: string; headers: Record<string, string> }> {
  if (settings.GHL_TOKEN)
    return {
      url: `${url}/locations/${settings.GHL_LOCATION_ID}/tags`,
      headers: { authorization: `Bearer ${settings.GHL_TOKEN}`, version: '2021-07-28' },
    };
  if (settings.ROSSUM_USERNAME) {
    const body = JSON.stringify({ username: settings.ROSSUM_USERNAME, password: settings.ROSSUM_PASSWORD });
    const login = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
    const { key } = (await (await fetch(`${url}/api/v1/auth/login`, login)).json()) as { key: string };
    return { url: `${url}/api/v1/labels`, headers: { authorization: `Bearer ${key}` } };
  }
  const form = new URLSearchParams({
    clientId: settings.COMMUSOFT_CLIENT_ID ?? '',
    username: settings.COMMUSOFT_USERNAME ?? '',
    password: settings.COMMUSOFT_PASSWORD ?? '',
    applicationId: settings.COMMUSOFT_APPLICATION_ID ?? '',
  });
  const answer = await fetch(`${settings.COMMUSOFT_BASE_URL}/getToken`, { method: 'POST', body: form });
  const { token } = (await answer.json()) as { token: string };
  return { url: `${settings.COMMUSOFT_BASE_URL}/customertypes`, headers: { 'x-auth-token': token } };
}

describe.each(await loadSimulators())('the limits of $name, simulated,', (definition) => {
  it('hold unless they are lifted', async () => {
    const answers = await answersOf(definition, {});

    expect([...answers].sort()).toEqual([200, 429]);
  });

  it('refuse no call when they are lifted', async () => {
    const answers = await answersOf(definition, { limited: false });

    expect([...answers]).toEqual([200]);
  });
});
