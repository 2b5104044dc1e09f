import { useState } from 'react';
import { TextField } from '../../ui/TextField.tsx';

interface TagsFieldProps {
  readonly label: string;
  readonly tags: readonly string[];
  readonly onChange: (tags: string[]) => void;
  readonly error?: string | null;
  readonly placeholder?: string;
}

/** Several tags, with commas between them. */
export function TagsField({ label, tags, onChange, error = null, placeholder = '' }: TagsFieldProps) {
  const [written, setWritten] = useState(() => tags.join(', '));
  const shown = read(written).join() === tags.join() ? written : tags.join(', ');
  const write = (text: string) => {
    setWritten(text);
    onChange(read(text));
  };
  return (
    <TextField
      label={label}
      value={shown}
      onChange={write}
      error={error}
      placeholder={placeholder}
      description="Several: with commas between them."
    />
  );
}

function read(text: string): string[] {
  return text
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
}
