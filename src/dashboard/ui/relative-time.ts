const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

const words = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' });
const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'medium' });

const MONTH_S = 30 * 86_400;
/** What is younger is now: two clocks differ by as much, and times are renewed no oftener. */
const NOW_S = 10;

/** How long ago that was or how long it will be, in words; what is more than a month away is a date. Both in ms since 1970. */
export function relativeTime(at: number, now: number): string {
  const seconds = Math.round((at - now) / 1000);
  const distance = Math.abs(seconds);
  if (distance < NOW_S) return 'just now';
  if (distance >= MONTH_S) return date.format(at);
  const [unit, size] = UNITS.find(([, length]) => distance >= length) ?? (['second', 1] as const);
  return words.format(Math.trunc(seconds / size), unit);
}

/** The moment as people write it, to the second. */
export function exactTime(at: number): string {
  return exact.format(at);
}
