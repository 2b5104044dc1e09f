import type { AlertCondition } from '../model/alert.ts';
import type { Situation, SystemSituation, Told } from '../model/alert-finding.ts';
import type { ToldAlerts } from '../store/alert-shapes.ts';
import type { Connection } from './connection.ts';
import type { SyncContext } from './context.ts';

const HOUR_MS = 3_600_000;

/** Looks at all that these conditions are about: a statement for each kind of thing, and of systems what is in memory. */
export async function lookAround(context: SyncContext, conditions: readonly AlertCondition[]): Promise<Situation> {
  const { store, clock } = context;
  const now = clock.now();
  const asked = new Set(conditions.map(({ on }) => on));
  const connections = [...context.connections.values()];
  const failed = asked.has('failedDeliveries') ? await store.signs.failedDeliveries() : new Map();
  const quarantined = asked.has('quarantine') ? await store.signs.quarantined() : new Map();
  const missed = await missedBy(context, asked.has('missedWebhooks') ? connections : []);
  return {
    now,
    systems: connections.map((connection): SystemSituation => {
      const { id, name, source } = connection;
      return {
        id,
        name,
        state: stateOf(connection),
        credentialExpiresAt: source.credentialExpiresAt?.() ?? null,
        failed: failed.get(id) ?? null,
        quarantined: quarantined.get(id) ?? null,
        missed: missed.get(id) ?? 0,
        budget: budgetOf(connection),
      };
    }),
    conflicts: asked.has('openConflict') ? await store.signs.openConflicts() : null,
    told: await toldSince(context, now - longestHours(conditions) * HOUR_MS),
  };
}

function stateOf({ health }: Connection): SystemSituation['state'] {
  const { state, checkedAt } = health();
  if (checkedAt === null) return 'unknown';
  if (state === 'DOWN') return 'down';
  return state === 'UNAUTHORIZED' ? 'unauthorized' : 'well';
}

/** A day's calls run out for the rest of the day, so they count before a window's. */
function budgetOf(connection: Connection): SystemSituation['budget'] {
  const budget = connection.budget();
  if (!budget) return null;
  const { limit, remaining, dailyLimit, dailyRemaining } = budget;
  if (dailyLimit !== null && dailyRemaining !== null && dailyLimit > 0)
    return { left: dailyRemaining / dailyLimit, of: 'day' };
  return limit > 0 ? { left: remaining / limit, of: 'window' } : null;
}

async function missedBy(context: SyncContext, connections: readonly Connection[]): Promise<Map<string, number>> {
  const telling = connections.filter(({ source }) => (source.webhooks?.tells.length ?? 0) > 0);
  const counts = await Promise.all(telling.map(({ id }) => context.store.missed.count(id)));
  return new Map(telling.map(({ id }, nth) => [id, counts[nth] ?? 0]));
}

function longestHours(conditions: readonly AlertCondition[]): number {
  return Math.max(
    0,
    ...conditions.flatMap((condition) =>
      condition.on === 'massDelete' || condition.on === 'ruleLoop' || condition.on === 'loggedAlert'
        ? [condition.hours]
        : [],
    ),
  );
}

async function toldSince(context: SyncContext, since: number): Promise<readonly Told[]> {
  if (since >= context.clock.now()) return [];
  const { signs, events } = context.store;
  const told: readonly ToldAlerts[] = await signs.told(since);
  const newest = await events.get(told.map(({ lastSeq }) => lastSeq));
  return told.map(({ reason, system, lastAt, since: firstAt, lastSeq }) => ({
    reason,
    system,
    lastAt,
    since: firstAt,
    message: newest.get(lastSeq)?.message ?? '',
  }));
}
