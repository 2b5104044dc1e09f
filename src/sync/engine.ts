import { createTurns } from '../base/turns.ts';
import { newWork, within } from '../base/work.ts';
import type { Kind } from '../model/kind.ts';
import type { Run } from '../store/shapes.ts';
import { alertJob } from './alerts.ts';
import type { Connection } from './connection.ts';
import type { SyncContext } from './context.ts';
import { deliverDue } from './dispatch.ts';
import { estimateRun, type RunEstimate } from './estimate.ts';
import { feedKey } from './gate.ts';
import { Ledger } from './ledger.ts';
import { messageJob } from './messages.ts';
import { workInbox } from './notices.ts';
import { remapJob } from './remap.ts';
import { retentionJob } from './retention.ts';
import { ruleJobs } from './rules.ts';
import { carryOutRun, openRun, type RunRequest } from './run.ts';
import { type PollGroup, pollGroups, type Schedule } from './schedule.ts';
import { createWorker, type Worker } from './worker.ts';

/** The sync at work: polls, outbox and inbox. */
export interface Engine {
  /** Begins polling at once (the first pass reads everything) and goes on as the schedule says. */
  start(): void;
  /** Starts a run; no kind of a system is read by two at once, the second waits for its turn. Resolves when its row exists; `finished` never rejects. */
  run(request: RunRequest): Promise<{ run: Run; finished: Promise<Run> }>;
  /** What that run would cost, judged by earlier ones; asks nobody. */
  estimate(request: RunRequest): Promise<RunEstimate>;
  /** Takes up work with a system that was connected just now: polls it, writes to it, tells of its health. */
  attach(connection: Connection): void;
  /** Lets the work with it end; what waits to be written there waits on. */
  detach(connection: Connection): Promise<void>;
  /** Looks for due deliveries and notices, or for notices only. */
  wake(only?: 'inbox'): void;
  /** Lets what is under way end; to be called when the context's `stopping` was aborted. */
  stop(): Promise<void>;
}

/** `schedule` says how long the pause between two polls is, give or take a tenth. */
export interface EngineOptions {
  readonly schedule: Schedule;
}

const JITTER = 0.1;

