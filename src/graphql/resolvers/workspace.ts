import { Problem } from '../../base/errors.ts';
import type { KeptWorkspace } from '../../store/access-store.ts';
import type { GraphContext } from '../context.ts';
import { fromProblem, type InputError } from '../errors.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { issueKey } from '../keys.ts';
import { wrongInWorkspace } from '../workspaces.ts';
import { instant } from './synced.ts';

/** Workspaces, and making one. */
export const workspaceResolvers: Resolvers = {
  Workspace: {
    createdAt: ({ createdAt }) => (createdAt === 0 ? null : instant(createdAt)),
  },
  Query: {
    workspaces: async (_, __, context) => [...(await visible(context))],
  },
  Mutation: {
    createWorkspace: async (_, { input }, context) => {
      const { workspaces } = context.gateway;
      const errors = workspaces ? wrongInWorkspace(input) : [NOT_HERE];
      if (!workspaces || errors.length > 0) return { workspace: null, secret: null, userErrors: errors };
      try {
        const workspace = await workspaces.create(input.id, input.name.trim());
        return { workspace, secret: await firstKey(context, workspace), userErrors: [] };
      } catch (error) {
        if (!(error instanceof Problem) || error.code === 'INTERNAL') throw error;
        return { workspace: null, secret: null, userErrors: [fromProblem(error, ['id'])] };
      }
    },
  },
};

const NOT_HERE: InputError = {
  path: ['input'],
  code: 'FORBIDDEN',
  message: 'Workspaces are made by an admin of the workspace "default"',
};

/** Somebody must be able to make the others. */
async function firstKey({ gateway, caller, sync }: GraphContext, { id }: KeptWorkspace): Promise<string> {
  const wish = { name: 'First key', scopes: ['admin'], expiresAt: null };
  const owner = { workspace: id, createdBy: caller.id };
  const { clock, newId } = sync;
  return (await issueKey({ keys: gateway.keys, clock, newId }, wish, owner)).secret;
}

async function visible({ gateway }: GraphContext): Promise<readonly KeptWorkspace[]> {
  return gateway.workspaces?.all() ?? [gateway.workspace];
}
