import type { Proposal } from '../store/shapes.ts';
import type { Store } from '../store/store.ts';
import { holders } from './holder.ts';

/** That one contact became part of another, as far as proposals go. */
export interface Joined {
  readonly from: string;
  readonly into: string;
  readonly at: number;
}

/** What becomes of proposals: those that change, and those that ask what another one asks already. */
export interface Settled {
  readonly changed: readonly Proposal[];
  readonly dropped: readonly string[];
}

/** Settles the proposals that a join answers or changes; to be called in its transaction, before its links are written. */
export async function settleProposals(tx: Store, joined: Joined): Promise<void> {
  const { from, into } = joined;
  const about = await tx.proposals.about([from, into]);
  if (about.length === 0) return;
  const ids = [...new Set([from, into, ...about.flatMap(({ entityId, intoId }) => [entityId, intoId])])];
  const records = await tx.snapshots.ofEntities(ids);
  const keepersOf = (id: string) => holders(records.get(id) ?? []);
  const keepers = new Set([...keepersOf(from), ...keepersOf(into)]);
  const isApart = (id: string) => [...keepersOf(id)].some((system) => keepers.has(system));
  const { changed, dropped } = settled(about, joined, isApart);
  await tx.proposals.put(changed);
  await tx.proposals.remove(dropped);
}

/**
 * What a join means for the undecided and rejected proposals about the two. What was asked of `from` is now asked of `into`, once;
 * what a person rejected of either holds for both; what a system keeps apart (`isApart`, asked of a third contact) is rejected.
 */
export function settled(about: readonly Proposal[], joined: Joined, isApart: (id: string) => boolean): Settled {
  const { from, into, at } = joined;
  const answered = about.filter((proposal) => takesPart(proposal, from) && takesPart(proposal, into));
  const changed: Proposal[] = answered.map((proposal) => ({ ...proposal, state: 'APPROVED', decidedAt: at }));
  const dropped: string[] = [];
  const rest = about.filter((proposal) => !answered.includes(proposal));
  for (const third of new Set(rest.map((proposal) => thirdOf(proposal, joined)))) {
    const [best, ...same] = rest.filter((proposal) => takesPart(proposal, third)).sort(rejectedThenBest);
    if (!best) continue;
    dropped.push(...same.map(({ id }) => id));
    const moved = replace(best, from, into);
    if (best.state === 'PROPOSED' && isApart(third)) changed.push({ ...moved, state: 'REJECTED', decidedAt: at });
    else if (moved !== best) changed.push(moved);
  }
  return { changed, dropped };
}

function takesPart({ entityId, intoId }: Proposal, contactId: string): boolean {
  return entityId === contactId || intoId === contactId;
}

function thirdOf({ entityId, intoId }: Proposal, { from, into }: Joined): string {
  return entityId === from || entityId === into ? intoId : entityId;
}

function rejectedThenBest(a: Proposal, b: Proposal): number {
  if (a.state !== b.state) return a.state === 'REJECTED' ? -1 : 1;
  return b.score - a.score;
}

function replace(proposal: Proposal, from: string, into: string): Proposal {
  if (!takesPart(proposal, from)) return proposal;
  const put = (id: string) => (id === from ? into : id);
  return { ...proposal, entityId: put(proposal.entityId), intoId: put(proposal.intoId) };
}
