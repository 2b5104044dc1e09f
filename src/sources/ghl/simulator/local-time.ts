const formats = new Map<string, Intl.DateTimeFormat>();

function offsetMinutes(ms: number, timezone: string): number {
  const format =
    formats.get(timezone) ?? new Intl.DateTimeFormat('en-GB', { timeZone: timezone, timeZoneName: 'longOffset' });
  formats.set(timezone, format);
  const name = format.formatToParts(ms).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const found = /([+-])(\d\d):(\d\d)/.exec(name);
  if (!found) return 0;
  return (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3]));
}

/** Milliseconds as "2026-06-01T09:00:00+01:00": the way the calendar operations write times. */
export function withOffset(ms: number, timezone: string): string {
  const minutes = offsetMinutes(ms, timezone);
  const local = new Date(ms + minutes * 60_000).toISOString().slice(0, 19);
  const size = Math.abs(minutes);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${local}${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** Milliseconds as "2026-06-01 09:00:00" on the location's wall: the way a contact's appointments are listed. */
export function onTheWall(ms: number, timezone: string): string {
  return withOffset(ms, timezone).slice(0, 19).replace('T', ' ');
}

/** Milliseconds of an ISO time; one without an offset is the location's own. NaN where it is no time. */
export function parseTime(text: string, timezone: string): number {
  if (/([zZ]|[+-]\d\d:?\d\d)$/.test(text)) return Date.parse(text);
  const asUtc = Date.parse(`${text.replace(' ', 'T')}${text.length > 10 ? 'Z' : ''}`);
  if (Number.isNaN(asUtc)) return asUtc;
  const guess = asUtc - offsetMinutes(asUtc, timezone) * 60_000;
  return asUtc - offsetMinutes(guess, timezone) * 60_000;
}
