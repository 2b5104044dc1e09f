/** When and how often a failed attempt is repeated; one shape for calls (milliseconds) and deliveries (hours). */
export interface RetryPolicy {
  readonly attempts: number;
  readonly baseMs: number;
  readonly maxMs: number;
}

/** Upstream calls: three attempts within about a second, because somebody is waiting. */
export const CALL_RETRY: RetryPolicy = { attempts: 3, baseMs: 150, maxMs: 2_000 };

/** Deliveries: from two seconds up to an hour between attempts, for about a day. */
export const DELIVERY_RETRY: RetryPolicy = { attempts: 36, baseMs: 2_000, maxMs: 3_600_000 };

/** The wait after the n-th failed attempt (n from 1): exponential, half of it random so that waiters spread. */
export function backoff(policy: RetryPolicy, attempt: number, random: () => number): number {
  const full = Math.min(policy.maxMs, policy.baseMs * 2 ** (attempt - 1));
  return Math.round(full / 2 + (full / 2) * random());
}

/** A `Retry-After` header (RFC 9110: seconds or a date) in milliseconds from `now`; null where it says nothing usable. */
export function retryAfterMs(header: string | undefined, now: number): number | null {
  if (!header) return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return seconds >= 0 ? seconds * 1000 : null;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
