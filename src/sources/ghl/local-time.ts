/** True if a written time says its offset ("Z", "+05:30"); contact appointments come without. */
export function hasOffset(written: string): boolean {
  return /(?:Z|[+-]\d{2}:?\d{2})$/i.test(written.trim());
}

/**
 * The moment of a written time in milliseconds since 1970, or null where it is none; without an offset it is the wall clock
 * of that IANA time zone. A time that the clock skips in spring is taken to be after the gap, one it repeats the first.
 */
export function momentOf(written: string, zone: string): number | null {
  const text = written.trim().replace(' ', 'T');
  const asUtc = Date.parse(hasOffset(text) ? text : `${text}Z`);
  if (Number.isNaN(asUtc)) return null;
  if (hasOffset(text)) return asUtc;
  const dayBefore = offsetAt(asUtc - 86_400_000, zone);
  const dayAfter = offsetAt(asUtc + 86_400_000, zone);
  const [early, late] = [asUtc - Math.max(dayBefore, dayAfter), asUtc - Math.min(dayBefore, dayAfter)];
  if (offsetAt(early, zone) === asUtc - early) return early;
  return offsetAt(late, zone) === asUtc - late ? late : asUtc - dayBefore;
}

/** How far that zone's clock is ahead of UTC at that moment, in milliseconds. */
function offsetAt(ms: number, zone: string): number {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const part = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  return wall - Math.floor(ms / 1000) * 1000;
}
