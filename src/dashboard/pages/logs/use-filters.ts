import { useMemo } from 'react';
import { now } from '../../app/clock.ts';
import { navigate, useAddress } from '../../app/router/history.ts';

/** The filters of a log, kept in the address so that they survive a reload and can be passed on. */
export interface Filters {
  /** Empty where it does not restrict. */
  get(name: string): string;
  set(name: string, value: string): void;
  /** The beginning of the chosen time; undefined: ever. It stays the same until another time is chosen. */
  readonly from: string | undefined;
}

const HOUR_MS = 3_600_000;
const BACK: Readonly<Record<string, number>> = { hour: HOUR_MS, day: 24 * HOUR_MS, week: 168 * HOUR_MS };

/** The times that people choose from. */
export const TIMES = [
  { id: '', label: 'At any time' },
  { id: 'hour', label: 'In the last hour' },
  { id: 'day', label: 'In the last 24 hours' },
  { id: 'week', label: 'In the last 7 days' },
];

/** Reads and sets them. */
export function useFilters(): Filters {
  const { path, query } = useAddress();
  const time = query.get('time') ?? '';
  const from = useMemo(() => {
    const back = BACK[time];
    return back === undefined ? undefined : new Date(now() - back).toISOString();
  }, [time]);
  return {
    get: (name) => query.get(name) ?? '',
    set(name, value) {
      // The address as it is at this moment: two filters may be set before the page is drawn again.
      const next = new URLSearchParams(location.search);
      if (value === '') next.delete(name);
      else next.set(name, value);
      const text = next.toString();
      navigate(text === '' ? path : `${path}?${text}`, { replace: true });
    },
    from,
  };
}

/** The value of a filter that must be one of these names; undefined where it is none of them. */
export function chosen<Name extends string>(
  filters: Filters,
  name: string,
  names: Readonly<Record<Name, unknown>>,
): Name | undefined {
  const value = filters.get(name);
  return Object.hasOwn(names, value) ? (value as Name) : undefined;
}
