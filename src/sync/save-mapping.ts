import { Problem } from '../base/errors.ts';
import { models } from '../model/index.ts';
import { KINDS, type Kind } from '../model/kind.ts';
import type { Mapping } from '../model/mapping.ts';
import { checkMapping, type MappingFault } from '../model/mapping-check.ts';
import { canonical } from '../model/merge.ts';
import type { Run } from '../store/shapes.ts';
import type { Store } from '../store/store.ts';
import type { System } from './connection.ts';
import type { SyncContext } from './context.ts';
import { Ledger } from './ledger.ts';
import { type KnownMapping, keepMapping, mappingOf } from './mappings.ts';
import { beginRemap, countChanges, type MappingEffect } from './remap.ts';

/** More of a system's records than this share are only changed by a mapping where the caller says so. */
export const MOST_UNASKED = 0.05;

/** A mapping that somebody wants in force, already read. */
export interface MappingWish {
  readonly system: string;
  readonly kind: Kind;
  readonly rows: Mapping;
  readonly why: string | null;
  /** The version it was made from: refused with CONFLICT where another is in force. Null: whatever is. */
  readonly basedOn: number | null;
  readonly confirm: boolean;
  /** Whether what is mapped anew is written to the records at once, instead of with the next change. */
  readonly writeNow: boolean;
  readonly actor: string | null;
  /** Under which what comes of it is told. */
  readonly correlationId: string;
}

/** What became of the wish; where it was not put in force, nothing is changed. */
export type MappingOutcome =
  | { readonly became: 'refused'; readonly faults: readonly MappingFault[] }
  | { readonly became: 'unconfirmed'; readonly effect: MappingEffect }
  | { readonly became: 'unchanged'; readonly mapping: KnownMapping }
  | { readonly became: 'saved'; readonly mapping: KnownMapping; readonly effect: MappingEffect; readonly run: Run };

/** Checks a mapping against what is known now, of its system's records and of the other systems' mappings, or those wished `together`. */
export async function faultsOf(
  context: SyncContext,
  system: System,
  kind: Kind,
  rows: Mapping,
  together: readonly Pick<MappingWish, 'system' | 'kind' | 'rows'>[] = [],
) {
  const known = await context.discovery.fields(system, kind);
  // Where the system did not describe its records, those at hand do not show every field it has.
  const fields = known.some((field) => field.known === 'described') ? known : null;
  const wished = (id: string) => together.find((wish) => wish.system === id && wish.kind === kind)?.rows;
  const others = context.systems
    .filter(({ id }) => id !== system.id)
    .map(({ id, mapping }) => wished(id) ?? mapping(kind));
  return checkMapping(models[kind], rows, { fields, others });
}

/** Puts a mapping in force: from then on records are read and written by it, and those at hand are mapped anew. */
export async function saveMapping(context: SyncContext, wish: MappingWish): Promise<MappingOutcome> {
  const [outcome] = await saveMappings(context, [wish]);
  if (!outcome) throw new Error('a wish has no outcome');
  return outcome;
}

/** The same for several that belong together, in one transaction: where one is not put in force, none is. */
export async function saveMappings(
  context: SyncContext,
  wishes: readonly MappingWish[],
): Promise<readonly MappingOutcome[]> {
  await context.mappings.renew(context.store);
  const looks: Look[] = [];
  for (const wish of wishes) looks.push(await look(context, wish, wishes));
  const outcomes = looks.flatMap((one) => ('became' in one ? [one] : []));
  const isStopped = outcomes.some(({ became }) => became === 'refused' || became === 'unconfirmed');
  if (isStopped || outcomes.length === looks.length) return outcomes;
  const saved = await context.store.transaction(async (tx) => {
    const all: MappingOutcome[] = [];
    for (const one of looks)
      all.push('became' in one ? one : { became: 'saved', effect: one.effect, ...(await keep(context, tx, one)) });
    return all;
  });
  await context.mappings.renew(context.store);
  context.wake();
  return saved;
}

