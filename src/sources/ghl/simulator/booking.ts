import type { Row } from '../../simulator.ts';
import { timeOf } from './appointment-shapes.ts';
import { badRequest, unprocessable } from './refusal.ts';
import type { World } from './world.ts';

/** What a write of an appointment says, checked; the flags steer the booking and are not kept. */
export interface Booking extends Row {
  readonly calendarId?: string | undefined;
  readonly startTime?: string | undefined;
  readonly endTime?: string | undefined;
  readonly ignoreFreeSlotValidation?: boolean | undefined;
}

const SLOT_MS = 3_600_000;

/** The calendar of that id, or 400. */
export function calendarOf(world: World, id: unknown): Row {
  const calendar = world.calendars.find((one) => one.id === id);
  if (!calendar) throw badRequest(`Calendar with id ${id} not found`);
  return calendar;
}

/** The row that a write asks for: an hour long where it gives no end, on the calendar's first user where it names none. */
export function eventRow(world: World, body: Booking, before?: Row): Row {
  const { toNotify, ignoreDateRange, ignoreFreeSlotValidation, overrideLocationConfig, ...patch } = body;
  const row: Row = { ...before, ...patch };
  const calendar = calendarOf(world, row.calendarId);
  const startsAt = timeOf(world, row, 'startTime');
  const oldLength = before ? timeOf(world, before, 'endTime') - timeOf(world, before, 'startTime') : SLOT_MS;
  const endsAt = patch.endTime === undefined ? startsAt + oldLength : timeOf(world, row, 'endTime');
  if (endsAt < startsAt) throw unprocessable('endTime must be after startTime');
  const isMoved = !before || (patch.startTime ?? patch.endTime ?? patch.calendarId) !== undefined;
  if (isMoved && !ignoreFreeSlotValidation && isTaken(world, row, startsAt, endsAt))
    throw badRequest('The slot you have selected is no longer available.');
  const [member] = calendar.teamMembers as { userId: string }[];
  return {
    ...patch,
    endTime: new Date(endsAt).toISOString(),
    title: row.title ?? calendar.name,
    assignedUserId: row.assignedUserId ?? member?.userId,
  };
}

function isTaken(world: World, row: Row, startsAt: number, endsAt: number): boolean {
  return [...world.shelves.appointments.rows()].some(
    (other) =>
      other.id !== row.id &&
      other.calendarId === row.calendarId &&
      other.appointmentStatus !== 'cancelled' &&
      timeOf(world, other, 'startTime') < endsAt &&
      timeOf(world, other, 'endTime') > startsAt,
  );
}

/** The appointments that start within the window, of one calendar or user. */
export function eventsIn(world: World, query: Readonly<Record<string, string | undefined>>): Row[] {
  const { locationId, startTime, endTime, calendarId, userId, groupId } = query;
  if (!locationId) throw unprocessable('locationId should not be empty');
  if (!/^\d+$/.test(startTime ?? '')) throw unprocessable('startTime must be a number string');
  if (!/^\d+$/.test(endTime ?? '')) throw unprocessable('endTime must be a number string');
  if (!calendarId && !userId && !groupId) throw badRequest('Either of userId, calendarId or groupId is required');
  return [...world.shelves.appointments.rows()].filter((row) => {
    const startsAt = timeOf(world, row, 'startTime');
    const isWithin = startsAt >= Number(startTime) && startsAt <= Number(endTime);
    const isOwn = (!calendarId || row.calendarId === calendarId) && (!userId || row.assignedUserId === userId);
    return isWithin && isOwn && (!groupId || row.groupId === groupId);
  });
}
