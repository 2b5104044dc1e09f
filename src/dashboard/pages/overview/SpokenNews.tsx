import { useEffect, useRef, useState } from 'react';
import type { EventRowFragment } from '../../../client/generated/graphql.ts';
import { after } from '../../app/clock.ts';
import { eventInWords, type SystemNames } from '../../words/event.ts';

/** A screen reader that read every event of a busy day would never come to an end. */
const SPOKEN_MS = 6_000;

interface SpokenNewsProps {
  readonly newest: EventRowFragment | undefined;
  readonly names: SystemNames;
}

/** Tells a screen reader the newest event, every few seconds at most; of those that were there before it says nothing. */
export function SpokenNews({ newest, names }: SpokenNewsProps) {
  const [spoken, setSpoken] = useState('');
  const latest = useRef(newest);
  const told = useRef(newest?.id);
  const waits = useRef(false);
  latest.current = newest;
  useEffect(() => {
    if (newest?.id === told.current || waits.current) return;
    waits.current = true;
    after(SPOKEN_MS, () => {
      waits.current = false;
      told.current = latest.current?.id;
      if (latest.current) setSpoken(eventInWords(latest.current, names));
    });
  }, [newest, names]);
  return (
    <p className="sr-only" role="status">
      {spoken}
    </p>
  );
}
