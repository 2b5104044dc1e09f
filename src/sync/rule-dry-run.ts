import { holds } from '../model/condition.ts';
import { follows, MOST_PER_HOUR, type Rule } from '../model/rule.ts';
import { concerns } from '../model/rule-cause.ts';
import { needsContact } from '../model/rule-check.ts';
import { actionInWords } from '../model/rule-summary.ts';
import { filledIn, wordsOf } from '../model/rule-words.ts';
import type { Entity, EventHead, LoggedEvent } from '../store/shapes.ts';
import type { Store } from '../store/store.ts';
import type { SyncContext } from './context.ts';
import { subjectOf } from './rule-fire.ts';
import { chains } from './rule-follow.ts';
import { causeOf, subjectsOf } from './rule-occasion.ts';

/** What a rule would have done about the newest events. */
export interface DryRun {
  readonly events: number;
  /** When the oldest event looked at was; null where there is none. */
  readonly since: number | null;
  readonly firings: number;
  readonly entities: number;
  readonly withoutContact: number;
  readonly busiestHour: number;
  readonly wouldPause: boolean;
  /** Newest first. */
  readonly examples: readonly { readonly eventSeq: number | null; readonly entityId: string; readonly would: string }[];
}

/** Something the rule would have fired on; the event is null for a rule on a schedule. */
interface Hit {
  readonly event: LoggedEvent | null;
  readonly at: number;
  readonly entity: Entity;
}

/** The most events that a dry run looks at. */
export const MOST_EVENTS = 10_000;

const PAGE = 500;
const MOST_EXAMPLES = 50;
const HOUR_MS = 3_600_000;

/**
 * Lets a rule answer to the newest events without doing anything. Reads page by page, so that others get their turn between two; what it
 * asks conditions of, and fills texts in with, is how things are now.
 */
export async function dryRun(
  context: SyncContext,
  rule: Omit<Rule, 'name' | 'enabled'>,
  events: number,
): Promise<DryRun> {
  const { store } = context;
  const hits: { at: number; entityId: string; contactId: string | null }[] = [];
  const examples: DryRun['examples'][number][] = [];
  const seen = new Set<string>();
  let looked = 0;
  let oldest = (await store.events.lastSeq()) + 1;
  while (looked < events && !context.stopping.aborted) {
    const heads = await store.events.headsBefore(oldest, Math.min(PAGE, events - looked));
    const found = await hitsAmong(context, rule, heads, seen);
    for (const { at, entity } of found) hits.push({ at, entityId: entity.id, contactId: contactOf(entity) });
    examples.push(...(await inWords(context, rule, found.slice(0, MOST_EXAMPLES - examples.length))));
    looked += heads.length;
    oldest = heads.at(-1)?.seq ?? oldest;
    if (heads.length < PAGE) break;
    // The embedded database works in this thread: between two pages callers get their turn.
    await new Promise((resolve) => setImmediate(resolve));
  }
  const [first] = looked === 0 ? [] : (await store.events.get([oldest])).values();
  const busiestHour = busiest(hits.map(({ at }) => at));
  return {
    events: looked,
    since: first?.at ?? null,
    firings: hits.length,
    entities: new Set(hits.map(({ entityId }) => entityId)).size,
    withoutContact: await countWithout(store, rule, hits),
    busiestHour,
    wouldPause: busiestHour > (rule.mostPerHour ?? MOST_PER_HOUR),
    examples,
  };
}

/** What the rule would have fired on among these events, in their order; `seen` are the things that a schedule has looked at. */
async function hitsAmong(
  context: SyncContext,
  rule: Omit<Rule, 'name' | 'enabled'>,
  heads: readonly EventHead[],
  seen: Set<string>,
): Promise<Hit[]> {
  const { store } = context;
  const { trigger, when } = rule;
  const systems = new Set(context.systems.map(({ id }) => id));
  const concerned = heads.filter((head) => {
    const cause = causeOf(head, null);
    if ('every' in trigger) return trigger.kind !== undefined && head.type === trigger.kind && head.entityId !== null;
    return cause !== null && concerns(trigger, cause, systems);
  });
  const events = await store.events.get(concerned.map(({ seq }) => seq));
  const entities = await store.entities.get([...new Set(concerned.flatMap(({ entityId }) => entityId ?? []))]);
  const askedOf = await subjectsOf(store, when ? [...entities.values()] : [], [when]);
  const chainOf = await chains(store, [...events.values()]);
  return concerned.flatMap(({ seq }): Hit[] => {
    const event = events.get(seq);
    const entity = entities.get(event?.entityId ?? '');
    if (!event || !entity || (when && !holds(when, askedOf(entity)))) return [];
    if ('every' in trigger) {
      if (entity.deletedAt !== null || seen.has(entity.id)) return [];
      seen.add(entity.id);
      return [{ event: null, at: event.at, entity }];
    }
    const cause = causeOf(event, event);
    const fires = cause !== null && concerns(trigger, cause, systems) && follows(rule.id, chainOf(event)) === 'yes';
    return fires ? [{ event, at: event.at, entity }] : [];
  });
}

async function inWords(
  context: SyncContext,
  { actions }: Pick<Rule, 'actions'>,
  hits: readonly Hit[],
): Promise<DryRun['examples']> {
  const contacts = await context.store.entities.get([
    ...new Set(hits.flatMap(({ entity }) => contactOf(entity) ?? [])),
  ]);
  return hits.map(({ event, entity }) => {
    const found = contacts.get(contactOf(entity) ?? '');
    const contact = found?.deletedAt === null ? found : null;
    const words = wordsOf(subjectOf(context, { event, entity, contact }));
    const possible = actions.filter((action) => contact !== null || !needsContact(action));
    const would = possible.map((action) => actionInWords(filledIn(action, words))).join('; ');
    return {
      eventSeq: event?.seq ?? null,
      entityId: entity.id,
      would: would || 'do nothing: there is no contact it belongs to',
    };
  });
}

/** How many of these found no living contact for what the rule does. */
async function countWithout(
  store: Store,
  { actions }: Pick<Rule, 'actions'>,
  hits: readonly { readonly contactId: string | null }[],
): Promise<number> {
  if (!actions.some(needsContact)) return 0;
  const contacts = await store.entities.get([...new Set(hits.flatMap(({ contactId }) => contactId ?? []))]);
  return hits.filter(({ contactId }) => contacts.get(contactId ?? '')?.deletedAt !== null).length;
}

function contactOf({ id, kind, contactId }: Entity): string | null {
  return kind === 'contact' ? id : contactId;
}

/** The most of these times that lie within one hour. */
export function busiest(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  let first = 0;
  return sorted.reduce((most, at, last) => {
    while ((sorted[first] ?? at) <= at - HOUR_MS) first += 1;
    return Math.max(most, last - first + 1);
  }, 0);
}
