import { Meter as AriaMeter, Label } from 'react-aria-components';
import { Bar } from './Bar.tsx';

interface MeterProps {
  readonly label: string;
  readonly value: number;
  readonly most: number;
  /** The value in words, e.g. "43 of 100 left". */
  readonly words: string;
  readonly tone?: 'good' | 'warn' | 'bad';
}

/** How much of something there is. */
export function Meter({ label, value, most, words, tone = 'good' }: MeterProps) {
  return (
    <AriaMeter className="meter" value={value} maxValue={most} valueLabel={words}>
      {({ percentage }) => (
        <>
          <span className="meter-words">
            <Label>{label}</Label>
            <span>{words}</span>
          </span>
          <Bar percentage={percentage} tone={tone} />
        </>
      )}
    </AriaMeter>
  );
}
