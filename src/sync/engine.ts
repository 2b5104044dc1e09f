import { createTurns } from '../base/turns.ts';
import { newWork, within } from '../base/work.ts';
import type { Kind } from '../model/kind.ts';
import type { Run } from '../store/shapes.ts';
import type { Connection } from './connection.ts';
import type { SyncContext } from './context.ts';
import { deliverDue } from './dispatch.ts';
import { feedKey } from './gate.ts';
import { Ledger } from './ledger.ts';
import { workInbox } from './notices.ts';
import { ruleJobs } from './rules.ts';
import { carryOutRun, openRun, type RunRequest } from './run.ts';
import { createWorker, type Worker } from './worker.ts';

/** The sync at work: polls, outbox and inbox. */
export interface Engine {
  /** Begins polling at once (the first pass reads everything) and every `syncEveryMs` from then on. */
  start(): void;
  /** Starts a run; no kind of a system is read by two at once, the second waits for its turn. Resolves when its row exists; `finished` never rejects. */
  run(request: RunRequest): Promise<{ run: Run; finished: Promise<Run> }>;
  /** Looks for due deliveries and notices. */
  wake(): void;
  /** Lets what is under way end; to be called when the context's `stopping` was aborted. */
  stop(): Promise<void>;
}

/** `syncEveryMs` is the pause between two polls of one system, give or take a tenth. */
export interface EngineOptions {
  readonly syncEveryMs: number;
}

const JITTER = 0.1;

/** Builds the engine over a context; nothing happens before `start`. */
export function createEngine(context: SyncContext, options: EngineOptions): Engine {
  const turns = createTurns();
  const underWay = new Set<Promise<void>>();
  const timers = new Set<() => void>();
  const workers: Worker[] = [
    ...[...context.connections.keys()].map((system) =>
      createWorker(context, {
        name: `outbox of ${system}`,
        work: () => within(newWork('write', 'outbox'), () => deliverDue(context, system)),
        nextDue: () => context.store.outbox.nextDue(context.clock.now(), system),
      }),
    ),
    createWorker(context, {
      name: 'inbox',
      work: () => workInbox(context),
      nextDue: () => context.store.inbox.nextDue(context.clock.now()),
    }),
    ...ruleJobs(context, run).map((job) => createWorker(context, job)),
  ];

  async function run(request: RunRequest): Promise<{ run: Run; finished: Promise<Run> }> {
    const connection = context.connections.get(request.system);
    if (!connection) throw new Error(`${request.system} is not connected`);
    const opened = await openRun(context, request);
    const finished = carryOutRun(context, connection, opened, { full: request.full ?? false, turns });
    // Whoever waits for it learns of a failure; stopping only waits for its end.
    const ended = finished.then(ignore, ignore).finally(() => underWay.delete(ended));
    underWay.add(ended);
    return { run: opened, finished };
  }

  async function poll(connection: Connection, trigger: string): Promise<void> {
    if (context.stopping.aborted) return;
    try {
      if (trigger === 'start') await restoreFeeds(context, connection);
      const { finished } = await run({ system: connection.id, trigger });
      await finished;
    } catch (error) {
      context.log.error({ system: connection.id, err: error }, 'a poll could not be started');
    }
    if (context.stopping.aborted) return;
    const wait = options.syncEveryMs * (1 + JITTER * (2 * context.random() - 1));
    const cancel = context.clock.after(wait, () => {
      timers.delete(cancel);
      void poll(connection, 'schedule');
    });
    timers.add(cancel);
  }

  return {
    run,
    start() {
      for (const connection of context.connections.values()) {
        connection.onChange(() => {
          tellChange(context, connection).catch((error) =>
            context.log.error({ system: connection.id, err: error }, 'a change of health could not be told'),
          );
        });
        void poll(connection, 'start');
      }
      for (const worker of workers) worker.wake();
    },
    wake() {
      for (const worker of workers) worker.wake();
    },
    async stop() {
      for (const cancel of timers) cancel();
      await Promise.all([...workers.map((worker) => worker.stop()), ...underWay]);
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
  // What is broken off at the end says nothing of the system.
  if (context.stopping.aborted) return;
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
