import { type Condition, holds } from '../model/condition.ts';
import { tagFilter } from '../model/contact.ts';
import type { Kind } from '../model/kind.ts';
import type { Trigger } from '../model/rule.ts';
import type { KeptRule } from '../store/rule-shapes.ts';
import type { Entity } from '../store/shapes.ts';
import type { EntityQuery, Position, Store } from '../store/store.ts';
import type { SyncContext } from './context.ts';
import { knownSince } from './feed.ts';
import { isWaitingForPlan } from './plan.ts';
import { isAtWork } from './rule-book.ts';
import { createBrake } from './rule-brake.ts';
import { fire } from './rule-fire.ts';
import { subjectsOf } from './rule-occasion.ts';

/** How far a rule's pass has come, and when the next is due; kept in a setting, so that a crash costs one page. */
type Pass = {
  readonly version: number;
  readonly dueAt: number;
  /** What happened behind this event is still to be looked at. */
  readonly seen: number;
  /** Where a look at everything stands; null: it has ended, from now on only what happens is looked at. */
  readonly from: { readonly value: Position['value']; readonly id: string } | 'start' | null;
};

type Scheduled = KeptRule & { readonly rule: { readonly trigger: Extract<Trigger, { every: number }> } };

const PAGE = 200;
const HEADS = 1_000;
/** So many firings stand in one transaction, which holds up everybody else's. */
const AT_ONCE = 20;
/** While a first sync goes on, scheduled rules wait and look again after so long. */
const FIRST_SYNC_MS = 60_000;

/**
 * The rules that run on a schedule. A pass looks at everything once, and then only at what happened since the pass before: it costs
 * by what changed, not by what there is.
 */
export function createPasses(context: SyncContext): { work(): Promise<number>; nextDue(): Promise<number | null> } {
  const { store, clock } = context;
  const passes = new Map<string, Pass>();
  let waits = false;

  async function scheduled(): Promise<Scheduled[]> {
    return (await store.rules.all()).filter(
      (kept): kept is Scheduled => isAtWork(kept) && 'every' in kept.rule.trigger,
    );
  }

  async function passOf({ rule, version, activeFrom }: Scheduled): Promise<Pass> {
    const known = passes.get(rule.id) ?? ((await store.settings.get(keyOf(rule.id))) as Pass | undefined);
    const pass =
      known?.version === version ? known : { version, dueAt: clock.now(), seen: activeFrom, from: 'start' as const };
    passes.set(rule.id, pass);
    return pass;
  }

  return {
    async work() {
      const now = clock.now();
      waits = false;
      for (const kept of await scheduled()) {
        const pass = await passOf(kept);
        if (pass.dueAt > now) continue;
        if ((await isWaitingForPlan(store)) || (await isFirstSync(context, kept.rule.trigger.kind))) {
          waits = true;
          return 0;
        }
        passes.delete(kept.rule.id);
        passes.set(kept.rule.id, await step(context, kept, pass));
        context.wake();
        return 1;
      }
      return 0;
    },
    async nextDue() {
      const dues = await Promise.all((await scheduled()).map(async (kept) => (await passOf(kept)).dueAt));
      if (dues.length === 0) return null;
      return waits ? clock.now() + FIRST_SYNC_MS : Math.min(...dues);
    },
  };
}

function keyOf(ruleId: string): string {
  return `rules:pass:${ruleId}`;
}

/** The event up to which all scheduled rules have looked; null where none looks at what happens. */
export async function passedUpTo(store: Store): Promise<number | null> {
  const passes = await store.settings.list(keyOf(''));
  const running = (await store.rules.all()).filter(({ rule }) => rule.enabled && 'every' in rule.trigger);
  const seen = running.flatMap(({ rule }) => (passes.get(keyOf(rule.id)) as Pass | undefined)?.seen ?? []);
  return seen.length > 0 ? Math.min(...seen) : null;
}

/** True while a system that lets us in has not been read to its end: half of what is known is no ground to act on. */
async function isFirstSync(context: SyncContext, kind: Kind = 'contact'): Promise<boolean> {
  for (const { id, source, health } of context.connections.values()) {
    if (!source.collections[kind] || health().state === 'UNAUTHORIZED') continue;
    if ((await knownSince(context.store, id, kind)) === null) return true;
  }
  return false;
}

