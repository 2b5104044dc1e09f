import { useState } from 'react';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { durationOf, msOf, UNITS } from './duration.ts';

interface DurationFieldProps {
  readonly label: string;
  readonly ms: number;
  readonly onChange: (ms: number) => void;
  readonly error?: string | null;
}

/** A length of time: how many of which unit. */
export function DurationField({ label, ms, onChange, error = null }: DurationFieldProps) {
  const [written, setWritten] = useState(() => durationOf(ms));
  // What is written stays as it is while it says the same: 60 minutes do not turn into an hour under the hand.
  const shown = Object.is(msOf(written), ms) ? written : durationOf(ms);
  const write = (part: Partial<typeof written>) => {
    const next = { ...shown, ...part };
    setWritten(next);
    onChange(msOf(next));
  };
  return (
    <div className="duration">
      <TextField
        label={label}
        inputMode="decimal"
        value={shown.amount}
        onChange={(amount) => write({ amount })}
        error={error}
      />
      <Select label="Unit" options={UNITS} value={shown.unit} onChange={(unit) => write({ unit })} />
    </div>
  );
}
