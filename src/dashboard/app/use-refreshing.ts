import { useEffect, useRef } from 'react';
import { after, every } from './clock.ts';

/** So many changes in a row cost one question. */
const SETTLE_MS = 500;

/** Asks again whenever `signal` is another one (the newest event's id, say), and every so often without one. */
export function useRefreshing(ask: () => void, signal: unknown, everyMs: number): void {
  const latest = useRef(ask);
  latest.current = ask;
  const first = useRef(signal);
  const pending = useRef(false);
  useEffect(() => every(everyMs, () => latest.current()), [everyMs]);
  useEffect(() => {
    if (signal === first.current || pending.current) return;
    pending.current = true;
    after(SETTLE_MS, () => {
      pending.current = false;
      latest.current();
    });
  }, [signal]);
}
