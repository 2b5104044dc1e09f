import { useSyncExternalStore } from 'react';
import { every, now } from '../app/clock.ts';
import { createStore } from '../app/store.ts';
import { exactTime, relativeTime } from './relative-time.ts';

const TICK_MS = 5_000;
const time = createStore(now());

let watching = 0;
let stop: () => void = () => undefined;

/** All times on a page grow old together, by one clock that stands still while nobody looks. */
function followTime(listener: () => void): () => void {
  const leave = time.subscribe(listener);
  watching += 1;
  if (watching === 1) {
    time.set(now());
    stop = every(TICK_MS, () => time.set(now()));
  }
  return () => {
    leave();
    watching -= 1;
    if (watching === 0) stop();
  };
}

interface RelativeTimeProps {
  /** As the graph says it. */
  readonly at: string;
}

/** How long ago something was, kept true; the moment itself on hovering. */
export function RelativeTime({ at }: RelativeTimeProps) {
  const today = useSyncExternalStore(followTime, time.get);
  const moment = Date.parse(at);
  return (
    <time dateTime={at} title={exactTime(moment)}>
      {relativeTime(moment, today)}
    </time>
  );
}
