import { type LinkWish, linkRecord, unlinkRecord } from '../../sync/link-records.ts';
import { mergeContacts } from '../../sync/merge-contacts.ts';
import type { GraphContext } from '../context.ts';
import { decision, refused, unknownSystem } from '../decision.ts';
import type { LinkRecordsInput, Resolvers } from '../generated/resolvers.ts';
import type { Written } from '../mutation.ts';

/** What a person decides about who is who. */
export const identityResolvers: Resolvers = {
  Mutation: {
    linkRecords: (_, { input }, context) => relink(context, 'linkRecords', input, linkRecord).then(asPayload),
    unlinkRecord: (_, { input }, context) => relink(context, 'unlinkRecord', input, unlinkRecord).then(asPayload),
    mergeContacts: (_, { input }, context) =>
      decision(context, 'mergeContacts', input, (options) => mergeContacts(context.sync, options, input)).then(
        asPayload,
      ),
  },
};

async function relink(
  context: GraphContext,
  operation: string,
  input: LinkRecordsInput,
  carryOut: typeof linkRecord,
): Promise<Written> {
  const errors = unknownSystem(context, input.record.system);
  const wish: LinkWish = input;
  return errors.length > 0
    ? refused(errors)
    : decision(context, operation, input, (options) => carryOut(context.sync, options, wish));
}

function asPayload({ entity, ...rest }: Written) {
  return { contact: entity, ...rest };
}
