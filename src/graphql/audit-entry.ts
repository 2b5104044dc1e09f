import { type GraphQLArgument, GraphQLError } from 'graphql';
import { Problem } from '../base/errors.ts';
import type { Value } from '../model/kind.ts';
import type { AuditEntry, AuditOutcome } from '../store/access-store.ts';
import { namesGiven, pathNamed } from './audit-names.ts';

/** A mutation as it was asked for; `correlationId` is its own. */
export interface Asked {
  readonly action: string;
  readonly takes: readonly GraphQLArgument[];
  readonly args: Readonly<Record<string, unknown>>;
  readonly correlationId: string;
}

/** How it ended: what it answers, or what it threw. */
export type Ended = { readonly payload: unknown } | { readonly thrown: unknown };

/** What the audit log says of a mutation. */
export type Said = Pick<AuditEntry, 'action' | 'subject' | 'outcome' | 'detail' | 'correlationId'>;

type Thing = Readonly<Record<string, unknown>>;

/** What names the thing a mutation is about, the best first. */
const SUBJECTS = ['id', 'contactId', 'into', 'ids', 'system'] as const;
/** What a mutation has said or written, and has not made. */
const NOT_MADE: ReadonlySet<string> = new Set(['userErrors', 'receipts']);
/** Codes of what is thrown because the gateway will not do it, and not because it could not. */
const REFUSALS: ReadonlySet<string> = new Set(['FORBIDDEN', 'UNAUTHORIZED', 'BAD_USER_INPUT']);
const MOST_IDS = 100;
const MOST_ERRORS = 20;
/** What is none may be anything, also a name or an e-mail address. */
const ID = /^[\w:./-]{1,130}$/;

/** Says who-did-what in codes, ids and names of the schema's; never a value that was given. */
export function entryOf(asked: Asked, ended: Ended): Said {
  const { action, takes, args } = asked;
  const payload = 'payload' in ended ? asThing(ended.payload) : {};
  const wish = { ...args, ...asThing(args.input) };
  const about = idsGiven(wish);
  const made = idsMade(payload).filter((id) => !about.includes(id));
  const [subject = null] = about.length === 1 ? about : about.length === 0 && made.length === 1 ? made : [];
  const errors = errorsOf(takes, payload);
  const correlationId = correlationOf(payload) ?? asked.correlationId;
  const detail = {
    given: namesGiven(takes, args),
    subjects: about.length > 1 ? about : [],
    made: made.filter((id) => id !== subject),
    errors,
    ...('thrown' in ended && { code: codeOf(ended.thrown) }),
    ...(isDry(wish, payload, errors) && { dry: true }),
    ...(payload.correlationId !== undefined && correlationId !== asked.correlationId && { repeated: true }),
  };
  return { action, subject, outcome: outcomeOf(ended, payload, errors), detail: withoutEmpty(detail), correlationId };
}

function idsGiven(wish: Thing): string[] {
  for (const name of SUBJECTS) {
    const ids = [wish[name]].flat().filter(isId);
    if (ids.length > 0) return ids.slice(0, MOST_IDS);
  }
  return [];
}

/** The ids of the things that stand in an answer. */
function idsMade(payload: Thing): string[] {
  return Object.entries(payload)
    .filter(([name]) => !NOT_MADE.has(name))
    .flatMap(([, value]) => [value].flat().flatMap((one) => idOf(asThing(one))))
    .slice(0, MOST_IDS);
}

/** A rule is kept with where it comes from, and has its id inside. */
function idOf({ id, rule }: Thing): string[] {
  return [id, asThing(rule).id].filter(isId).slice(0, 1);
}

/** Where the events stand of what was done: with the first of two wishes that are one, with the mutation that a delivery is of, else its own. */
function correlationOf({ correlationId, delivery }: Thing): string | null {
  const found = correlationId ?? asThing(delivery).correlationId;
  return typeof found === 'string' ? found : null;
}

function errorsOf(takes: readonly GraphQLArgument[], { userErrors }: Thing): { code: string; path: string | null }[] {
  const errors = Array.isArray(userErrors) ? userErrors.map(asThing) : [];
  return errors.slice(0, MOST_ERRORS).map(({ code, path }) => ({
    code: String(code),
    path: pathNamed(takes, Array.isArray(path) ? path : []),
  }));
}

/** Of several decisions some may be carried out and others not: then it was done. */
function outcomeOf(ended: Ended, { decided }: Thing, errors: readonly unknown[]): AuditOutcome {
  if ('thrown' in ended) return REFUSALS.has(codeOf(ended.thrown)) ? 'REFUSED' : 'FAILED';
  return errors.length === 0 || Number(decided) > 0 ? 'DONE' : 'REFUSED';
}

function isDry({ dryRun, estimate }: Thing, { applied }: Thing, errors: readonly unknown[]): boolean {
  return dryRun === true || estimate === true || (applied === false && errors.length === 0);
}

function codeOf(thrown: unknown): string {
  const original = thrown instanceof GraphQLError ? (thrown.originalError ?? thrown) : thrown;
  if (original instanceof Problem) return original.code;
  const code = original instanceof GraphQLError ? original.extensions.code : undefined;
  return typeof code === 'string' ? code : 'INTERNAL';
}

function withoutEmpty(detail: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(detail).filter(([, value]) => !Array.isArray(value) || value.length > 0));
}

function asThing(value: unknown): Thing {
  return typeof value === 'object' && value !== null ? (value as Thing) : {};
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value);
}