/** A wish that can be put in force, or why not. */
type Look = Ready | Exclude<MappingOutcome, { readonly became: 'saved' }>;

interface Ready {
  readonly wish: MappingWish;
  readonly before: KnownMapping;
  readonly effect: MappingEffect;
}

async function look(context: SyncContext, wish: MappingWish, together: readonly MappingWish[]): Promise<Look> {
  const { kind, rows } = wish;
  const system = systemOf(context, wish.system);
  const before = context.mappings.known(system.id, kind);
  refuseOvertaken(before, wish.basedOn);
  const faults = await faultsOf(context, system, kind, rows, together);
  if (faults.length > 0) return { became: 'refused', faults };
  if (canonical(rows) === canonical(before.rows)) return { became: 'unchanged', mapping: before };
  const effect = await countChanges(context, system.id, kind, rows);
  if (!wish.confirm && effect.records > effect.total * MOST_UNASKED) return { became: 'unconfirmed', effect };
  return { wish, before, effect };
}

/** The same with the rows of an earlier version; 0 is what the system ships. */
export async function rollbackMapping(
  context: SyncContext,
  version: number,
  wish: Omit<MappingWish, 'rows' | 'why' | 'basedOn'>,
): Promise<MappingOutcome> {
  systemOf(context, wish.system);
  const rows = await mappingOf(context.mappings, context.store, wish.system, wish.kind, version);
  return saveMapping(context, { ...wish, rows, why: `Back to version ${version}`, basedOn: null });
}

async function keep(context: SyncContext, tx: Store, { wish, before, effect }: Ready) {
  await context.mappings.renew(tx);
  refuseOvertaken(context.mappings.known(wish.system, wish.kind), before.version);
  return putInForce(context, tx, wish, before.version, `${effect.records} of ${effect.total} records read differently`);
}

/** Puts checked rows in force as the version after `from`, tells of it, and begins to map the stored records anew. */
export async function putInForce(
  context: Pick<SyncContext, 'clock' | 'newId'>,
  tx: Store,
  { system, kind, rows, why, actor, correlationId, writeNow }: Omit<MappingWish, 'basedOn' | 'confirm'>,
  from: number,
  effect: string,
) {
  const version = from + 1;
  const mapping = { system, kind, version, rows, actor, why, at: context.clock.now() };
  await keepMapping(tx, mapping);
  const ledger = new Ledger(context, { origin: 'gateway', actor, runId: null, correlationId, ...(why && { why }) });
  const message = `Version ${version} of ${kind}s: ${effect}`;
  ledger.event('MAPPING_CHANGED', null, { system, message });
  await ledger.flush(tx);
  const run = await beginRemap(context, tx, { system, kind, version, from, writeNow, actor });
  return { mapping, run };
}

function systemOf(context: SyncContext, id: string): System {
  const system = context.systems.find((candidate) => candidate.id === id);
  if (system) return system;
  const known = context.systems.map((candidate) => candidate.id).join(', ');
  throw new Problem('NOT_FOUND', `"${id}" is not a system; the systems are ${known}`, 'never', {
    path: ['input', 'system'],
  });
}

function refuseOvertaken({ version, kind }: KnownMapping, basedOn: number | null): void {
  if (basedOn === null || basedOn === version) return;
  const text = `version ${version} of the mapping of ${kind}s is in force, not ${basedOn}; look at it and try again`;
  throw new Problem('CONFLICT', text, 'never', { path: ['input', 'basedOn'] });
}

/** The mappings in force of the systems that have that kind, or of some of them. */
export function mappingsInForce(
  context: SyncContext,
  { system, kind }: { readonly system?: string | undefined; readonly kind?: Kind | undefined },
): readonly KnownMapping[] {
  const systems = system === undefined ? context.systems : [systemOf(context, system)];
  return systems.flatMap(({ id }) =>
    (kind === undefined ? KINDS : [kind])
      .map((one) => context.mappings.known(id, one))
      .filter(({ rows, version }) => rows.length > 0 || version > 0),
  );
}
