import { type Problem, toProblem } from '../base/errors.ts';
import { groupBy } from '../base/group.ts';
import { backoff, DELIVERY_RETRY } from '../base/retry.ts';
import { newWork, within } from '../base/work.ts';
import type { Kind } from '../model/kind.ts';
import type { Action, Rule } from '../model/rule.ts';
import type { Firing } from '../store/shapes.ts';
import type { SyncContext } from './context.ts';
import { knownSince } from './feed.ts';
import { pullContacts } from './pull.ts';
import { ledgerOf } from './rule-fire.ts';
import type { RunRequest } from './run.ts';

/** Begins a run and lets it go on. */
export type StartRun = (request: RunRequest) => Promise<unknown>;

const LEASE_MS = 5 * 60_000;
const MOST_AT_ONCE = 50;
/** About two hours of trying: then what was to be fetched is old news, and the next pass of polling has found it. */
const MOST_ATTEMPTS = 14;
const MINUTE = 60_000;
/** A pass that is a fifth late is still one of the last period. */
const LATE = 1.2;
const RECENT_RUNS = 50;

/**
 * Carries out what firings have to ask of systems. All of it may be done twice with the same result, so a process that dies in the
 * middle costs calls and nothing else. Answers how many it took on.
 */
export async function runErrands(context: SyncContext, startRun: StartRun): Promise<number> {
  const { firings, rules } = context.store;
  const now = context.clock.now();
  const due = await firings.nextDue();
  if (due === null || due > now) return 0;
  const claimed = await firings.claim({ now, leaseMs: LEASE_MS, limit: MOST_AT_ONCE });
  const known = new Map((await rules.all()).map(({ rule }) => [rule.id, rule]));
  const alike = groupBy(claimed, ({ chain, origin }) => [...chain, origin].join(' '));
  await Promise.all(
    [...alike.values()].map((group) =>
      within(newWork('notice', group[0]?.id ?? ''), () => errand(context, startRun, known, group)),
    ),
  );
  return claimed.length;
}

/** Firings of one rule that came about in the same way. */
async function errand(
  context: SyncContext,
  startRun: StartRun,
  rules: ReadonlyMap<string, Rule>,
  firings: readonly Firing[],
): Promise<void> {
  const rule = rules.get(firings[0]?.ruleId ?? '');
  const failed = new Map<string, Problem>();
  try {
    for (const action of rule?.actions ?? []) {
      if (action.do === 'pullContact' && rule) await pull(context, rule, firings, failed);
      if (action.do === 'syncKinds' && rule) await syncKinds(context, startRun, rule, action);
    }
  } catch (thrown) {
    const problem = toProblem(thrown);
    if (problem.code === 'INTERNAL') context.log.error({ rule: rule?.id, err: thrown }, 'a rule failed inside');
    for (const { id } of firings) failed.set(id, problem);
  }
  await settle(context, rule?.name ?? 'A rule that is gone', firings, failed);
}

async function pull(
  context: SyncContext,
  rule: Rule,
  firings: readonly Firing[],
  failed: Map<string, Problem>,
): Promise<void> {
  const [first] = firings;
  const contactIds = [...new Set(firings.flatMap(({ contactId }) => contactId ?? []))];
  if (!first || contactIds.length === 0) return;
  const why = `Rule: ${rule.name}`;
  const problems = await pullContacts(context, { contactIds, origin: first.origin, correlationId: first.id, why });
  for (const { id, contactId } of firings) {
    const problem = problems.get(contactId ?? '');
    if (problem) failed.set(id, problem);
  }
}

/** Reads the kinds, except where a pass over them has just begun or the first is not over. */
async function syncKinds(
  context: SyncContext,
  startRun: StartRun,
  { trigger }: Rule,
  { kinds, systems }: Extract<Action, { do: 'syncKinds' }>,
): Promise<void> {
  const since = context.clock.now() - ('every' in trigger ? trigger.every * LATE : MINUTE);
  const page = await context.store.runs.page({ limit: RECENT_RUNS, forward: true, from: null });
  const recent = page.items.filter((run) => run.startedAt > since && run.error === null && run.trigger !== 'mapping');
  for (const { id: system, source } of context.connections.values()) {
    if (systems && !systems.includes(system)) continue;
    const wanted: Kind[] = [];
    for (const kind of kinds) {
      const covered = recent.some((run) => run.system === system && run.kinds.includes(kind));
      if (!covered && source.collections[kind] && (await knownSince(context.store, system, kind)) !== null)
        wanted.push(kind);
    }
    if (wanted.length > 0) await startRun({ system, kinds: wanted, trigger: 'rule' });
  }
}

/** What failed is tried again later, but not for ever. */
async function settle(
  context: SyncContext,
  name: string,
  firings: readonly Firing[],
  failed: ReadonlyMap<string, Problem>,
): Promise<void> {
  const outcomes = firings.map(({ id, attempts, error }): Outcome => {
    const problem = failed.get(id);
    if (!problem) return { id, state: 'DONE', error, nextAttemptAt: null };
    if (problem.retry === 'never' || attempts >= MOST_ATTEMPTS)
      return { id, state: 'FAILED', error: problem.message, nextAttemptAt: null };
    const nextAttemptAt = context.clock.now() + backoff(DELIVERY_RETRY, attempts, context.random);
    return { id, state: 'PENDING', error: problem.message, nextAttemptAt };
  });
  await context.store.transaction(async (tx) => {
    await tx.firings.settle(outcomes);
    for (const { id, error } of outcomes.filter(({ state }) => state === 'FAILED')) {
      const ledger = ledgerOf(context, { name }, id);
      ledger.event('ALERT', null, { message: `${name}: could not be carried out: ${error}` });
      await ledger.flush(tx);
    }
  });
  context.wake();
}

type Outcome = Pick<Firing, 'id' | 'state' | 'error' | 'nextAttemptAt'>;
