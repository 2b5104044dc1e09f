/** The units that people choose from, smallest first. */
export const UNITS = [
  { id: 'minutes', label: 'minutes', ms: 60_000 },
  { id: 'hours', label: 'hours', ms: 3_600_000 },
  { id: 'days', label: 'days', ms: 86_400_000 },
] as const;

/** An amount as it is written, and its unit. */
export interface Duration {
  readonly amount: string;
  readonly unit: string;
}

/** The time in the largest unit of which it is a whole number. */
export function durationOf(ms: number): Duration {
  if (!Number.isFinite(ms)) return { amount: '', unit: UNITS[0].id };
  const unit = UNITS.findLast((one) => ms >= one.ms && ms % one.ms === 0) ?? UNITS[0];
  return { amount: String(ms / unit.ms), unit: unit.id };
}

/** The time in milliseconds; NaN where the amount is no number. */
export function msOf({ amount, unit }: Duration): number {
  const size = UNITS.find(({ id }) => id === unit)?.ms ?? UNITS[0].ms;
  return amount.trim() === '' ? Number.NaN : Math.round(Number(amount) * size);
}
