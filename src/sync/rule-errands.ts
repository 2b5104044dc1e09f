import { type Problem, toProblem } from '../base/errors.ts';
import { groupBy } from '../base/group.ts';
import { backoff, DELIVERY_RETRY } from '../base/retry.ts';
import { newWork, within } from '../base/work.ts';
import type { Kind } from '../model/kind.ts';
import { canonical } from '../model/merge.ts';
import type { Action, Rule } from '../model/rule.ts';
import { actionInWords } from '../model/rule-summary.ts';
import type { Firing } from '../store/rule-shapes.ts';
import type { Run } from '../store/shapes.ts';
import type { SyncContext } from './context.ts';
import { knownSince } from './feed.ts';
import { pullContacts } from './pull.ts';
import { isOwn } from './rule-act.ts';
import { ledgerOf } from './rule-fire.ts';
import type { RunRequest } from './run.ts';

/** Begins a run and lets it go on. */
export type StartRun = (request: RunRequest) => Promise<{ readonly run: Run }>;

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
  const alike = groupBy(claimed, ({ chain, origin, errands }) => canonical([chain, origin, errands]));
  await Promise.all(
    [...alike.values()].map((group) =>
      within(newWork('notice', group[0]?.id ?? ''), () => errand(context, startRun, known, group)),
    ),
  );
  return claimed.length;
}

/** Firings of one rule that came about in the same way and have the same left to do. */
async function errand(
  context: SyncContext,
  startRun: StartRun,
  rules: ReadonlyMap<string, Rule>,
  firings: readonly Firing[],
): Promise<void> {
  const [first] = firings;
  if (!first) return;
  // A rule that was deleted meanwhile: what it had decided is still done.
  const rule = rules.get(first.ruleId) ?? { name: 'A rule that was deleted', trigger: { every: MINUTE } };
  const failed = new Map<string, Problem>();
  const done: string[] = [];
  try {
    // A firing from before errands were kept has what its rule does.
    const kept = first.errands.length > 0 ? first.errands : (rules.get(first.ruleId)?.actions ?? []);
    for (const action of kept) {
      if (action.do === 'pullContact') done.push(await pull(context, rule, firings, failed));
      if (action.do === 'syncKinds') done.push(await syncKinds(context, startRun, rule, action));
    }
  } catch (thrown) {
    const problem = toProblem(thrown);
    if (problem.code === 'INTERNAL') context.log.error({ rule: first.ruleId, err: thrown }, 'a rule failed inside');
    for (const { id } of firings) failed.set(id, problem);
  }
  await settle(context, rule.name, firings, { failed, done });
}

async function pull(
  context: SyncContext,
  rule: Pick<Rule, 'name'>,
  firings: readonly Firing[],
  failed: Map<string, Problem>,
): Promise<string> {
  const [first] = firings;
  const contactIds = [...new Set(firings.flatMap(({ contactId }) => contactId ?? []))];
  if (!first || contactIds.length === 0) return 'read no contact again: there is none it belongs to';
  const why = `Rule: ${rule.name}`;
  const problems = await pullContacts(context, { contactIds, origin: first.origin, correlationId: first.id, why });
  for (const { id, contactId } of firings) {
    const problem = problems.get(contactId ?? '');
    if (problem) failed.set(id, problem);
  }
  return 'read the contact again in the other systems and passed on what differed';
}

/** Reads the kinds, except where a pass over them has just begun or the first is not over. */
async function syncKinds(
  context: SyncContext,
  startRun: StartRun,
  { trigger }: Pick<Rule, 'trigger'>,
  { kinds, systems }: Extract<Action, { do: 'syncKinds' }>,
): Promise<string> {
  const since = context.clock.now() - ('every' in trigger ? trigger.every * LATE : MINUTE);
  const page = await context.store.runs.page({}, { limit: RECENT_RUNS, forward: true, from: null });
  const recent = page.items.filter((run) => run.startedAt > since && run.error === null && run.trigger !== 'mapping');
  const started: string[] = [];
  for (const { id: system, name, source } of context.connections.values()) {
    if (systems && !systems.includes(system)) continue;
    const wanted: Kind[] = [];
    for (const kind of kinds) {
      const covered = recent.some((run) => run.system === system && run.kinds.includes(kind));
      if (!covered && source.collections[kind] && (await knownSince(context.store, system, kind)) !== null)
        wanted.push(kind);
    }
    if (wanted.length === 0) continue;
    const { run } = await startRun({ system, kinds: wanted, trigger: 'rule' });
    started.push(`started the run ${run.id} over the ${wanted.map((kind) => `${kind}s`).join(' and ')} of ${name}`);
  }
  return started.join('; ') || 'started no run: all of it is being read or has just been';
}

/** What failed is tried again later, but not for ever. */
async function settle(
  context: SyncContext,
  name: string,
  firings: readonly Firing[],
  { failed, done }: { readonly failed: ReadonlyMap<string, Problem>; readonly done: readonly string[] },
): Promise<void> {
  await context.store.transaction(async (tx) => {
    // What a webhook answered meanwhile stays.
    const current = await tx.firings.get(firings.map(({ id }) => id));
    const outcomes = [...current.values()].map((firing) => outcome(context, firing, failed.get(firing.id), done));
    await tx.firings.settle(outcomes);
    for (const { id, error } of outcomes.filter(({ state }) => state === 'FAILED')) {
      const ledger = ledgerOf(context, { name }, id);
      ledger.event('ALERT', null, { message: `${name}: could not be carried out: ${error}` });
      await ledger.flush(tx);
    }
  });
  context.wake();
}

type Outcome = Pick<Firing, 'id' | 'state' | 'result' | 'errands' | 'error' | 'nextAttemptAt'>;

function outcome(
  { clock, random }: SyncContext,
  { id, attempts, error, result, errands }: Firing,
  problem: Problem | undefined,
  done: readonly string[],
): Outcome {
  const isGivenUp = problem && (problem.retry === 'never' || attempts >= MOST_ATTEMPTS);
  if (problem && !isGivenUp) {
    const nextAttemptAt = clock.now() + backoff(DELIVERY_RETRY, attempts, random);
    return { id, state: 'PENDING', result, errands, error: problem.message, nextAttemptAt };
  }
  const [left, tried] = [errands.filter(isOwn), errands.filter((action) => !isOwn(action))];
  const words = problem ? tried.map((action) => `could not ${actionInWords(action)}`) : done;
  return {
    id,
    state: problem ? 'FAILED' : left.length > 0 ? 'PENDING' : 'DONE',
    result: [...(result ? [result] : []), ...words].join('; '),
    errands: left,
    error: problem?.message ?? error,
    nextAttemptAt: null,
  };
}
