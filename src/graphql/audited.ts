import { defaultFieldResolver, type GraphQLField, type GraphQLSchema } from 'graphql';
import { Problem } from '../base/errors.ts';
import { within } from '../base/work.ts';
import { type Ended, entryOf, type Said } from './audit-entry.ts';
import { asOwnWork, type GraphContext } from './context.ts';

/**
 * Has every mutation leave one entry in the audit log, which is on the disk before the mutation is answered. To be put around
 * all else that a schema is given, so that what is refused there is seen as well.
 */
export function audited(schema: GraphQLSchema): GraphQLSchema {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) audit(field);
  return schema;
}

function audit(field: GraphQLField<unknown, GraphContext>): void {
  const { name: action, args: takes, resolve = defaultFieldResolver } = field;
  field.resolve = async (source, args, context, info) => {
    // Each mutation of a request has its own, apart from what the request reads: events and receipts are found by it.
    const own = asOwnWork(context, context.sync.newId('cor'));
    const ended = await within(own.work, () => endOf(async () => resolve(source, args, own, info)));
    await keep(own, entryOf({ action, takes, args, correlationId: own.correlationId }, ended), ended);
    if ('thrown' in ended) throw ended.thrown;
    return ended.payload;
  };
}

function endOf(carryOut: () => Promise<unknown>): Promise<Ended> {
  return carryOut().then(
    (payload) => ({ payload }),
    (thrown: unknown) => ({ thrown }),
  );
}

/** Without an entry nobody is told that something was done. */
async function keep({ sync, caller }: GraphContext, said: Said, ended: Ended): Promise<void> {
  const who = { actor: caller.id, actorName: caller.name, askedFrom: caller.from };
  try {
    await sync.store.audit.append({ ...said, ...who, at: sync.clock.now() });
  } catch (cause) {
    const { action, outcome, correlationId } = said;
    sync.log.error({ action, outcome, correlationId, err: cause }, 'an entry of the audit log could not be kept');
    if ('thrown' in ended) return;
    throw new Problem('AMBIGUOUS', NOT_KEPT, 'never', { cause });
  }
}

const NOT_KEPT = 'The audit log could not take an entry of this, though it may be done: look before you try it again';
