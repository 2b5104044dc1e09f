import { revertTo } from '../../sync/revert.ts';
import { decision } from '../decision.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { instant } from './synced.ts';

/** What was, and going back to it. */
export const historyResolvers: Resolvers = {
  Version: {
    at: (version) => instant(version.at),
    changes: (version) => [...version.changes],
  },
  Mutation: {
    revertTo: (_, { input }, context) =>
      decision(context, 'revertTo', input, (options) => revertTo(context.sync, options, input)),
  },
};
