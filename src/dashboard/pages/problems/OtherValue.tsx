import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';

interface OtherValueProps {
  readonly label: string;
  readonly error: string | null;
  readonly isPending: boolean;
  readonly onEnter: (value: string) => void;
}

/** Where none of the sides is right: a line to type what is. */
export function OtherValue({ label, error, isPending, onEnter }: OtherValueProps) {
  const [value, setValue] = useState('');
  const enter = (event: FormEvent) => {
    event.preventDefault();
    if (value.trim() !== '') onEnter(value);
  };
  return (
    <form className="other-value" onSubmit={enter}>
      <TextField label={label} error={error} value={value} onChange={setValue} placeholder="None of these is right" />
      <Button type="submit" isPending={isPending} isDisabled={value.trim() === ''}>
        Use what I typed
      </Button>
    </form>
  );
}
