import { GraphQLError } from 'graphql';
import type { Problem } from '../base/errors.ts';

/** A caller's mistake outside of a mutation's input: answered as HTTP 400 with the code BAD_USER_INPUT. */
export function badInput(message: string, path: readonly string[] = []): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code: 'BAD_USER_INPUT', argument: path.join('.'), http: { status: 400 } },
  });
}

/** What is wrong with a mutation's input; shaped like the graph's UserError. */
export interface InputError {
  readonly path: string[];
  readonly code: string;
  readonly message: string;
}

/** An INVALID error at that place below `input`. */
export function invalid(path: readonly string[], message: string, code = 'INVALID'): InputError {
  return { path: ['input', ...path], code, message: `${path.join('.')} ${message}` };
}

/** A refusal found out while writing, as an input error. */
export function fromProblem(problem: Problem, path: readonly string[]): InputError {
  return { path: [...(problem.details.path ?? ['input', ...path])], code: problem.code, message: problem.message };
}
