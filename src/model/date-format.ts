/** How systems write times. Those without a time of day mean the start of the day in their zone. */
export const DATE_FORMATS = [
  'YYYY-MM-DD',
  'DD/MM/YYYY',
  'MM/DD/YYYY',
  'DD.MM.YYYY',
  'YYYY-MM-DD HH:mm',
  'YYYY-MM-DD HH:mm:ss',
  'DD/MM/YYYY HH:mm',
  'DD/MM/YYYY HH:mm:ss',
  'MM/DD/YYYY HH:mm',
  'seconds',
  'milliseconds',
] as const;
/** One of these forms; 'seconds' and 'milliseconds' count from 1970. */
export type DateFormat = (typeof DATE_FORMATS)[number];

/** True if that names a time zone this machine knows. */
export function isZone(zone: string): boolean {
  try {
    clockOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** The instant (RFC 3339 in UTC) that a text or number in that form means in that zone; null where it is in no such form. */
export function parseDate(given: string | number, format: DateFormat, zone: string): string | null {
  if (format === 'seconds' || format === 'milliseconds') {
    const count = typeof given === 'number' ? given : /^-?\d+$/.test(given.trim()) ? Number(given) : Number.NaN;
    return instant(count * (format === 'seconds' ? 1_000 : 1));
  }
  const found = readerOf(format).exec(String(given).trim());
  if (!found?.groups) return null;
  const [year, month, day, hour, minute, second] = ['YYYY', 'MM', 'DD', 'HH', 'mm', 'ss'].map((name) =>
    Number(found.groups?.[name] ?? 0),
  ) as [number, number, number, number, number, number];
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  const isReal = new Date(wall).getUTCDate() === day && month >= 1 && month <= 12 && hour < 24 && minute < 60;
  return isReal && second < 60 ? instant(atZone(wall, zone)) : null;
}

/** The instant in that form at the clock of that zone; null where it is no instant. */
export function formatDate(time: string, format: DateFormat, zone: string): string | number | null {
  const ms = Date.parse(time);
  if (Number.isNaN(ms)) return null;
  if (format === 'milliseconds') return ms;
  if (format === 'seconds') return Math.floor(ms / 1_000);
  const wall = new Date(ms + offsetAt(ms, zone)).toISOString();
  const parts = { YYYY: wall.slice(0, 4), MM: wall.slice(5, 7), DD: wall.slice(8, 10) };
  const clock = { HH: wall.slice(11, 13), mm: wall.slice(14, 16), ss: wall.slice(17, 19) };
  return format.replace(/YYYY|MM|DD|HH|mm|ss/g, (name) => ({ ...parts, ...clock })[name] ?? name);
}

function instant(ms: number): string | null {
  return Number.isNaN(ms) || Math.abs(ms) > 8.64e15 ? null : new Date(ms).toISOString();
}

function readerOf(format: DateFormat): RegExp {
  const escaped = format.replace(/[.]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/YYYY|MM|DD|HH|mm|ss/g, (name) => `(?<${name}>\\d{${name.length}})`)}$`);
}

/** When the zone's clock shows that; of a time that is skipped in spring, what the clock shows an hour later. */
function atZone(wall: number, zone: string): number {
  const guess = wall - offsetAt(wall, zone);
  return wall - offsetAt(guess, zone);
}

function offsetAt(ms: number, zone: string): number {
  const parts = new Map(
    clockOf(zone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const [year = 0, month = 1, day = 1] = [parts.get('year'), parts.get('month'), parts.get('day')];
  const [hour = 0, minute = 0, second = 0] = [parts.get('hour'), parts.get('minute'), parts.get('second')];
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  return wall - Math.floor(ms / 1_000) * 1_000;
}

/** Making one takes longer than using it a hundred times. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  clocks.set(zone, made);
  return made;
}
