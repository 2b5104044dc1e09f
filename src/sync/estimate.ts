import type { Kind } from '../model/kind.ts';
import { type Connection, collectionOf } from './connection.ts';
import type { SyncContext } from './context.ts';
import { costsOf, foresee, sweepCalls } from './cost.ts';
import { feedKey } from './gate.ts';
import { cursorKey, isFirstSync, kindsOf, type RunRequest } from './run.ts';
import { pollInterval, type Schedule } from './schedule.ts';

/** What one kind will cost; where nothing is known, `reason` says why. */
export interface KindEstimate {
  readonly kind: Kind;
  readonly calls: number | null;
  readonly ms: number | null;
  readonly reason: string | null;
}

/** What a run over one system will cost, kind by kind. */
export interface RunEstimate {
  readonly system: string;
  readonly kinds: readonly KindEstimate[];
}

/** What that run would cost, judged by what earlier ones did; asks nobody. */
export async function estimateRun(
  context: SyncContext,
  connection: Connection,
  request: RunRequest,
  schedule: Schedule,
): Promise<RunEstimate> {
  const kinds = kindsOf(connection, request.kinds);
  const first = await isFirstSync(context, connection.id);
  const estimates = kinds.map((kind) => estimateKind(context, connection, kind, { ...request, first, schedule }));
  return { system: connection.id, kinds: await Promise.all(estimates) };
}

type Asked = Pick<RunRequest, 'full'> & { readonly first: boolean; readonly schedule: Schedule };

async function estimateKind(
  context: SyncContext,
  connection: Connection,
  kind: Kind,
  { full, first, schedule }: Asked,
): Promise<KindEstimate> {
  const { store } = context;
  const { id } = connection;
  const delta = collectionOf(connection, kind).covers === 'changes';
  const [costs, held, cursor, feed] = await Promise.all([
    costsOf(store, id, kind),
    store.snapshots.count(id, kind),
    store.settings.get(cursorKey(id, kind)),
    store.settings.get(feedKey(id, kind)),
  ]);
  const budget = connection.budget();
  const whole = !delta || full === true || typeof cursor !== 'string' || feed === undefined;
  const mostCalls = delta || first ? Number.POSITIVE_INFINITY : sweepCalls(budget, pollInterval(schedule, id, kind));
  const continued = !full && whole && typeof cursor === 'string';
  const foreseen = foresee({ costs, whole, continued, held, mostCalls, budget });
  const reason = whole
    ? `its ${kind}s were never read as a whole yet`
    : `its ${kind}s were never polled for changes yet`;
  return foreseen ? { kind, ...foreseen, reason: null } : { kind, calls: null, ms: null, reason };
}
