/** Commusoft states no time zone; its stamps are taken to be what a clock on a British wall shows. */
const WALL = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'medium' });

const STAMP = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2})(:\d{2})?)?$/;

/** 'YYYY-MM-DD HH:mm:ss' in British local time for milliseconds since 1970. */
export function ukStamp(ms: number): string {
  return WALL.format(ms);
}

/** A date, or a date with a time, as a full local stamp; null for anything else, a time zone included. */
export function localStamp(written: string | null): string | null {
  const [, day, time, seconds] = STAMP.exec(written ?? '') ?? [];
  if (!day || Number.isNaN(Date.parse(`${day}T${time ?? '00:00'}Z`))) return null;
  return `${day} ${time ?? '00:00'}${seconds ?? ':00'}`;
}

/** The day of a local stamp as reports write it: DD/MM/YY; null where there is none. */
export function reportDay(stamp: unknown): string | null {
  const [, year, month, day] = /^\d{2}(\d{2})-(\d{2})-(\d{2})/.exec(String(stamp ?? '')) ?? [];
  return year ? `${day}/${month}/${year}` : null;
}

/** A visit as reports write it: "21/04/26 30 mins(11:30 am to 12:00 pm)". */
export function reportVisit(start: string, end: string): string {
  const minutes = Math.round((Date.parse(`${end}Z`) - Date.parse(`${start}Z`)) / 60_000);
  return `${reportDay(start)} ${minutes} mins(${twelveHours(start)} to ${twelveHours(end)})`;
}

function twelveHours(stamp: string): string {
  const hour = Number(stamp.slice(11, 13));
  return `${String(hour % 12 || 12).padStart(2, '0')}:${stamp.slice(14, 16)} ${hour < 12 ? 'am' : 'pm'}`;
}
