import { Problem, type ProblemCode, toProblem } from '../base/errors.ts';
import type { Turns } from '../base/turns.ts';
import { newWork, totalCalls, type Work, within } from '../base/work.ts';
import { KINDS, type Kind } from '../model/kind.ts';
import { canonical } from '../model/merge.ts';
import type { Page } from '../sources/source.ts';
import type { Run } from '../store/shapes.ts';
import { mostGone } from './breaker.ts';
import { bring, readRecords } from './bring.ts';
import { type Connection, collectionOf } from './connection.ts';
import type { SyncContext } from './context.ts';
import { openBill, sweepCalls } from './cost.ts';
import { completeFeed } from './feed.ts';
import { feedKey } from './gate.ts';
import type { IngestOptions } from './ingest.ts';

import { Ledger } from './ledger.ts';
import { confirmReturned } from './returned.ts';
import { pollInterval, type Schedule } from './schedule.ts';

/** What a run is asked to do. `full` forgets the cursors and reads everything. */
export interface RunRequest {
  readonly system: string;
  readonly kinds?: readonly Kind[];
  readonly trigger: string;
  readonly full?: boolean;
}

/** Contacts come first, because the rest belongs to them. */
const ORDER: readonly Kind[] = ['contact', 'tag', 'task', 'appointment', 'note'];

/** Failures that say nothing of the other kinds, which are read all the same. */
const ONE_KIND_ONLY: ReadonlySet<ProblemCode> = new Set(['FORBIDDEN', 'MALFORMED', 'NOT_FOUND', 'REFUSED', 'INVALID']);

/** The setting that says where the scan of a kind stands. */
export function cursorKey(system: string, kind: Kind): string {
  return `cursor:${system}:${kind}`;
}

/** Those of the wanted kinds that the system has, in the order they are read. */
export function kindsOf(connection: Connection | undefined, wanted: readonly Kind[] = KINDS): Kind[] {
  return ORDER.filter((kind) => connection?.source.collections[kind] && wanted.includes(kind));
}

/** True until the contacts of the system were read as a whole. */
export async function isFirstSync(context: SyncContext, system: string): Promise<boolean> {
  return (await context.store.settings.get(feedKey(system, 'contact'))) === undefined;
}

/** Creates the row of a run about to start. */
export async function openRun(context: SyncContext, request: RunRequest): Promise<Run> {
  const kinds = kindsOf(context.connections.get(request.system), request.kinds);
  const run: Run = {
    id: context.newId('run'),
    system: request.system,
    kinds,
    trigger: request.trigger,
    startedAt: context.clock.now(),
    finishedAt: null,
    read: 0,
    changed: 0,
    failed: 0,
    upstreamCalls: 0,
    progress: 0,
    error: null,
  };
  await context.store.runs.put(run);
  return run;
}

/** Reads one system's changes (or all of it) page by page into the store; answers the finished run, which says what failed. Never rejects. */
export async function carryOutRun(
  context: SyncContext,
  connection: Connection,
  opened: Run,
  { full, turns, schedule }: { full: boolean; turns: Turns; schedule: Schedule },
): Promise<Run> {
  const work = newWork((await isFirstSync(context, opened.system)) ? 'backfill' : 'poll', opened.id);
  return within(work, async () => {
    const tally: Tally = { run: opened, work };
    await tell(context, tally, 'RUN_STARTED');
    for (const [index, kind] of opened.kinds.entries()) {
      const cause = { origin: opened.system, actor: null, runId: opened.id, correlationId: opened.id };
      const options: IngestOptions = { cause, spread: true, found: 'poll' };
      try {
        const everyMs = pollInterval(schedule, opened.system, kind);
        const request = { tally, options, full, everyMs, share: [index, opened.kinds.length] } as const;
        await turns(`${opened.system} ${kind}`, () => pass(context, connection, kind, request));
      } catch (thrown) {
        const problem = toProblem(thrown);
        if (problem.code === 'INTERNAL')
          context.log.error({ run: opened.id, err: problem.cause }, 'a run failed inside');
        const error = tally.run.error ?? `${kind}s: ${problem.message}`;
        tally.run = { ...tally.run, failed: tally.run.failed + 1, error };
        if (!ONE_KIND_ONLY.has(problem.code)) break;
      }
    }
    tally.run = {
      ...tally.run,
      finishedAt: context.clock.now(),
      upstreamCalls: totalCalls(work),
      progress: tally.run.error ? tally.run.progress : 1,
    };
    await context.store.runs.put(tally.run);
    await tell(context, tally, 'RUN_FINISHED');
    return tally.run;
  });
}

interface Tally {
  run: Run;
  readonly work: Work;
}

interface Pass {
  readonly tally: Tally;
  readonly options: IngestOptions;
  readonly full: boolean;
  readonly everyMs: number;
  /** Which kind of how many this is, for the progress. */
  readonly share: readonly [number, number];
}

/**
 * One kind of one run. The cursor is saved behind every page, so that a crash costs one page. A poll that must ask contact by
 * contact breaks off where it has used its share of the budget; the next one goes on from there.
 */
