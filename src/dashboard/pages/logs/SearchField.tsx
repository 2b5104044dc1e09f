import { useEffect, useRef, useState } from 'react';
import { after } from '../../app/clock.ts';
import { TextField } from '../../ui/TextField.tsx';
import type { Filters } from './use-filters.ts';

/** People type faster than a log can be searched. */
const SETTLE_MS = 350;

interface SearchFieldProps {
  readonly label: string;
  readonly name: string;
  readonly filters: Filters;
}

/** A text to look for, taken when somebody stops typing. */
export function SearchField({ label, name, filters }: SearchFieldProps) {
  const [text, setText] = useState(filters.get(name));
  const taken = filters.get(name);
  const set = useRef(filters.set);
  set.current = filters.set;
  useEffect(() => {
    if (text !== taken) return after(SETTLE_MS, () => set.current(name, text));
  }, [text, taken, name]);
  return <TextField label={label} type="search" value={text} onChange={setText} />;
}
