import { Problem } from '../base/errors.ts';
import type { Entity, Proposal } from '../store/shapes.ts';
import type { Position, Store } from '../store/store.ts';
import type { Cause, SyncContext } from './context.ts';
import { holders } from './holder.ts';
import { joinContacts } from './join-contacts.ts';
import { Ledger } from './ledger.ts';
import { isWaitingForPlan, undecided } from './plan.ts';

/** Which proposals a person decides about: these, or all undecided ones of at least that score. */
export type Choice = { readonly ids: readonly string[] } | { readonly minScore: number };

/** What came of a decision. `settled` counts the chosen proposals that other decisions had answered when their turn came. */
export interface Decided {
  readonly done: number;
  readonly settled: number;
  readonly refused: readonly Refused[];
}

/** A proposal about which nothing could be decided, and why. */
export interface Refused {
  readonly id: string;
  readonly problem: Problem;
}

/** So many are decided in one transaction; behind it readers and other writers get their turn. */
const PER_TRANSACTION = 20;

/**
 * Makes one contact of the two of each chosen proposal, best first, so that chains and groups come out as one. While the plan waits
 * nothing is written to any system by that. A proposal that cannot be approved is refused and holds up no other.
 */
export async function approveMerges(context: SyncContext, choice: Choice, cause: Cause): Promise<Decided> {
  const { refused, open } = await choose(context.store, choice);
  let [done, settled] = [0, 0];
  for await (const ids of open) {
    const outcomes = await context.store.transaction(async (tx) => {
      const results: ('done' | 'settled' | Refused)[] = [];
      const waiting = await isWaitingForPlan(tx);
      for (const id of ids) results.push(await approve(context, tx, id, { cause, waiting }));
      return results;
    });
    done += outcomes.filter((outcome) => outcome === 'done').length;
    settled += outcomes.filter((outcome) => outcome === 'settled').length;
    refused.push(...outcomes.filter((outcome) => typeof outcome === 'object'));
    context.wake();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { done, settled, refused };
}

/** Keeps the two contacts of each of these proposals apart for good; one that is rejected already stays so. */
export async function rejectMerges(context: SyncContext, ids: readonly string[]): Promise<Decided> {
  const decided = await context.store.transaction(async (tx) => {
    const { found, refused } = await lookUp(tx, ids, 'APPROVED');
    const open = found.filter(({ state }) => state === 'PROPOSED');
    const decidedAt = context.clock.now();
    await tx.proposals.put(open.map((proposal) => ({ ...proposal, state: 'REJECTED', decidedAt })));
    const contactIds = open.flatMap(({ entityId, intoId }) => [entityId, intoId]);
    const asked = await undecided(tx, contactIds);
    await tx.outbox.hasten({ entityIds: contactIds.filter((id) => !asked.has(id)) });
    return { done: open.length, settled: found.length - open.length, refused };
  });
  // What waited for the decision is created now.
  context.wake();
  return decided;
}

/** The ids of the undecided ones in portions, best first, and what was chosen in vain. */
async function choose(
  store: Store,
  choice: Choice,
): Promise<{ refused: Refused[]; open: Iterable<string[]> | AsyncIterable<string[]> }> {
  if ('minScore' in choice) return { refused: [], open: byScore(store, choice.minScore) };
  const { found, refused } = await lookUp(store, choice.ids, 'APPROVED', 'REJECTED');
  const ids = found.sort((a, b) => b.score - a.score).map(({ id }) => id);
  const count = Math.ceil(ids.length / PER_TRANSACTION);
  const portions = Array.from({ length: count }, (_, i) => ids.slice(i * PER_TRANSACTION, (i + 1) * PER_TRANSACTION));
  return { refused, open: portions };
}

/** Each portion is read when the one before it is decided. */
async function* byScore(store: Store, minScore: number): AsyncIterable<string[]> {
  for (let from: Position | null = null; ; ) {
    const page = await store.proposals.page(
      { state: 'PROPOSED', minScore },
      { limit: PER_TRANSACTION, forward: true, from },
    );
    if (page.items.length > 0) yield page.items.map(({ id }) => id);
    from = page.positions.at(-1) ?? null;
    if (!page.more || from === null) return;
  }
}

async function lookUp(
  tx: Store,
  ids: readonly string[],
  ...decided: readonly Proposal['state'][]
): Promise<{ found: Proposal[]; refused: Refused[] }> {
  const known = await tx.proposals.get(ids);
  const refused = [...new Set(ids)].flatMap((id): Refused[] => {
    const state = known.get(id)?.state;
    if (state === undefined)
      return [
        { id, problem: new Problem('NOT_FOUND', 'There is no such proposal, or another one asks the same by now') },
      ];
    if (!decided.includes(state)) return [];
    return [{ id, problem: new Problem('CONFLICT', `It is ${state} already`) }];
  });
  const found = [...known.values()].filter(({ state }) => !decided.includes(state));
  return { found, refused };
}

async function approve(
  context: SyncContext,
  tx: Store,
  id: string,
  { cause, waiting }: { cause: Cause; waiting: boolean },
): Promise<'done' | 'settled' | Refused> {
  // One that was decided just before may have answered this one.
  const proposal = (await tx.proposals.get([id])).get(id);
  if (proposal?.state !== 'PROPOSED') return 'settled';
  try {
    const pair = await pairOf(tx, proposal, waiting);
    const ledger = new Ledger(context, cause);
    await joinContacts(context, tx, ledger, pair);
    if (waiting) ledger.withhold();
    await ledger.flush(tx);
    return 'done';
  } catch (thrown) {
    if (!(thrown instanceof Problem) || thrown.code === 'INTERNAL') throw thrown;
    return { id, problem: thrown };
  }
}

/** The two contacts as they are now; a Problem where they cannot be joined. */
async function pairOf(
  tx: Store,
  { entityId, intoId }: Proposal,
  waiting: boolean,
): Promise<{ into: Entity; from: Entity }> {
  const ids = [entityId, intoId];
  const entities = await tx.entities.get(ids);
  const [from, into] = ids.map((id) => entities.get(id));
  if (!from || !into || from.deletedAt !== null || into.deletedAt !== null)
    throw new Problem('NOT_FOUND', 'One of the two contacts is gone');
  const records = await tx.snapshots.ofEntities(ids);
  const [held, holding] = ids.map((id) => holders(records.get(id) ?? []));
  const both = [...(held ?? [])].find((system) => holding?.has(system));
  if (both !== undefined)
    throw new Problem('CONFLICT', `${both} keeps the two as two; mergeContacts joins them all the same`);
  const open = (await tx.outbox.openOf([entityId])).get(entityId) ?? [];
  if (waiting && open.some(({ status }) => status === 'QUEUED'))
    throw new Problem(
      'CONFLICT',
      `What a caller changed in ${entityId} is still being written; try again then`,
      'later',
    );
  return { into, from };
}
