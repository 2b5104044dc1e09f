import { ProgressBar as AriaProgressBar, Label } from 'react-aria-components';
import { Bar } from './Bar.tsx';

interface ProgressBarProps {
  readonly label: string;
  /** 0 to 1; null while nobody knows how much there is. */
  readonly progress: number | null;
  /** How it stands, e.g. "1,200 records, about 2 minutes left". */
  readonly words: string;
}

/** How far something that goes on has come. */
export function ProgressBar({ label, progress, words }: ProgressBarProps) {
  return (
    <AriaProgressBar
      className="meter"
      value={(progress ?? 0) * 100}
      isIndeterminate={progress === null}
      {...(progress !== null && { valueLabel: words })}
    >
      {({ percentage }) => (
        <>
          <span className="meter-words">
            <Label>{label}</Label>
            <span>{words}</span>
          </span>
          <Bar percentage={percentage ?? 100} tone="good" />
        </>
      )}
    </AriaProgressBar>
  );
}
