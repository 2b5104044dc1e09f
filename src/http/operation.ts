import {
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLFormattedError,
  parse,
  subscribe,
} from 'graphql';
import { Problem } from '../base/errors.ts';
import { newWork, within } from '../base/work.ts';
import { createContext, type GraphContext } from '../graphql/context.ts';
import { badInput } from '../graphql/errors.ts';
import { MOST_TOKENS } from '../graphql/limits.ts';
import type { Service } from './service.ts';
import type { Visit } from './visit.ts';

/** What a query cost, answered with it. */
export function upstream(context: GraphContext) {
  const known = context.sync.systems.map((system) => [system.id, context.work.calls.get(system.id) ?? 0]);
  return {
    calls: Object.fromEntries(known),
    cacheHits: context.account.cacheHits,
    staleRecords: context.account.stale.size,
  };
}

/** An operation as a streaming transport receives it. */
export interface Requested {
  readonly query: string;
  readonly extensions?: unknown;
  readonly variables: Record<string, unknown> | null | undefined;
  readonly operationName: string | null | undefined;
}

/** True if these are the errors of an operation that cannot be executed. */
export function isRefused(args: ExecutionArgs | GraphQLError[]): args is GraphQLError[] {
  return Array.isArray(args);
}

/** Parses and checks an operation of a streaming transport; answers what to execute, or the errors. */
export function operation(
  service: Service,
  { gateway, caller }: Visit,
  { query, extensions, variables, operationName }: Requested,
  age: unknown,
): ExecutionArgs | GraphQLError[] {
  const { schema, guard, objections } = service;
  try {
    const text = guard.documents.resolve(query, extensions);
    if (text instanceof GraphQLError) return [text];
    const document = parse(text, { maxTokens: MOST_TOKENS });
    const errors = objections(document, operationName, variables);
    if (errors.length > 0) return [...errors];
    const work = newWork('read', gateway.sync.newId('cor'), caller.id);
    const contextValue = within(work, () => createContext(gateway, caller, maxAge(age)));
    return { schema, document, variableValues: variables, operationName, contextValue };
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

/** Executes a query or mutation that came over a streaming transport. */
export async function run(service: Service, args: ExecutionArgs): Promise<ExecutionResult> {
  const context = args.contextValue as GraphContext;
  const result = await within(context.work, () => execute(args));
  return withoutInternals(service, { ...result, extensions: { ...result.extensions, upstream: upstream(context) } });
}

/** Every event of a subscription is executed as the work of its own subscription. */
export async function subscribeTo(
  service: Service,
  args: ExecutionArgs,
): Promise<AsyncGenerator<ExecutionResult> | ExecutionResult> {
  const context = args.contextValue as GraphContext;
  const result = await within(context.work, () => subscribe(args));
  if (!(Symbol.asyncIterator in result)) return withoutInternals(service, result);
  const { next } = result;
  result.next = async () => {
    const step = await within(context.work, () => next.call(result));
    return step.done ? step : { done: false, value: withoutInternals(service, step.value) };
  };
  return result;
}

function withoutInternals(service: Service, result: ExecutionResult): ExecutionResult {
  if (!result.errors) return result;
  const errors = result.errors.map((error) => {
    const shown = presentable(service, error.toJSON(), error);
    const { nodes = null, source = null, positions = null, path = null } = error;
    // The HTTP status means nothing on a stream.
    const { http: _status, ...extensions } = shown.extensions ?? {};
    return new GraphQLError(shown.message, { nodes, source, positions, path, extensions });
  });
  return { ...result, errors };
}

/** An error fit for a caller: a Problem's own words and code, a caller's mistake as it is, and nothing of anything else. */
export function presentable(
  { log, guard }: Pick<Service, 'log' | 'guard'>,
  formatted: GraphQLFormattedError,
  thrown: unknown,
): GraphQLFormattedError {
  const original = thrown instanceof GraphQLError ? thrown.originalError : thrown;
  if (!original || original instanceof GraphQLError)
    return guard.introspection ? formatted : { ...formatted, message: formatted.message.replace(SUGGESTION, '') };
  if (original instanceof Problem && original.code !== 'INTERNAL') {
    const retryable = original.retry !== 'never';
    return { ...formatted, extensions: { code: original.code, retryable, system: original.details.system } };
  }
  log.error({ err: original }, 'a resolver failed');
  return {
    ...formatted,
    message: 'Something failed inside the gateway',
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  };
}

/** What a parser or a coercion adds to its complaint out of the schema. */
const SUGGESTION = /\s*Did you mean .*\?$/s;

/** The age a caller accepts, in milliseconds; null where none is asked for. */
export function maxAge(given: unknown): number | null {
  if (given === undefined || given === null) return null;
  const seconds =
    typeof given === 'number'
      ? given
      : typeof given === 'string' && /^\d{1,9}$/.test(given)
        ? Number(given)
        : Number.NaN;
  if (Number.isInteger(seconds) && seconds >= 0) return seconds * 1000;
  throw badInput('x-max-age must be a whole number of seconds', ['x-max-age']);
}
