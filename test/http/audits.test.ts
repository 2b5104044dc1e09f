import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeWorlds, startWorld, type World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld({ systems: [], env: { INTROSPECTION: 'on' } });
});
afterAll(closeWorlds);

/** Says, as a client of ours, that a browser would have asked first: some audits send what a form could send. */
const fetchFn = (url: string, init?: RequestInit) =>
  fetch(url, { ...init, headers: { ...init?.headers, 'apollo-require-preflight': 'true' } });

describe('GraphQL over HTTP, as its specification has it', () => {
  const audits = serverAudits({ url: () => `${world.url}/graphql`, fetchFn });

  it('is audited in 61 points', () => {
    expect(audits).toHaveLength(61);
  });

  it.each(audits.map(({ id, name, fn }) => [id, name, fn] as const))('%s %s', async (_, __, audit) => {
    const { status, reason } = { reason: undefined, ...(await audit()) };

    expect({ status, reason }).toEqual({ status: 'ok', reason: undefined });
  });
});
