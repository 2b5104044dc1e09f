import type { ChangePoint } from './change.ts';
import type { Spread } from './spread.ts';

/** Something that is to hold, the worst that was measured of it, and whether it held. */
export interface Aim {
  readonly aim: string;
  /** In milliseconds; null where it never came to an end. */
  readonly worst: number | null;
  readonly passed: boolean;
}

type Stretch = 'told' | 'written' | 'confirmed';

const OWN_MS = 25;
const LONGEST_MS = 1000;
const STORM = 50;

/** What the stretches of a change's way are called. */
export const STRETCHES: Readonly<Record<Stretch, string>> = {
  told: 'webhook to subscriber told',
  written: 'edit to both written',
  confirmed: 'webhook to told that both are written',
};

/** The aims of a change's way, judged by what was measured. */
export function judge(points: readonly ChangePoint[]): Aim[] {
  const latencies = [...new Set(points.map(({ latencyMs }) => latencyMs))];
  const own = (stretch: Stretch) =>
    latencies.map((latency) => {
      const some = points.filter(({ latencyMs }) => latencyMs === latency);
      const beyond = some.map((point) => minus(point[stretch].p50, point.slowestCall));
      return aim(
        `p50, ${STRETCHES[stretch]}: at most 25 ms over the slowest call, systems at ${latency} ms`,
        beyond,
        OWN_MS,
      );
    });
  const longest = (stretch: Stretch) => {
    const times = points.filter(({ perSecond }) => perSecond === STORM).map((point) => (point[stretch] as Spread).p99);
    return aim(`p99, ${STRETCHES[stretch]}: under 1 s at ${STORM} changes a second`, times, LONGEST_MS);
  };
  const unfinished = points.reduce((sum, point) => sum + point.unfinished, 0);
  return [
    { aim: 'every change comes to its end', worst: unfinished, passed: unfinished === 0 },
    ...own('told'),
    ...own('written'),
    ...(['told', 'written', 'confirmed'] as const).map(longest),
  ];
}

function aim(text: string, measured: readonly (number | null)[], limit: number): Aim {
  const worst = measured.includes(null) ? null : Math.max(...measured.map(Number));
  return {
    aim: text,
    worst: worst === null ? null : Math.round(worst * 10) / 10,
    passed: worst !== null && worst <= limit,
  };
}

function minus(value: number | null, other: number): number | null {
  return value === null ? null : value - other;
}
