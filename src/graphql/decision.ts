import { Problem } from '../base/errors.ts';
import { within } from '../base/work.ts';
import type { DecisionOptions } from '../sync/decide.ts';
import type { Mutated } from '../sync/reply.ts';
import type { GraphContext } from './context.ts';
import { fromProblem, invalid } from './errors.ts';
import { checkOptions, receiptsOf, type WriteInput, type Written } from './mutation.ts';

/** The part of every decision's input that says how to carry it out. */
export type DecisionInput = Pick<WriteInput, 'idempotencyKey' | 'waitFor'>;

/**
 * Carries a person's decision out in the caller's lane and answers what it is about with its receipts. A refusal is answered, not
 * thrown; then nothing is written.
 */
export async function decision(
  context: GraphContext,
  operation: string,
  input: DecisionInput,
  carryOut: (options: DecisionOptions) => Promise<Mutated>,
): Promise<Written> {
  const errors = checkOptions(context, input);
  if (errors.length > 0) return refused(errors);
  const options: DecisionOptions = {
    idempotencyKey: input.idempotencyKey ?? null,
    waitFor: input.waitFor ?? 'FIRST_ATTEMPT',
    actor: context.caller.id,
    correlationId: context.correlationId,
    request: [operation, input],
  };
  try {
    const done = await within({ ...context.work, lane: 'write' }, () => carryOut(options));
    context.renew();
    const [entity, deliveries] = await Promise.all([
      context.loaders.entity.load(done.entityId),
      context.sync.store.outbox.byCorrelation([done.correlationId]),
    ]);
    return {
      entity,
      receipts: receiptsOf(done.entityId, deliveries.get(done.correlationId) ?? []),
      correlationId: done.correlationId,
      userErrors: [],
    };
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'INTERNAL') throw error;
    return refused([fromProblem(error, [])]);
  }
}

/** The answer to an input that is wrong. */
export function refused(userErrors: Written['userErrors']): Written {
  return { entity: null, receipts: [], userErrors };
}

/** What is wrong with a record's name: its system is none of ours. */
export function unknownSystem(context: GraphContext, system: string): Written['userErrors'] {
  const known = context.sync.systems.map(({ id }) => id);
  if (known.includes(system)) return [];
  return [invalid(['record', 'system'], `is "${system}"; the systems are ${known.join(', ')}`)];
}