/** One page of one pass; answers where it then stands. */
async function step(context: SyncContext, kept: Scheduled, pass: Pass): Promise<Pass> {
  const { store } = context;
  const { every, kind } = kept.rule.trigger;
  const now = context.clock.now();
  const over = (seen: number): Pass => ({ version: kept.version, dueAt: now + every, seen, from: null });
  if (kind === undefined) return tick(context, kept, pass);
  if (pass.from !== null) {
    // What happens while everything is looked at is looked at afterwards.
    const seen = pass.from === 'start' ? await store.events.lastSeq() : pass.seen;
    const from = pass.from === 'start' ? null : pass.from;
    const query = { kind, ...narrowed(kept.rule.when), order: { by: 'createdAt', direction: 'asc' } } as const;
    const page = await store.entities.page(query, { limit: PAGE, forward: true, from });
    if (!(await consider(context, kept, page.items))) return pass;
    const next = page.more ? (page.positions.at(-1) ?? null) : null;
    return keep(store, kept, { ...pass, seen, from: next });
  }
  const heads = await store.events.heads(pass.seen, HEADS);
  const ids = heads.filter(({ type }) => type === kind).flatMap(({ entityId }) => entityId ?? []);
  if (!(await consider(context, kept, [...(await store.entities.get([...new Set(ids)])).values()]))) return pass;
  const seen = heads.at(-1)?.seq ?? pass.seen;
  return keep(store, kept, heads.length < HEADS ? over(seen) : { ...pass, seen });
}

async function keep(store: Store, { rule }: Scheduled, pass: Pass): Promise<Pass> {
  await store.settings.put(keyOf(rule.id), pass);
  return pass;
}

/** A rule about nothing in particular: fires once every time, however many times were missed. */
async function tick(context: SyncContext, kept: Scheduled, pass: Pass): Promise<Pass> {
  const { rule, version } = kept;
  const now = context.clock.now();
  const cause = `time:${version}:${pass.dueAt}`;
  const next = { ...pass, dueAt: now + rule.trigger.every, from: null };
  await context.store.transaction(async (tx) => {
    const done = await tx.firings.known(rule.id, [cause]);
    const fires = !done.has(cause) && (await createBrake(context).allows(tx, kept));
    if (fires) await fire(context, tx, rule, { cause, event: null, entity: null, chain: [] });
    await keep(tx, kept, next);
  });
  return next;
}

/** Fires on those entities for which the condition holds, on each once; false where it was paused before it came to the end of them. */
async function consider(context: SyncContext, kept: Scheduled, entities: readonly Entity[]): Promise<boolean> {
  const { store } = context;
  const { rule, version } = kept;
  const { again } = rule.trigger;
  const period = again === undefined ? '' : `:${Math.floor(context.clock.now() / again)}`;
  const subjectOf = await subjectsOf(store, rule.when ? entities : [], [rule.when]);
  const matching = entities.filter(
    (entity) => entity.deletedAt === null && (!rule.when || holds(rule.when, subjectOf(entity))),
  );
  const brake = createBrake(context);
  for (let first = 0; first < matching.length; first += AT_ONCE) {
    const part = matching.slice(first, first + AT_ONCE);
    const causeOf = ({ id }: Entity) => `entity:${id}:${version}${period}`;
    const isThrough = await store.transaction(async (tx) => {
      const done = await tx.firings.known(rule.id, part.map(causeOf));
      for (const entity of part.filter((one) => !done.has(causeOf(one)))) {
        if (!(await brake.allows(tx, kept))) return false;
        await fire(context, tx, rule, { cause: causeOf(entity), event: null, entity, chain: [] });
      }
      return true;
    });
    if (!isThrough) return false;
    // The embedded database works in this thread: between two transactions callers get their turn.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return true;
}

/** What of a condition an index answers; the rest is asked of each entity. */
function narrowed(when: Condition | null): Pick<EntityQuery, 'filterKeys' | 'system'> {
  const parts = when === null ? [] : 'all' in when ? when.all : [when];
  const tags = parts.flatMap((part) => ('tag' in part ? tagFilter(part.tag) : []));
  const [system] = parts.flatMap((part) => ('heldBy' in part ? part.heldBy : []));
  return { ...(tags.length > 0 && { filterKeys: tags }), ...(system !== undefined && { system }) };
}
