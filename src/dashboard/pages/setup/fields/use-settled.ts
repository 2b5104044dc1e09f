import { useEffect, useState } from 'react';
import { after } from '../../../app/clock.ts';

/** The value once it has stood still for that long, so that not every letter is asked about. */
export function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => after(ms, () => setSettled(value)), [value, ms]);
  return settled;
}
