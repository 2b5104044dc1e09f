import { models } from '../model/index.ts';
import type { Kind } from '../model/kind.ts';
import type { Mapping } from '../model/mapping.ts';
import { type FieldDiff, type MappingChange, outcomeOf } from '../model/mapping-outcome.ts';
import type { Entity, LinkedRecord, Snapshot } from '../store/shapes.ts';
import type { System } from './connection.ts';
import type { SyncContext } from './context.ts';
import { isKept } from './holder.ts';
import { canWrite } from './writable.ts';
import { type WriteCost, writeCost } from './write-cost.ts';

/** A mapping to be tried. */
export interface MappingTrial {
  readonly system: System;
  readonly kind: Kind;
  readonly mapping: Mapping;
}

/** One record that the mapping would change something about. */
export interface DryRunExample {
  readonly recordId: string;
  readonly entityId: string | null;
  readonly inward: readonly FieldDiff[];
  readonly outward: readonly FieldDiff[];
}

/** One record that the mapping cannot do everything with. */
export interface DryRunFailure {
  readonly recordId: string;
  readonly reason: string;
  /** The same with the value in question. */
  readonly about: string;
}

/** What a mapping would do to everything that is stored. */
export interface DryRun {
  /** Records looked at. */
  readonly records: number;
  /** Of them, those whose entity would change. */
  readonly inward: number;
  /** Of them, those that would be written to. */
  readonly outward: number;
  /** Of them, those something would fail with; the first of these, and how many there are of each reason. */
  readonly failing: number;
  readonly failures: readonly DryRunFailure[];
  readonly reasons: ReadonlyMap<string, number>;
  /** What the writes would cost, in every system that would be written to. */
  readonly costs: readonly WriteCost[];
  readonly examples: readonly DryRunExample[];
}

const PAGE = 100;
const MOST_EXAMPLES = 10;
const MOST_FAILURES = 20;

/** Tries a mapping on every stored record of its kind, page by page; saves nothing, asks no system for records and lets others work. */
export async function dryRunMapping(context: SyncContext, trial: MappingTrial): Promise<DryRun> {
  const { system, kind, mapping } = trial;
  const described = await context.discovery.fields(system, kind);
  const change: MappingChange = {
    model: models[kind],
    before: system.mapping(kind),
    after: mapping,
    fields: new Map(described.map((field) => [field.field, field])),
  };
  const tally = new Tally(context, trial);
  for (let after: string | undefined; ; ) {
    const page = await context.store.snapshots.list(system.id, kind, {
      limit: PAGE,
      ...(after === undefined ? {} : { after }),
    });
    await tryPage(context, trial, change, page, tally);
    after = page.at(-1)?.recordId;
    if (page.length < PAGE || context.stopping.aborted) return tally.result();
    // The embedded database and the mapping work in this thread: between two pages callers get their turn.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function tryPage(
  { store }: SyncContext,
  { system, kind }: MappingTrial,
  change: MappingChange,
  page: readonly Snapshot[],
  tally: Tally,
): Promise<void> {
  const links = await store.links.find(
    system.id,
    kind,
    page.map(({ recordId }) => recordId),
  );
  const entities = await store.entities.get([...new Set(links.values())]);
  const touched: { readonly entity: Entity; readonly fields: readonly string[] }[] = [];
  for (const snapshot of page) {
    const entity = entities.get(links.get(snapshot.recordId) ?? '') ?? null;
    const living = entity?.deletedAt === null ? entity : null;
    const { inward, outward, faults } = outcomeOf(change, {
      fields: snapshot.fields,
      values: snapshot.values,
      entity: living?.fields ?? null,
      isWritten: snapshot.documentId === null && snapshot.quarantinedAt === null,
    });
    tally.count({ recordId: snapshot.recordId, entityId: living?.id ?? null, inward, outward }, faults);
    if (living && inward.length > 0) touched.push({ entity: living, fields: inward.map(({ field }) => field) });
  }
  const records = await store.snapshots.ofEntities(touched.map(({ entity }) => entity.id));
  for (const { entity, fields } of touched) tally.pass(records.get(entity.id) ?? [], fields);
}

/** Counts what a dry run finds; keeps a few examples and no record. */
class Tally {
  readonly #context: SyncContext;
  readonly #trial: MappingTrial;
  readonly #counts = { records: 0, inward: 0, outward: 0, failing: 0 };
  readonly #failures: DryRunFailure[] = [];
  readonly #reasons = new Map<string, number>();
  readonly #writes = new Map<string, number>();
  readonly #examples: DryRunExample[] = [];

  constructor(context: SyncContext, trial: MappingTrial) {
    this.#context = context;
    this.#trial = trial;
  }

  count(example: DryRunExample, faults: readonly Omit<DryRunFailure, 'recordId'>[]): void {
    const { recordId, inward, outward } = example;
    this.#counts.records += 1;
    if (inward.length > 0) this.#counts.inward += 1;
    if (outward.length > 0) {
      this.#counts.outward += 1;
      this.#write(this.#trial.system.id);
    }
    if (inward.length + outward.length > 0 && this.#examples.length < MOST_EXAMPLES) this.#examples.push(example);
    if (faults.length > 0) this.#counts.failing += 1;
    for (const reason of new Set(faults.map((fault) => fault.reason)))
      this.#reasons.set(reason, (this.#reasons.get(reason) ?? 0) + 1);
    const [first] = faults;
    if (first && this.#failures.length < MOST_FAILURES) this.#failures.push({ recordId, ...first });
  }

  /** Counts the writes to the other systems that keep an entity which would change. */
  pass(records: readonly LinkedRecord[], fields: readonly string[]): void {
    const { system, kind } = this.#trial;
    const keepers = new Set(records.filter(isKept).map((record) => record.system));
    for (const connection of this.#context.connections.values()) {
      if (connection.id === system.id || !keepers.has(connection.id)) continue;
      if (fields.some((field) => canWrite(connection, kind, field, 'updates'))) this.#write(connection.id);
    }
  }

  #write(system: string): void {
    this.#writes.set(system, (this.#writes.get(system) ?? 0) + 1);
  }

  result(): DryRun {
    const costs = [...this.#context.connections.values()].flatMap((connection) => {
      const writes = this.#writes.get(connection.id) ?? 0;
      return writes === 0 ? [] : [writeCost(connection, this.#trial.kind, writes)];
    });
    const reasons = new Map([...this.#reasons].sort(([, a], [, b]) => b - a));
    return { ...this.#counts, failures: this.#failures, reasons, costs, examples: this.#examples };
  }
}
