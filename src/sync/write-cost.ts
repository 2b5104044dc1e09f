import { type Budget, patientMs } from '../base/budget.ts';
import type { Kind } from '../model/kind.ts';
import type { Connection } from './connection.ts';

/** What so many updates of one kind cost in one system. */
export interface WriteCost {
  readonly system: string;
  readonly writes: number;
  readonly calls: number;
  readonly ms: number;
}

const DAY_MS = 86_400_000;

/** A record is looked at before it is written, in case somebody changed it meanwhile. */
const LOOKS = 1;

/** The calls that so many updates take at most, and how long at the budget as it stands now. */
export function writeCost(connection: Connection, kind: Kind, writes: number): WriteCost {
  const perUpdate = connection.source.collections[kind]?.write?.callsPerUpdate ?? 1;
  const calls = writes * (LOOKS + perUpdate);
  return { system: connection.id, writes, calls, ms: timeOf(connection.budget(), calls) };
}

/** What the day no longer allows waits for the next ones. */
function timeOf(budget: Budget | null, calls: number): number {
  if (budget === null || calls === 0) return 0;
  const { dailyLimit, dailyRemaining } = budget;
  const later = dailyLimit === null || dailyRemaining === null ? 0 : Math.max(0, calls - dailyRemaining);
  const days = later === 0 || dailyLimit === null ? 0 : Math.ceil(later / dailyLimit);
  return Math.round(Math.max(patientMs(budget, calls), days * DAY_MS));
}
