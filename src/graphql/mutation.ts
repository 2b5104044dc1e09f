import { Problem } from '../base/errors.ts';
import { within } from '../base/work.ts';
import type { Delivery, Entity } from '../store/shapes.ts';
import type { Change } from '../sync/apply.ts';
import { type MutationOptions, mutate } from '../sync/mutate.ts';
import type { GraphContext } from './context.ts';
import { fromProblem, type InputError, invalid } from './errors.ts';

/** The part of every write input that says how to write. */
export interface WriteInput {
  readonly systems?: readonly string[] | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
  readonly waitFor?: 'ACCEPTED' | 'FIRST_ATTEMPT' | null | undefined;
  readonly onFailure?: 'RETRY' | 'UNDO' | null | undefined;
}

/** What every write answers, before it is put under the type's own field name. */
export interface Written {
  readonly entity: Entity | null;
  readonly receipts: Delivery[];
  /** Where the events and deliveries stand; absent where nothing was written. */
  readonly correlationId?: string;
  readonly userErrors: InputError[];
}

/** The change a caller wants, or everything that is wrong with the input. */
export type Wish = Change | readonly InputError[];

const LONGEST_KEY = 200;

/**
 * Carries a caller's wish out and answers it with its receipts. `operation` and the input identify the request for
 * idempotency. Problems with the input are answered, not thrown; then nothing is written.
 */
export async function write(
  context: GraphContext,
  operation: string,
  input: WriteInput,
  decide: () => Wish | Promise<Wish>,
): Promise<Written> {
  const errors = checkOptions(context, input);
  const wish = errors.length > 0 ? errors : await decide();
  if (isRefused(wish)) return { entity: null, receipts: [], userErrors: [...wish] };
  try {
    const options = mutationOptions(context, operation, input);
    const done = await within({ ...context.work, lane: 'write' }, () => mutate(context.sync, wish, options));
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
    return { entity: null, receipts: [], userErrors: [fromProblem(error, [])] };
  }
}

function isRefused(wish: Wish): wish is readonly InputError[] {
  return Array.isArray(wish);
}

/** What is wrong with the part of an input that says how to write. */
export function checkOptions(context: GraphContext, input: WriteInput): InputError[] {
  const known = context.sync.systems.map((system) => system.id);
  const unknown = (input.systems ?? []).filter((id) => !known.includes(id));
  const errors = unknown.map((id) => invalid(['systems'], `names "${id}"; the systems are ${known.join(', ')}`));
  if (input.systems?.length === 0) errors.push(invalid(['systems'], 'must name at least one system, or be left out'));
  const key = input.idempotencyKey;
  if (key != null && (key.length === 0 || key.length > LONGEST_KEY)) {
    errors.push(invalid(['idempotencyKey'], `must have 1 to ${LONGEST_KEY} characters`));
  }
  return errors;
}

function mutationOptions(context: GraphContext, operation: string, input: WriteInput): MutationOptions {
  return {
    systems: input.systems ? [...new Set(input.systems)] : null,
    idempotencyKey: input.idempotencyKey ?? null,
    waitFor: input.waitFor ?? 'FIRST_ATTEMPT',
    onFailure: input.onFailure ?? 'RETRY',
    actor: context.caller.id,
    correlationId: context.correlationId,
    request: [operation, input],
  };
}

/** One receipt per system: the first delivery of the mutation itself, not what came of undoing or merging. */
export function receiptsOf(entityId: string, deliveries: readonly Delivery[]): Delivery[] {
  const first = new Map<string, Delivery>();
  for (const delivery of deliveries.filter((candidate) => candidate.entityId === entityId)) {
    if (!first.has(delivery.system)) first.set(delivery.system, delivery);
  }
  return [...first.values()].sort((a, b) => (a.system < b.system ? -1 : 1));
}
