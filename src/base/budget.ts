import type { Lane } from './work.ts';

/** What a system allows: `calls` starts in any `perMs` milliseconds, `concurrency` at once. */
export interface PaceLimits {
  readonly calls: number;
  readonly perMs: number;
  readonly concurrency: number;
}

/** What a system's own headers said of our budget; every part is optional because every system tells less. */
export interface BudgetReading {
  readonly limit?: number;
  readonly remaining?: number;
  readonly perMs?: number;
  readonly dailyLimit?: number;
  readonly dailyRemaining?: number;
}

/** The budget as it stands: `limit` calls in any `perMs`, those left, and when the window frees a call (ms since 1970). */
export interface Budget {
  readonly limit: number;
  readonly perMs: number;
  readonly remaining: number;
  readonly resetsAt: number | null;
  readonly dailyLimit: number | null;
  readonly dailyRemaining: number | null;
}

/** The lanes nobody waits for: what they do not get done now, a later run does. */
const PATIENT: readonly Lane[] = ['poll', 'backfill'];

/** What they leave to the others, of a window's calls and of a day's. */
const RESERVE = 0.05;

/** Our clock and the systems' never agree: a window is kept this much longer than they say. */
export const MARGIN_MS = 150;

const DAY_MS = 24 * 3_600_000;

/** What the patient lanes may use of a budget. */
interface Share {
  readonly calls: number;
  readonly concurrency: number;
  /** From one start to the next: a burst would make the others wait until it has left the window. */
  readonly gapMs: number;
  /** How far the even spread may be outrun, so that a call that starts late costs no throughput. */
  readonly aheadMs: number;
}

/** True for the lanes that leave a reserve to the others. */
export function isPatient(lane: Lane): boolean {
  return PATIENT.includes(lane);
}

/** All but a twentieth of the calls and all but one of the places; of a single one nothing can be left. */
export function patientShare({ calls, perMs, concurrency }: PaceLimits): Share {
  const reserve = calls > 1 ? Math.max(1, Math.round(calls * RESERVE)) : 0;
  const gapMs = (perMs + MARGIN_MS) / (calls - reserve);
  return { calls: calls - reserve, concurrency: Math.max(1, concurrency - 1), gapMs, aheadMs: gapMs * reserve };
}

/** True when the system says that what is left of the day's calls is the callers'. */
export function isDaySpent({ dailyLimit, dailyRemaining }: Pick<Budget, 'dailyLimit' | 'dailyRemaining'>): boolean {
  return dailyLimit !== null && dailyRemaining !== null && dailyRemaining <= dailyLimit * RESERVE;
}

/** How many calls the patient lanes may make in that time; the day's limit counts where it is known. */
export function patientCalls({ limit, perMs, dailyLimit }: Budget, ms: number): number {
  const { gapMs } = patientShare({ calls: limit, perMs, concurrency: 1 });
  const byDay = dailyLimit === null ? Number.POSITIVE_INFINITY : (dailyLimit * (1 - RESERVE) * ms) / DAY_MS;
  return Math.floor(Math.min(ms / gapMs, byDay));
}

/** How long so many patient calls take at least, in milliseconds. */
export function patientMs({ limit, perMs }: Budget, calls: number): number {
  const { gapMs, aheadMs } = patientShare({ calls: limit, perMs, concurrency: 1 });
  return Math.max(0, (calls - 1) * gapMs - aheadMs);
}
