const ZONE = 'Europe/London';
const DAY_MS = 86_400_000;
const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'medium' });

const BRITISH = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/;
const ZONED = /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/i;

/**
 * A time as Commusoft writes it (DD/MM/YY or YYYY-MM-DD, with or without a time of day, with or without a zone), as
 * RFC 3339 in UTC; without a zone it is the time in London, without a time of day its midnight. Null where it is no time.
 */
export function toUtc(time: string | null | undefined): string | null {
  if (!time) return null;
  if (ZONED.test(time)) return valid(Date.parse(time.replace(' ', 'T')));
  const british = BRITISH.exec(time);
  if (british) return london(fullYear(british[3]), british[2], british[1], british.slice(4));
  const iso = ISO.exec(time);
  return iso ? london(Number(iso[1]), iso[2], iso[3], iso.slice(4)) : null;
}

/** When a diary entry such as '21/04/26 30 mins(11:30 am to 12:00 pm)' begins, as RFC 3339 in UTC; null where it does not say. */
export function diaryStart(entry: string | null | undefined): string | null {
  const found = entry ? /^(\d{1,2}\/\d{1,2}\/\d{2,4}).*?\((\d{1,2}):(\d{2}) *([ap])m/i.exec(entry) : null;
  if (!found) return toUtc(entry);
  const hour = (Number(found[2]) % 12) + (found[4]?.toLowerCase() === 'p' ? 12 : 0);
  return toUtc(`${found[1]} ${hour}:${found[3]}`);
}

/** An instant as London's clocks show it: 'YYYY-MM-DD HH:mm:ss'. */
export function londonTime(ms: number): string {
  return wall.format(ms);
}

/** The day in London, so many days later: 'YYYY-MM-DD'. */
export function londonDay(ms: number, daysLater = 0): string {
  const midday = Date.parse(`${wall.format(ms).slice(0, 10)}T12:00:00Z`);
  return new Date(midday + daysLater * DAY_MS).toISOString().slice(0, 10);
}

function london(year: number, month = '', day = '', clock: readonly (string | undefined)[] = []): string | null {
  const [hour, minute, second] = [0, 1, 2].map((part) => Number(clock[part] ?? 0));
  const shown = Date.UTC(year, Number(month) - 1, Number(day), hour, minute, second);
  if (Number.isNaN(shown) || new Date(shown).getUTCDate() !== Number(day)) return null;
  // Twice, because the first guess may lie on the other side of a change of the clocks.
  const guess = shown - ahead(shown);
  return valid(shown - ahead(guess));
}

/** How far London's clocks are ahead of UTC then, in milliseconds. */
function ahead(ms: number): number {
  return Date.parse(`${wall.format(ms).replace(' ', 'T')}Z`) - ms;
}

function fullYear(year = ''): number {
  return year.length === 2 ? 2000 + Number(year) : Number(year);
}

function valid(ms: number): string | null {
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}
