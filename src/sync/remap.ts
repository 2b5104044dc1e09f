import { z } from 'zod';
import { Problem } from '../base/errors.ts';
import { models } from '../model/index.ts';
import { type Fields, KINDS, type Kind } from '../model/kind.ts';
import { type Mapping, placesOf, toRecord } from '../model/mapping.ts';
import { canonical, differences } from '../model/merge.ts';
import type { Entity, Run, Snapshot } from '../store/shapes.ts';
import type { Store } from '../store/store.ts';
import type { Cause, SyncContext } from './context.ts';
import { openGate } from './gate.ts';
import { takeNews } from './ingest.ts';
import { Ledger } from './ledger.ts';
import { mappingOf } from './mappings.ts';
import { entityValues } from './snapshot.ts';
import type { Job } from './worker.ts';
import { isToldOf } from './writable.ts';

const PREFIX = 'remap:';
const BATCH = 50;
const COUNT_BATCH = 500;

/** Stored records on their way from one mapping to another; kept behind every batch, so that a crash costs none. */
const Remap = z.object({
  system: z.string(),
  kind: z.enum(KINDS),
  version: z.number(),
  /** The version that the records were last mapped by as a whole. */
  from: z.number(),
  /** Whether what is mapped anew is to be written to the records at once. */
  writeNow: z.boolean(),
  actor: z.string().nullable(),
  runId: z.string(),
  /** The last record that is done. */
  after: z.string().nullable(),
});
type Remap = z.infer<typeof Remap>;

/** How many of the stored records would say something else by these rows. */
export interface MappingEffect {
  readonly records: number;
  readonly total: number;
}

