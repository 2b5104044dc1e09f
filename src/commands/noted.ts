import { systemClock } from '../base/clock.ts';
import { toProblem } from '../base/errors.ts';
import { createIds } from '../base/id.ts';
import type { AuditOutcome } from '../store/access-store.ts';
import type { Store } from '../store/store.ts';
import { EXIT, type Outcome } from './command.ts';

/** A command that changes something, as the audit log names it: its words, the id of what it is about, and what was given by name. */
export interface Deed {
  readonly words: readonly string[];
  readonly subject?: string;
  readonly given?: readonly string[];
  /** True where it only says what it would do. */
  readonly dry?: boolean;
}

/** How it is done: by whom as a caller's id, which an operator has not, and under which correlation id. */
export interface Doing {
  readonly actor: null;
  readonly correlationId: string;
}

/**
 * Carries out what an operator does to that workspace and keeps an entry of it, whatever comes of it. Where the entry cannot be kept
 * the command fails, though it may be done.
 */
export async function noted(store: Store, deed: Deed, carryOut: (doing: Doing) => Promise<Outcome>): Promise<Outcome> {
  const correlationId = createIds(() => systemClock.now())('cor');
  const keep = (outcome: AuditOutcome, why: Why) => store.audit.append(entryOf(deed, correlationId, outcome, why));
  let outcome: Outcome;
  try {
    outcome = await carryOut({ actor: null, correlationId });
  } catch (thrown) {
    await keep('FAILED', { code: toProblem(thrown).code });
    throw thrown;
  }
  await (outcome.code === EXIT.done ? keep('DONE', {}) : keep('REFUSED', { exit: outcome.code }));
  return outcome;
}

/** The code of a Problem, or the exit code where it was not done. */
type Why = { readonly code?: string; readonly exit?: number };

function entryOf({ words, subject, given, dry }: Deed, correlationId: string, outcome: AuditOutcome, why: Why) {
  return {
    at: systemClock.now(),
    actor: null,
    actorName: 'operator',
    action: ['cli', ...words].join(' '),
    subject: subject ?? null,
    outcome,
    detail: { ...(given && { given: [...given] }), ...(dry && { dry }), ...why },
    askedFrom: null,
    correlationId,
  };
}
