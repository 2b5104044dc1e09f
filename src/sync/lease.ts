import type { Delivery } from '../store/shapes.ts';

/** How long a claimed delivery is nobody else's: longer than the slowest write with its repeats takes. */
export const LEASE_MS = 5 * 60_000;

/**
 * True if an attempt may have been made whose outcome nobody recorded or knows. A process that died held its lease from after
 * the delivery was made: a younger delivery cannot be its.
 */
export function mayHaveBeenTried(delivery: Delivery, now: number): boolean {
  return delivery.attempts > 0 || now - delivery.createdAt >= LEASE_MS;
}