/** Counts it, page by page; `stopping` ends it between two pages. */
export async function countChanges(
  context: Pick<SyncContext, 'store' | 'stopping'>,
  system: string,
  kind: Kind,
  rows: Mapping,
): Promise<MappingEffect> {
  let [records, total] = [0, 0];
  let after: string | undefined;
  for (;;) {
    const page = await context.store.snapshots.list(system, kind, { limit: COUNT_BATCH, ...(after && { after }) });
    total += page.length;
    records += page.filter((snapshot) => saysElse(snapshot, rows)).length;
    after = page.at(-1)?.recordId;
    if (page.length < COUNT_BATCH) return { records, total };
    if (context.stopping.aborted) throw new Problem('UNAVAILABLE', 'The gateway is being stopped', 'later');
    // Callers get their turn between two pages.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function saysElse({ system, kind, fields, values }: Snapshot, rows: Mapping): boolean {
  return Object.keys(differences(values, entityValues(system, kind, rows, fields))).length > 0;
}

type Tools = Pick<SyncContext, 'clock' | 'newId'>;

/** What begins a remap. */
export type RemapRequest = Pick<Remap, 'system' | 'kind' | 'version' | 'from' | 'writeNow' | 'actor'>;

/** Begins it, in the transaction that puts the mapping in force; it takes the place of one that is under way. Answers its run. */
export async function beginRemap(context: Tools, tx: Store, request: RemapRequest): Promise<Run> {
  const { system, kind } = request;
  const key = `${PREFIX}${system}:${kind}`;
  const earlier = Remap.nullish().parse(await tx.settings.get(key));
  const now = context.clock.now();
  if (earlier) await endRun(context, tx, earlier, `Overtaken by version ${request.version}`);
  const run: Run = {
    id: context.newId('run'),
    system,
    kinds: [kind],
    trigger: 'mapping',
    startedAt: now,
    finishedAt: null,
    read: 0,
    changed: 0,
    failed: 0,
    upstreamCalls: 0,
    progress: 0,
    error: null,
  };
  await tx.runs.put(run);
  const remap: Remap = { ...request, from: earlier?.from ?? request.from, runId: run.id, after: null };
  await tx.settings.put(key, { ...remap, writeNow: remap.writeNow || (earlier?.writeNow ?? false) });
  await tell(context, tx, remap, 'RUN_STARTED', 'mapping');
  return run;
}

/** Maps stored records anew, one batch a round, until all are done. */
export function remapJob(context: SyncContext): Job {
  return {
    name: 'mappings',
    nextDue: async () => null,
    async work() {
      const found = await context.store.settings.list(PREFIX);
      const [key] = [...found].flatMap(([name, state]) => (state === null ? [] : [name]));
      if (key === undefined || context.stopping.aborted) return 0;
      await context.store.transaction((tx) => batch(context, tx, key));
      context.wake();
      return 1;
    },
  };
}

/** One batch with its place in the same transaction: another process may have done it meanwhile. */
async function batch(context: SyncContext, tx: Store, key: string): Promise<void> {
  const remap = Remap.nullish().parse(await tx.settings.get(key));
  if (!remap) return;
  const { system, kind, after } = remap;
  await context.mappings.renew(tx);
  const page = await tx.snapshots.list(system, kind, { limit: BATCH, ...(after !== null && { after }) });
  const changed = await mapAnew(context, tx, remap, page);
  if (remap.writeNow) await writeDiffering(context, tx, remap, page);
  const run = (await tx.runs.get([remap.runId])).get(remap.runId);
  if (run) await tx.runs.put(await advanced(tx, run, page.length, changed));
  const last = page.length < BATCH ? null : page.at(-1);
  await tx.settings.put(key, last ? { ...remap, after: last.recordId } : null);
  if (!last) await endRun(context, tx, remap, null);
}

function causeOf({ system, version, actor, runId }: Remap): Cause {
  return { origin: system, actor, runId, correlationId: runId, why: `Mapping changed to version ${version}` };
}

/** What the records say by the new mapping goes the way of a reading; those of what was deleted bring nothing back to life. */
async function mapAnew(context: SyncContext, tx: Store, remap: Remap, page: readonly Snapshot[]): Promise<number> {
  const { system, kind } = remap;
  const rows = context.mappings.of(system, kind);
  const anew = page.map((snapshot) => ({ ...snapshot, values: entityValues(system, kind, rows, snapshot.fields) }));
  const before = new Map(page.map((snapshot) => [snapshot.recordId, snapshot]));
  const valuesBefore = (id: string): Fields => before.get(id)?.values ?? {};
  const gone = await deletedAmong(tx, remap, page);
  const isNews = ({ recordId, values }: Snapshot) =>
    !gone.has(recordId) && Object.keys(differences(valuesBefore(recordId), values)).length > 0;
  const quiet = anew.filter((one) => !isNews(one) && canonical(one.values) !== canonical(valuesBefore(one.recordId)));
  await tx.snapshots.put(quiet);
  const news = { system, kind, before, heard: anew.filter(isNews) };
  return takeNews(context, tx, news, { cause: causeOf(remap), spread: true, again: true });
}

async function deletedAmong(tx: Store, { system, kind }: Remap, page: readonly Snapshot[]): Promise<Set<string>> {
  const linked = await linkedTo(tx, system, kind, page);
  return new Set([...linked].flatMap(([recordId, entity]) => (entity.deletedAt === null ? [] : [recordId])));
}

/** Record id to the entity it belongs to. */
async function linkedTo(
  tx: Store,
  system: string,
  kind: Kind,
  page: readonly Snapshot[],
): Promise<Map<string, Entity>> {
  const links = await tx.links.find(
    system,
    kind,
    page.map(({ recordId }) => recordId),
  );
  const entities = await tx.entities.get([...new Set(links.values())]);
  return new Map(
    [...links].flatMap(([recordId, id]) => {
      const entity = entities.get(id);
      return entity ? [[recordId, entity] as const] : [];
    }),
  );
}

/** Queues what the rows that are new would write otherwise than the records have it. */
async function writeDiffering(context: SyncContext, tx: Store, remap: Remap, page: readonly Snapshot[]): Promise<void> {
  const { system, kind } = remap;
  const connection = context.connections.get(system);
  const gate = await openGate(tx);
  if (!connection?.source.collections[kind]?.write?.update || gate.waiting || !gate.knows(system, kind)) return;
  const rows = context.mappings.of(system, kind);
  const earlier = new Set((await mappingOf(context.mappings, tx, system, kind, remap.from)).map(canonical));
  const ledger = new Ledger(context, causeOf(remap));
  const current = new Map(
    await tx.snapshots.get(
      system,
      kind,
      page.map(({ recordId }) => recordId),
    ),
  );
  for (const [recordId, entity] of await linkedTo(tx, system, kind, page)) {
    const fields = current.get(recordId)?.fields;
    if (!fields || entity.deletedAt !== null || current.get(recordId)?.documentId !== null) continue;
    const places = placesOf(rows, Object.keys(entity.fields), fields).filter(({ row }) => !earlier.has(canonical(row)));
    const wanted = [...new Set(places.map(({ field }) => field))].filter((field) => {
      const written = toRecord(rows, { [field]: entity.fields[field] ?? null }, fields);
      return isToldOf(connection, kind, field) && Object.keys(differences(fields, written)).length > 0;
    });
    if (wanted.length > 0) ledger.deliver(entity, system, 'update', wanted);
  }
  await ledger.flush(tx);
}

async function advanced(tx: Store, run: Run, read: number, changed: number): Promise<Run> {
  const done = run.read + read;
  const total = Math.max(done, await tx.snapshots.count(run.system, run.kinds[0] ?? 'contact'), 1);
  return { ...run, read: done, changed: run.changed + changed, progress: done / total };
}

async function endRun(context: Tools, tx: Store, remap: Remap, error: string | null): Promise<void> {
  const run = (await tx.runs.get([remap.runId])).get(remap.runId);
  if (!run) return;
  const ended = { ...run, finishedAt: context.clock.now(), error, progress: error === null ? 1 : run.progress };
  await tx.runs.put(ended);
  const counts = `${ended.read} ${models[remap.kind].kind}s mapped by version ${remap.version}, ${ended.changed} changed`;
  await tell(context, tx, remap, 'RUN_FINISHED', error ?? counts);
}

async function tell(context: Tools, tx: Store, remap: Remap, kind: 'RUN_STARTED' | 'RUN_FINISHED', message: string) {
  const ledger = new Ledger(context, causeOf(remap));
  ledger.event(kind, null, { system: remap.system, message });
  await ledger.flush(tx);
}
