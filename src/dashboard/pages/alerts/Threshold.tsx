import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';

interface ThresholdProps {
  /** What the number counts. */
  readonly label: string;
  readonly value: number;
  readonly isDoing: boolean;
  readonly onSave: (value: number) => void;
}

/** The number from which on people are told. */
export function Threshold({ label, value, isDoing, onSave }: ThresholdProps) {
  const [written, setWritten] = useState(String(value));
  const read = Number(written);
  const isWrong = written.trim() === '' || !Number.isInteger(read) || read < 0;
  return (
    <div className="threshold">
      <TextField
        label={label}
        inputMode="numeric"
        value={written}
        onChange={setWritten}
        error={isWrong ? 'Write a whole number.' : null}
      />
      {!isWrong && read !== value && (
        <Button onPress={() => onSave(read)} isPending={isDoing}>
          Save
        </Button>
      )}
    </div>
  );
}