async function pass(context: SyncContext, connection: Connection, kind: Kind, request: Pass): Promise<void> {
  const { store, clock, freshness } = context;
  const { tally } = request;
  const { id } = connection;
  const collection = collectionOf(connection, kind);
  const sweepKey = `sweep:${id}:${kind}`;
  const startedAt = clock.now();
  const cursor = request.full ? null : asText(await store.settings.get(cursorKey(id, kind)));
  const delta = collection.covers === 'changes';
  const complete = delta ? cursor === null : collection.covers === 'all';
  const resumed = !delta && cursor !== null ? Number(await store.settings.get(sweepKey)) : Number.NaN;
  const sweepStart = Number.isNaN(resumed) ? startedAt : resumed;
  if (!delta || complete) await store.settings.put(sweepKey, sweepStart);

  const whole = !delta || cursor === null || (await store.settings.get(feedKey(id, kind))) === undefined;
  const spent = () => totalCalls(tally.work);
  const bill = await openBill(context, id, kind, { spent, whole, continued: cursor !== null });
  let last: Page | null = null;
  let read = 0;
  for await (const page of connectedPages(connection, collection.scan(cursor))) {
    if (context.stopping.aborted)
      throw new Problem('UNAVAILABLE', 'Stopped with the gateway; the next run goes on from here', 'later');
    const changed = await bring(
      context,
      { system: id, kind, records: await confirmReturned(context, connection, kind, page.records), readAt: startedAt },
      request.options,
    );
    last = page;
    read += page.records.length;
    await store.settings.put(cursorKey(id, kind), page.resume);
    await advance(context, request, page, read, changed);
    const most = sweepCalls(connection.budget(), request.everyMs);
    const isSweep = !delta && tally.work.lane === 'poll';
    if (bill.wouldExceed(most) && isSweep && page.resume !== null) return bill.breakOff();
  }
  if (!delta) await store.settings.put(cursorKey(id, kind), null);
  if (complete && last !== null) await takeAbsentAsGone(context, connection, kind, sweepStart, request.options);
  await keepLabels(context, connection, kind);
  await bill.close(await store.snapshots.count(id, kind));
  const isFirst = await completeFeed(store, id, kind, sweepStart);
  if (isFirst) await store.outbox.hasten({ system: id, kind });
  freshness.feed(id, kind, sweepStart);
}

/** The names people gave to custom fields, for showing them. */
async function keepLabels(context: SyncContext, connection: Connection, kind: Kind): Promise<void> {
  const labels = await connection.use(async (source) => (await source.collections[kind]?.labels?.()) ?? {});
  const known = (await context.store.settings.get('labels')) as Record<string, string> | undefined;
  const merged = { ...known, ...labels };
  if (canonical(merged) !== canonical(known ?? {})) await context.store.settings.put('labels', merged);
}

/** Every page is a use of the connection, so that a scan that breaks off is seen in the system's health. */
async function* connectedPages(connection: Connection, pages: AsyncIterable<Page>): AsyncIterable<Page> {
  const iterator = pages[Symbol.asyncIterator]();
  try {
    for (;;) {
      const step = await connection.use(() => iterator.next());
      if (step.done) return;
      yield step.value;
    }
  } finally {
    await iterator.return?.();
  }
}

async function advance(context: SyncContext, request: Pass, page: Page, read: number, changed: number): Promise<void> {
  const { tally } = request;
  const [index, kinds] = request.share;
  const within = page.total ? Math.min(1, read / page.total) : 0;
  tally.run = {
    ...tally.run,
    read: tally.run.read + page.records.length,
    changed: tally.run.changed + changed,
    upstreamCalls: totalCalls(tally.work),
    progress: (index + within) / kinds,
  };
  await context.store.runs.put(tally.run);
  context.log.info(
    { run: tally.run.id, system: tally.run.system, read: tally.run.read, changed: tally.run.changed },
    'sync run goes on',
  );
}

/** What a complete scan did not bring is gone, unless it is so much that the scan itself must be doubted: then nothing is taken as deleted. */
async function takeAbsentAsGone(
  context: SyncContext,
  connection: Connection,
  kind: Kind,
  since: number,
  options: IngestOptions,
): Promise<void> {
  const held = await context.store.snapshots.count(connection.id, kind);
  const limit = mostGone(held);
  const gone = await context.store.snapshots.unseenSince(connection.id, kind, since, limit + 1);
  if (gone.length > limit) {
    const ledger = new Ledger(context, options.cause);
    const message = `${connection.name} no longer lists more than ${limit} of ${held} ${kind}s; nothing was taken as deleted`;
    ledger.event('ALERT', null, { system: connection.id, message, reason: 'massDelete' });
    await ledger.flush(context.store);
    return;
  }
  if (gone.length === 0) return;
  // A record may also have left the window a scan looks at: only what cannot be read by its id either is gone.
  const known = await context.store.snapshots.get(connection.id, kind, gone);
  const refs = gone.map((id) => {
    const contactId = known.get(id)?.contactRecordId;
    return { id, ...(contactId ? { contactId } : {}) };
  });
  await bring(
    context,
    { system: connection.id, kind, ...(await readRecords(context, connection, kind, refs)) },
    options,
  );
}

async function tell(context: SyncContext, tally: Tally, kind: 'RUN_STARTED' | 'RUN_FINISHED'): Promise<void> {
  const { run } = tally;
  const ledger = new Ledger(context, { origin: run.system, actor: null, runId: run.id, correlationId: run.id });
  const counts = `${run.read} read, ${run.changed} new or changed`;
  ledger.event(kind, null, {
    system: run.system,
    message: kind === 'RUN_STARTED' ? run.trigger : (run.error ?? counts),
  });
  await ledger.flush(context.store);
  context.wake();
}

function asText(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
