import { SCOPES } from '../caller.ts';
import type { InputError } from '../errors.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { checkKey, issueKey } from '../keys.ts';
import { instant } from './synced.ts';

/** Who asks, and the keys of their workspace. */
export const keyResolvers: Resolvers = {
  Viewer: {
    scopes: ({ scopes }) => SCOPES.filter((scope) => scopes.has(scope)),
  },
  ApiKey: {
    scopes: ({ scopes }) => [...scopes],
    createdAt: ({ createdAt }) => instant(createdAt),
    expiresAt: ({ expiresAt }) => instant(expiresAt),
    revokedAt: ({ revokedAt }) => instant(revokedAt),
    lastUsedAt: ({ lastUsedAt }) => instant(lastUsedAt),
  },
  Query: {
    viewer: (_, __, { caller }) => caller,
    apiKeys: async (_, __, { gateway, caller }) => [...(await gateway.keys.of(caller.workspace))],
  },
  Mutation: {
    async createApiKey(_, { input }, { gateway, caller, sync: { clock, newId } }) {
      const { name, scopes, expiresAt } = input;
      const wish = { name, scopes, expiresAt: expiresAt?.getTime() ?? null };
      const userErrors = checkKey(wish, caller.scopes, clock.now());
      if (userErrors.length > 0) return { apiKey: null, secret: null, userErrors };
      const owner = { workspace: caller.workspace, createdBy: caller.id };
      const { key, secret } = await issueKey({ keys: gateway.keys, clock, newId }, wish, owner);
      return { apiKey: key, secret, userErrors: [] };
    },
    async revokeApiKey(_, { id }, { gateway: { keys }, caller, sync: { clock } }) {
      await keys.revoke(caller.workspace, id, clock.now());
      const key = await keys.get(id);
      if (key?.workspace === caller.workspace) return { apiKey: key, userErrors: [] };
      return { apiKey: null, userErrors: [NOBODYS] };
    },
  },
};

/** The same for another workspace's key: nobody learns that there is one. */
const NOBODYS: InputError = {
  path: ['id'],
  code: 'NOT_FOUND',
  message: 'There is no such API key in this workspace; `apiKeys` lists those there are',
};
