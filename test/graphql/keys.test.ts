import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from '../../src/client/generated/index.ts';
import { withIncluded } from '../../src/graphql/caller.ts';
import { checkKey } from '../../src/graphql/keys.ts';
import { type HeldKey, keyFor, startClosedWorld, tokenOf } from '../support/closed.ts';
import { closeWorlds, type World } from '../support/world.ts';

const VIEWER = graphql(`
  query Viewer {
    viewer {
      id
      name
      workspace
      scopes
    }
  }
`);

const API_KEYS = graphql(`
  query ApiKeys {
    apiKeys {
      id
      name
      scopes
      createdAt
      createdBy
      expiresAt
      revokedAt
      lastUsedAt
    }
  }
`);

const CREATE_API_KEY = graphql(`
  mutation CreateApiKey($input: CreateApiKeyInput!) {
    createApiKey(input: $input) {
      apiKey {
        id
        name
        scopes
        createdBy
        expiresAt
      }
      secret
      userErrors {
        path
        code
        message
      }
    }
  }
`);

const REVOKE_API_KEY = graphql(`
  mutation RevokeApiKey($id: ID!) {
    revokeApiKey(id: $id) {
      apiKey {
        id
        revokedAt
      }
      userErrors {
        path
        code
      }
    }
  }
`);

let world: World;
let admin: HeldKey;

beforeAll(async () => {
  world = await startClosedWorld({ systems: [] });
  admin = await keyFor(world, ['admin']);
});
afterAll(closeWorlds);

const bearing = (secret: string | null | undefined) => ({ authorization: `Bearer ${secret}` });
const create = (input: { name: string; scopes: string[]; expiresAt?: string }) =>
  world.query(CREATE_API_KEY, { input }, admin.headers);

describe('API keys in the graph', () => {
  it('are made with a secret that is shown once and opens what its scopes say', async () => {
    const expiresAt = '2099-01-31T00:00:00.000Z';
    const { data } = await create({ name: ' The website ', scopes: ['contacts.write', 'contacts.write'], expiresAt });
    const { apiKey, secret, userErrors } = data?.createApiKey ?? {};

    const viewer = await world.query(VIEWER, {}, bearing(secret));
    const listed = await world.query(API_KEYS, {}, admin.headers);

    const made = { name: 'The website', scopes: ['contacts.write'], createdBy: admin.key.id, expiresAt };
    expect(userErrors).toEqual([]);
    expect(apiKey).toMatchObject(made);
    expect(viewer.data?.viewer).toEqual({
      id: apiKey?.id,
      name: 'The website',
      workspace: 'default',
      scopes: ['contacts.readonly', 'contacts.write'],
    });
    expect(listed.data?.apiKeys).toContainEqual(
      expect.objectContaining({ ...made, id: apiKey?.id, revokedAt: null, lastUsedAt: expect.any(String) }),
    );
    expect(JSON.stringify(listed)).not.toContain(secret?.slice(-43));
  });

  it('open nothing once they are revoked, which may be repeated', async () => {
    const { data } = await create({ name: 'Short-lived', scopes: ['admin'] });
    const { apiKey, secret } = data?.createApiKey ?? {};
    await world.query(VIEWER, {}, bearing(secret));

    const first = await world.query(REVOKE_API_KEY, { id: apiKey?.id ?? '' }, bearing(secret));
    const again = await world.query(REVOKE_API_KEY, { id: apiKey?.id ?? '' }, admin.headers);

    expect(first.data?.revokeApiKey).toMatchObject({ apiKey: { revokedAt: expect.any(String) }, userErrors: [] });
    expect(again.data).toEqual(first.data);
    expect((await world.query(VIEWER, {}, bearing(secret))).status).toBe(401);
  });

  it('of another workspace are neither seen nor revoked, nor known to be there', async () => {
    const foreign = await keyFor(world, ['admin'], { workspace: 'acme' });

    const listed = await world.query(API_KEYS, {}, admin.headers);
    const refused = await world.query(REVOKE_API_KEY, { id: foreign.key.id }, admin.headers);
    const unknown = await world.query(REVOKE_API_KEY, { id: 'key_0' }, admin.headers);

    expect(JSON.stringify(listed)).not.toContain(foreign.key.id);
    expect(refused.data?.revokeApiKey).toEqual({ apiKey: null, userErrors: [{ path: ['id'], code: 'NOT_FOUND' }] });
    expect(unknown.data).toEqual(refused.data);
    expect((await world.running.gateway.keys.get(foreign.key.id))?.revokedAt).toBeNull();
  });

  it.each([
    [{ name: ' ', scopes: ['admin'] }, ['input', 'name'], 'INVALID', /a line of 1 to 100 characters/],
    [{ name: 'two\nlines', scopes: ['admin'] }, ['input', 'name'], 'INVALID', /a line of 1 to 100 characters/],
    [{ name: 'A', scopes: [] }, ['input', 'scopes'], 'INVALID', /must name at least one of contacts\.readonly/],
    [{ name: 'A', scopes: ['root'] }, ['input', 'scopes'], 'INVALID', /names "root"; the scopes are/],
    [
      { name: 'A', scopes: ['admin'], expiresAt: '2020-01-01T00:00:00Z' },
      ['input', 'expiresAt'],
      'INVALID',
      /in the future/,
    ],
  ])('wished for as %j are refused', async (input, path, code, words) => {
    const before = await world.running.gateway.keys.of('default');

    const { data } = await create(input);

    expect(data?.createApiKey).toEqual({
      apiKey: null,
      secret: null,
      userErrors: [{ path, code, message: expect.stringMatching(words) }],
    });
    expect(await world.running.gateway.keys.of('default')).toEqual(before);
  });

  it('cannot have a scope that whoever makes them has not', () => {
    const wish = { name: 'A', scopes: ['contacts.readonly', 'sync.manage', 'admin'], expiresAt: null };

    expect(checkKey(wish, withIncluded(['sync.manage']), 0)).toEqual([
      { path: ['input', 'scopes'], code: 'FORBIDDEN', message: expect.stringContaining('names "admin"') },
    ]);
    expect(checkKey(wish, withIncluded(['admin']), 0)).toEqual([]);
  });
});

describe('the viewer', () => {
  it('is the subject of a token, under the name that it gives', async () => {
    const token = await tokenOf({ name: 'Ann Archer', scope: 'admin' });

    const { data } = await world.query(VIEWER, {}, bearing(token));

    expect(data?.viewer).toEqual({
      id: 'jwt:ann',
      name: 'Ann Archer',
      workspace: 'default',
      scopes: ['contacts.readonly', 'contacts.write', 'sync.manage', 'admin'],
    });
  });
});

it('what a caller writes is known to be theirs', async () => {
  const token = await tokenOf({ scope: 'contacts.write' });
  const versions = graphql(`
    mutation MineToKnow {
      createContact(input: { firstName: "Ann" }) {
        contact {
          versions {
            nodes {
              actor
            }
          }
        }
      }
    }
  `);

  const { data } = await world.query(versions, {}, bearing(token));

  expect(data?.createContact.contact?.versions.nodes).toEqual([{ actor: 'jwt:ann' }]);
});
