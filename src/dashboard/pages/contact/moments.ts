const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const hour = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' });
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });

/** A moment that people plan with: day and time. */
export function momentInWords(at: string): string {
  return moment.format(new Date(at));
}

/** From when to when; the day once where it is the same one. */
export function spanInWords(from: string, to: string | null | undefined): string {
  if (!to) return momentInWords(from);
  const [start, end] = [new Date(from), new Date(to)];
  const isOneDay = day.format(start) === day.format(end);
  return `${moment.format(start)} to ${isOneDay ? hour.format(end) : moment.format(end)}`;
}

/** What a field for day and time holds, as the graph takes it; null where it holds none. The time is that of the device. */
export function instantOf(local: string): string | null {
  const at = Date.parse(local);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}
