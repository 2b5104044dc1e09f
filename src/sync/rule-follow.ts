import { groupBy } from '../base/group.ts';
import { holds } from '../model/condition.ts';
import type { Kind } from '../model/kind.ts';
import { follows, LONGEST_CHAIN } from '../model/rule.ts';
import { concerns } from '../model/rule-cause.ts';
import type { KeptRule } from '../store/rule-shapes.ts';
import type { EventHead, LoggedEvent } from '../store/shapes.ts';
import type { Store } from '../store/store.ts';
import type { SyncContext } from './context.ts';
import { knownSince } from './feed.ts';
import { isWaitingForPlan } from './plan.ts';
import { answered, answeredUpTo, isAtWork } from './rule-book.ts';
import { type Brake, createBrake } from './rule-brake.ts';
import { FIRING, fire, ledgerOf } from './rule-fire.ts';
import { causeOf, subjectsOf } from './rule-occasion.ts';

const PAGE = 1_000;
/** So many events are answered to in one transaction, which holds up everybody else's. */
const AT_ONCE = 20;
/** What is no rule's concern is passed over without a note, but for one so often. */
const UNNOTED = 5_000;
const DAY_MS = 86_400_000;
/** Firings whose cause cannot come again are forgotten after so long. */
const REMEMBERED_MS = 30 * DAY_MS;
/** And once in so long, so that what is old of the log can be forgotten. */
const NOTED_MS = 3_600_000;

/** Follows the event log for the rules: each event is answered to once, in the transaction that notes it, in order. */
export function createFollower(context: SyncContext): { work(): Promise<number> } {
  const { store, clock } = context;
  const systems = new Set(context.systems.map(({ id }) => id));
  /** System and kind to the event behind which it tells news. */
  const known = new Map<string, number>();
  let position: number | null = null;
  let noted = 0;
  let forgottenAt = 0;
  let notedAt = clock.now();

  /** The event behind which the system tells news of that kind; null: what it tells is read for the first time. */
  async function newsSince(system: string, kind: Kind): Promise<number | null> {
    const key = `${system} ${kind}`;
    const since = known.get(key) ?? (await knownSince(store, system, kind));
    if (since !== null) known.set(key, since);
    return since;
  }

  async function occasionsAmong(heads: readonly EventHead[], rules: readonly KeptRule[]): Promise<number[]> {
    const seqs: number[] = [];
    for (const alike of groupBy(heads, ({ kind, type, origin }) => `${kind} ${type} ${origin}`).values()) {
      const cause = alike[0] ? causeOf(alike[0], null) : null;
      const concerned = cause ? rules.filter(({ rule }) => concerns(rule.trigger, cause, systems)) : [];
      if (!cause || concerned.length === 0) continue;
      const since = systems.has(cause.origin) ? await newsSince(cause.origin, cause.kind) : 0;
      if (since === null) continue;
      const first = Math.max(since, Math.min(...concerned.map(({ activeFrom }) => activeFrom)));
      seqs.push(...alike.filter(({ seq }) => seq > first).map(({ seq }) => seq));
    }
    return seqs.sort((a, b) => a - b);
  }

  return {
    async work() {
      if (position === null) position = noted = await answeredUpTo(store);
      const heads = await store.events.heads(position, PAGE);
      const last = heads.at(-1);
      if (!last) return 0;
      // While a plan waits for a person nothing is written to any system, by rules neither.
      const all = (await isWaitingForPlan(store)) ? [] : await store.rules.all();
      const rules = all.filter((kept) => isAtWork(kept) && 'on' in kept.rule.trigger);
      const brake = createBrake(context);
      const occasions = await occasionsAmong(heads, rules);
      for (let from = 0; from < occasions.length; from += AT_ONCE) {
        const part = occasions.slice(from, from + AT_ONCE);
        await store.transaction((tx) => answer(context, tx, { rules, systems, brake }, part));
        noted = part.at(-1) ?? noted;
        context.wake();
        // The embedded database works in this thread: between two transactions callers get their turn.
        await new Promise((resolve) => setImmediate(resolve));
      }
      position = last.seq;
      if (context.clock.now() - forgottenAt >= DAY_MS) {
        forgottenAt = context.clock.now();
        await store.firings.forget(forgottenAt - REMEMBERED_MS);
      }
      if (position - noted >= UNNOTED || clock.now() - notedAt >= NOTED_MS) {
        noted = await note(store, position);
        notedAt = clock.now();
      }
      return heads.length;
    },
  };
}