/** Builds the engine over a context; nothing happens before `start`. */
export function createEngine(context: SyncContext, options: EngineOptions): Engine {
  const turns = createTurns();
  const underWay = new Set<Promise<void>>();
  const timers = new Map<Connection, Set<() => void>>();
  const outboxes = new Map<string, Worker>();
  let started = false;
  const inbox = createWorker(context, {
    name: 'inbox',
    work: () => workInbox(context),
    nextDue: () => context.store.inbox.nextDue(context.clock.now()),
  });
  const workers: Worker[] = [
    inbox,
    ...[
      remapJob(context),
      ...ruleJobs(context, run),
      alertJob(context),
      messageJob(context),
      retentionJob(context),
    ].map((job) => createWorker(context, job)),
  ];

  function outboxOf(system: string): Worker {
    return createWorker(context, {
      name: `outbox of ${system}`,
      work: () => within(newWork('write', 'outbox'), () => deliverDue(context, system)),
      nextDue: () => context.store.outbox.nextDue(context.clock.now(), system),
    });
  }

  function connected(system: string): Connection {
    const connection = context.connections.get(system);
    if (!connection) throw new Error(`${system} is not connected`);
    return connection;
  }

  async function run(request: RunRequest): Promise<{ run: Run; finished: Promise<Run> }> {
    const connection = connected(request.system);
    const opened = await openRun(context, request);
    const finished = carryOutRun(context, connection, opened, {
      full: request.full ?? false,
      turns,
      schedule: options.schedule,
    });
    // Whoever waits for it learns of a failure; stopping only waits for its end.
    const ended = finished.then(ignore, ignore).finally(() => underWay.delete(ended));
    underWay.add(ended);
    return { run: opened, finished };
  }

  function isOver(connection: Connection): boolean {
    return context.stopping.aborted || context.connections.get(connection.id) !== connection;
  }

  async function poll(connection: Connection, kinds: readonly Kind[], trigger: string): Promise<void> {
    if (isOver(connection)) return;
    const system = connection.id;
    try {
      const { finished } = await run({ system, kinds, trigger });
      await finished;
    } catch (error) {
      context.log.error({ system, err: error }, 'a poll could not be started');
    }
  }

  /** One run over everything first, because all else belongs to contacts; from then on each group at its own interval. */
  async function pollForEver(connection: Connection): Promise<void> {
    await restoreFeeds(context, connection).catch((error) =>
      context.log.error(
        { system: connection.id, err: error },
        'how fresh the snapshots are is not known; they are read again',
      ),
    );
    const kinds = Object.keys(connection.source.collections) as Kind[];
    await poll(connection, kinds, 'start');
    for (const group of pollGroups(options.schedule, connection.id, kinds)) pollLater(connection, group);
  }

  function pollLater(connection: Connection, group: PollGroup): void {
    if (isOver(connection)) return;
    const wait = group.everyMs * (1 + JITTER * (2 * context.random() - 1));
    const timers = timersOf(connection);
    const cancel = context.clock.after(wait, () => {
      timers.delete(cancel);
      void poll(connection, group.kinds, 'schedule').then(() => pollLater(connection, group));
    });
    timers.add(cancel);
  }

  function timersOf(connection: Connection): Set<() => void> {
    const known = timers.get(connection) ?? new Set();
    timers.set(connection, known);
    return known;
  }

  function stopPolling(connection: Connection): void {
    for (const cancel of timersOf(connection)) cancel();
    timers.delete(connection);
  }

  function attach(connection: Connection): void {
    const outbox = outboxOf(connection.id);
    outboxes.set(connection.id, outbox);
    connection.onChange(() => {
      if (isOver(connection)) return;
      tellChange(context, connection).catch((error) =>
        context.log.error({ system: connection.id, err: error }, 'a change of health could not be told'),
      );
    });
    if (!started) return;
    void pollForEver(connection);
    outbox.wake();
  }

  return {
    run,
    estimate: async (request) => estimateRun(context, connected(request.system), request, options.schedule),
    attach,
    async detach(connection) {
      stopPolling(connection);
      const outbox = outboxes.get(connection.id);
      outboxes.delete(connection.id);
      await outbox?.stop();
    },
    start() {
      started = true;
      for (const connection of context.connections.values()) void pollForEver(connection);
      for (const worker of [...workers, ...outboxes.values()]) worker.wake();
    },
    wake(only) {
      for (const worker of only === 'inbox' ? [inbox] : [...workers, ...outboxes.values()]) worker.wake();
    },
    async stop() {
      for (const connection of timers.keys()) stopPolling(connection);
      await Promise.all([...[...workers, ...outboxes.values()].map((worker) => worker.stop()), ...underWay]);
    },
  };
}

function ignore(): void {
  // The run's row and the log have told of it.
}

/** After a restart the snapshots are as fresh as the last good pass left them. */
async function restoreFeeds(context: SyncContext, connection: Connection): Promise<void> {
  for (const kind of Object.keys(connection.source.collections) as Kind[]) {
    const startedAt = await context.store.settings.get(feedKey(connection.id, kind));
    if (typeof startedAt === 'number') context.freshness.feed(connection.id, kind, startedAt);
  }
}

async function tellChange(context: SyncContext, connection: Connection): Promise<void> {
  const health = connection.health();
  const cause = { origin: connection.id, actor: null, runId: null, correlationId: context.newId('cor') };
  const ledger = new Ledger(context, cause);
  ledger.event('SYSTEM_CHANGED', null, {
    system: connection.id,
    message: health.error ? `${health.state}: ${health.error}` : health.state,
  });
  await ledger.flush(context.store);
  context.wake();
}
