import { CHILD_KINDS, type Kind } from '../model/kind.ts';
import { inwardRow, type MappingRow } from '../model/mapping.ts';
import { type Policy, policyOf } from '../model/policy.ts';
import type { Conflict, Entity, LinkedRecord, Snapshot } from '../store/shapes.ts';
import type { Store } from '../store/store.ts';
import type { SyncContext } from './context.ts';
import { createMatcher, type Matcher } from './identity.ts';
import { readPolicies } from './policies.ts';
import { sentValues, type WasSent } from './sent.ts';

/** An entity whose value stood against a record's. */
export interface Correction {
  readonly entity: Entity;
  readonly fields: readonly string[];
}

/** What the news of one reading can touch, loaded in a handful of statements. */
export interface World {
  readonly system: string;
  readonly kind: Kind;
  readonly now: number;
  readonly entities: Map<string, Entity>;
  /** Record id to entity id. */
  readonly linked: Map<string, string>;
  /** Contact record id to contact entity id. */
  readonly parents: Map<string, string>;
  /** Entity id to its records in all systems. */
  readonly records: Map<string, LinkedRecord[]>;
  /** Entity id to its conflicts that wait for a person. */
  readonly disputes: Map<string, Conflict[]>;
  /** Which entity field this system's word decides a dispute about. */
  readonly owns: (system: string, field: string) => boolean;
  /** Which entity field this system only fills where it is empty. */
  readonly onlyFills: (field: string) => boolean;
  /** True if a write of ours that may be under way would make the record say so. */
  readonly wasSent: WasSent;
  readonly policy: Policy;
  /** True if so much is gone at once that no other system is to be told. */
  readonly breaker: boolean;
  /** Entities that the policy deletes in the other systems too. */
  readonly deletions: Entity[];
  readonly matcher: Matcher;
  /** By entity id: the fields in which this system's record lost a dispute and must be told. */
  readonly corrections: Map<string, Correction>;
  /** A plan waits for a person: nothing is linked across systems, and nobody is told. */
  readonly waiting: boolean;
  /** The records are as they were: they are only understood in another way. */
  readonly again: boolean;
  /** Records that may be what a creation under way makes: they are looked at again once that is settled. */
  readonly unclear: Snapshot[];
}

/** Loads it inside the transaction that will settle the news. */
export async function loadWorld(
  context: SyncContext,
  tx: Store,
  place: Pick<World, 'system' | 'kind' | 'breaker' | 'waiting' | 'again'>,
  news: readonly Snapshot[],
): Promise<World> {
  const { system, kind } = place;
  const linked = await tx.links.find(
    system,
    kind,
    news.map((snapshot) => snapshot.recordId),
  );
  const unlinked = news.filter((snapshot) => !linked.has(snapshot.recordId));
  const contactIds = [...new Set(news.flatMap((snapshot) => snapshot.contactRecordId ?? []))];
  const isChild = (CHILD_KINDS as readonly Kind[]).includes(kind);
  const parents = isChild ? await tx.links.find(system, 'contact', contactIds) : new Map<string, string>();
  const matcher = await createMatcher(tx, { system, kind, unlinked, parents, waiting: place.waiting });
  const others = [...new Set(linked.values())].filter((id) => !matcher.candidates.has(id));
  const entityIds = [...matcher.candidates.keys(), ...others];
  return {
    ...place,
    now: context.clock.now(),
    entities: new Map([...matcher.candidates, ...(await tx.entities.get(others))]),
    linked,
    parents,
    records: new Map([...matcher.records, ...(await tx.snapshots.ofEntities(others))]),
    disputes: await openConflicts(tx, entityIds),
    owns: ownership(context, kind),
    onlyFills: (field) => !overwrites(inwardRow(context.mappings.of(system, kind), field)),
    wasSent: await sentValues(tx, system, [...linked.values()]),
    policy: policyOf(await readPolicies(tx), system, kind),
    matcher,
    corrections: new Map(),
    deletions: [],
    unclear: [],
  };
}

async function openConflicts(tx: Store, entityIds: readonly string[]): Promise<Map<string, Conflict[]>> {
  const all = await tx.conflicts.of(entityIds);
  return new Map([...all].map(([id, conflicts]) => [id, conflicts.filter(({ open }) => open)]));
}

function overwrites(row: MappingRow | undefined): boolean {
  return row?.when === undefined || row.when === 'always';
}

function ownership(context: SyncContext, kind: Kind): World['owns'] {
  return (system, field) => inwardRow(context.mappings.of(system, kind), field)?.owner ?? false;
}