/** Another process may have come further. */
function note(store: Store, seq: number): Promise<number> {
  return store.transaction(async (tx) => {
    const most = Math.max(seq, await answeredUpTo(tx));
    await answered(tx, most);
    return most;
  });
}

/** Who answers to events. */
interface Answering {
  readonly rules: readonly KeptRule[];
  readonly systems: ReadonlySet<string>;
  readonly brake: Brake;
}

/** Lets the rules answer to these events and notes that they have. */
async function answer(
  context: SyncContext,
  tx: Store,
  { rules, systems, brake }: Answering,
  seqs: readonly number[],
): Promise<void> {
  const before = await answeredUpTo(tx);
  const found = await tx.events.get(seqs.filter((seq) => seq > before));
  const events = [...found.values()].sort((a, b) => a.seq - b.seq);
  const entities = await tx.entities.get([...new Set(events.flatMap((event) => event.entityId ?? []))]);
  const subjectOf = await subjectsOf(
    tx,
    [...entities.values()],
    rules.map(({ rule }) => rule.when),
  );
  const chainOf = await chains(tx, events);
  const loops: Loop[] = [];
  for (const event of events) {
    const cause = causeOf(event, event);
    const entity = entities.get(event.entityId ?? '');
    if (!cause || !entity) continue;
    const subject = subjectOf(entity);
    const chain = chainOf(event);
    for (const kept of rules) {
      const { rule, activeFrom } = kept;
      if (event.seq <= activeFrom || !concerns(rule.trigger, cause, systems)) continue;
      if (rule.when && !holds(rule.when, subject)) continue;
      const verdict = follows(rule.id, chain);
      if (verdict === 'loop') loops.push({ rule: rule.name, ruleId: rule.id, chain, event });
      if (verdict !== 'yes' || !(await brake.allows(tx, kept))) continue;
      await fire(context, tx, rule, { cause: `event:${event.seq}`, event, entity, chain });
    }
  }
  await tellLoops(context, tx, rules, loops);
  const last = seqs.at(-1);
  if (last !== undefined && last > before) await answered(tx, last);
}

/** The rules that led to each of these events, first to last. */
export async function chains(
  tx: Store,
  events: readonly Pick<LoggedEvent, 'correlationId'>[],
): Promise<(event: Pick<LoggedEvent, 'correlationId'>) => readonly string[]> {
  const made = events.map((event) => event.correlationId).filter((id) => id.startsWith(`${FIRING}_`));
  const earlier = await tx.firings.get([...new Set(made)]);
  return (event) => earlier.get(event.correlationId)?.chain ?? [];
}

interface Loop {
  readonly ruleId: string;
  readonly rule: string;
  readonly chain: readonly string[];
  readonly event: LoggedEvent;
}

/** One alert for each loop, however many things went round in it. */
async function tellLoops(
  context: SyncContext,
  tx: Store,
  rules: readonly KeptRule[],
  loops: readonly Loop[],
): Promise<void> {
  const nameOf = (id: string) => rules.find(({ rule }) => rule.id === id)?.rule.name ?? id;
  for (const same of groupBy(loops, ({ ruleId, chain }) => [...chain, ruleId].join(' ')).values()) {
    const [first] = same;
    if (!first) continue;
    const way = first.chain.map((id) => `"${nameOf(id)}"`).join(', then ');
    const ledger = ledgerOf(context, { name: first.rule }, first.event.correlationId);
    const message = first.chain.includes(first.ruleId)
      ? `Rules follow one from another without end: ${way}, then "${first.rule}" again; the last was not carried out`
      : `More than ${LONGEST_CHAIN} rules follow one from another: ${way}, then "${first.rule}"; the last was not carried out`;
    ledger.event('ALERT', null, { message, reason: 'ruleLoop' });
    await ledger.flush(tx);
  }
}
