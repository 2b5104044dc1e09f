import { useEffect, useState } from 'react';
import { after } from '../app/clock.ts';

interface LoadingProps {
  /** What is done meanwhile, e.g. "Reading the contacts". */
  readonly what: string;
}

const WORDS_MS = 1_500;
const PATIENCE_MS = 10_000;

/** Stands where something will be: dots at first, words before two seconds are over, more of them where it takes long. */
export function Loading({ what }: LoadingProps) {
  const [words, setWords] = useState('');
  useEffect(() => {
    const calls = [
      after(WORDS_MS, () => setWords(`${what}…`)),
      after(PATIENCE_MS, () => setWords(`${what}… This takes longer than usual.`)),
    ];
    return () => {
      for (const callOff of calls) callOff();
    };
  }, [what]);
  return (
    <div className="loading">
      <span className="loading-dots" aria-hidden="true" />
      <span role="status">{words}</span>
    </div>
  );
}
