import { z } from 'zod';
import type { SourceRecord } from '../source.ts';
import { type AppointmentRow, AppointmentRow as Row } from './appointment-row.ts';
import type { Client } from './client.ts';
import { id } from './wire.ts';

const DAY_MS = 86_400_000;
const BACK_MS = 90 * DAY_MS;
/** No longest span is documented; a quarter of a year keeps answers small, for they are not paged. */
const WINDOW_MS = 91 * DAY_MS;
/** From 90 days back to 365 ahead. */
const WINDOWS = 5;

const Calendars = z.object({ calendars: z.array(z.object({ id })).nullish() });
const Events = z.object({ events: z.array(Row).nullish() });
const Position = z.object({ start: z.number(), calendar: z.string(), window: z.number() });

/** One calendar in one span of time, and where to go on behind it. */
export interface CalendarWindow {
  readonly calendar: string;
  readonly from: number;
  readonly to: number;
  readonly resume: string | null;
}

/** The calendars of the location and the spans to ask each of them for, from where `resume` says. */
export async function calendarWindows(client: Client, resume: string | null, now: number): Promise<CalendarWindow[]> {
  const position = positionOf(resume);
  const start = position?.start ?? now - BACK_MS;
  const windows = (await calendarIds(client)).flatMap((calendar) =>
    Array.from({ length: WINDOWS }, (_, window) => ({ start, calendar, window })),
  );
  const left = windows.filter((at) => !position || isBehind(at, position));
  return left.map((at, index) => ({
    calendar: at.calendar,
    from: start + at.window * WINDOW_MS,
    to: start + (at.window + 1) * WINDOW_MS - 1,
    resume: index === left.length - 1 ? null : JSON.stringify(at),
  }));
}

/** The appointments of one calendar that happen in that span. */
export async function eventsOf(
  client: Client,
  { calendar, from, to }: CalendarWindow,
): Promise<readonly AppointmentRow[]> {
  const { events } = await client.call(
    {
      method: 'GET',
      path: '/calendars/events',
      query: { locationId: client.locationId, calendarId: calendar, startTime: String(from), endTime: String(to) },
      version: '2021-04-15',
      about: `the events of calendar ${calendar}`,
    },
    Events,
  );
  return events ?? [];
}

/** Blocked time has no contact: it is nobody's appointment. */
export function isAppointment(record: SourceRecord): boolean {
  return record.contactId !== undefined;
}

async function calendarIds(client: Client): Promise<readonly string[]> {
  const { calendars } = await client.call(
    {
      method: 'GET',
      path: '/calendars/',
      query: { locationId: client.locationId },
      version: '2021-04-15',
      about: 'the calendars',
    },
    Calendars,
  );
  return (calendars ?? []).map((calendar) => calendar.id).sort();
}

type Position = z.output<typeof Position>;

function positionOf(resume: string | null): Position | null {
  if (resume === null) return null;
  try {
    return Position.safeParse(JSON.parse(resume)).data ?? null;
  } catch {
    // No JSON: a position of another kind or age. Starting over is safe.
    return null;
  }
}

function isBehind(at: Position, position: Position): boolean {
  if (at.calendar === position.calendar) return at.window > position.window;
  return at.calendar > position.calendar;
}
