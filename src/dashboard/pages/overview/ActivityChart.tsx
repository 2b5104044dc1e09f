import { grouped } from '../../words/count.ts';
import { activityInWords, barsOf, type Hour, highest } from './activity.ts';

/** The chart's own units; it is stretched to the room there is. */
const HEIGHT = 100;
const SLOT = 20;
const BAR = 8;
/** A clock time under every sixth hour. */
const LABELLED = 6;

/** Two bars an hour. Screen readers are told the sum; the numbers stand in the table below. */
export function ActivityChart({ hours }: { readonly hours: readonly Hour[] }) {
  const bars = barsOf(hours);
  return (
    <figure className="chart">
      <p className="chart-key">
        <span className="chart-mark" data-of="changes" aria-hidden="true" /> Changes
        <span className="chart-mark" data-of="failures" aria-hidden="true" /> Failures
        <span className="chart-most">Highest: {grouped(highest(hours))} an hour</span>
      </p>
      <svg
        className="chart-bars"
        viewBox={`0 0 ${bars.length * SLOT} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={activityInWords(hours)}
      >
        {bars.map(({ from, changes, failures, words }, i) => (
          <g key={from}>
            <title>{words}</title>
            <rect className="chart-slot" x={i * SLOT} y={0} width={SLOT} height={HEIGHT} />
            <Bar of="changes" x={i * SLOT + 1} height={changes} />
            <Bar of="failures" x={i * SLOT + 1 + BAR} height={failures} />
          </g>
        ))}
      </svg>
      <div className="chart-clock" aria-hidden="true">
        {bars
          .filter((_, i) => i % LABELLED === 0)
          .map(({ from, clock }) => (
            <span key={from}>{clock}</span>
          ))}
      </div>
    </figure>
  );
}

interface BarProps {
  readonly of: 'changes' | 'failures';
  readonly x: number;
  /** 0 to 1. */
  readonly height: number;
}

function Bar({ of, x, height }: BarProps) {
  return <rect data-of={of} x={x} y={HEIGHT * (1 - height)} width={BAR} height={HEIGHT * height} />;
}
