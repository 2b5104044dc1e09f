import { resolveConflict, type Verdict } from '../../sync/resolve.ts';
import { decision, refused } from '../decision.ts';
import { invalid } from '../errors.ts';
import type { ResolveConflictInput, Resolvers } from '../generated/resolvers.ts';

/** What a person decides about conflicts. */
export const conflictResolvers: Resolvers = {
  Mutation: {
    async resolveConflict(_, { input }, context) {
      const verdict = verdictOf(input);
      const { entity, ...rest } = verdict
        ? await decision(context, 'resolveConflict', input, (options) =>
            resolveConflict(context.sync, options, input.id, verdict),
          )
        : refused([invalid(['take'], 'or value must be given, and not both')]);
      const conflict = entity && (await context.sync.store.conflicts.get([input.id])).get(input.id);
      return { conflict: conflict ?? null, ...rest };
    },
  },
};

/** Exactly one of the two; a null as value clears. */
function verdictOf({ take, value }: ResolveConflictInput): Verdict | null {
  if (take != null) return value === undefined ? { take } : null;
  return value === undefined ? null : { value };
}
