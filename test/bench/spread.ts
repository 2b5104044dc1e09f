/** How long most, nearly all and the slowest took, in milliseconds; null where that share never came to an end. */
export interface Spread {
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
}

/** The spread of these times by nearest rank; one that is Infinity never ended. */
export function spreadOf(times: readonly number[]): Spread {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => {
    const found = sorted[Math.ceil(share * sorted.length) - 1];
    return found === undefined || !Number.isFinite(found) ? null : round(found);
  };
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** To a tenth. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
