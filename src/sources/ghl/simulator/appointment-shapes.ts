import type { Row } from '../../simulator.ts';
import { onTheWall, parseTime } from './local-time.ts';
import { text, texts } from './tidy-row.ts';
import type { World } from './world.ts';

/** Milliseconds of a time of an appointment; NaN where it has none. */
export function timeOf(world: World, row: Row, field: string): number {
  return parseTime(text(row, field) ?? '', world.location.timezone);
}

/** An appointment as the calendar operations read it. */
export function shownEvent(row: Row): Row {
  return { groupId: '', ...row, isRecurring: false, assignedResources: [] };
}

/** The bare answer of a write: no times of adding or changing, no notes. */
export function writtenEvent(row: Row): Row {
  const { id, calendarId, locationId, contactId, startTime, endTime, title, appointmentStatus } = row;
  const { assignedUserId, address, meetingLocationType = 'custom' } = row;
  return {
    ...{ id, calendarId, locationId, contactId, startTime, endTime, title, appointmentStatus },
    ...{ assignedUserId, address, meetingLocationType, isRecurring: false },
  };
}

/** An appointment as a contact's list has it: all times are the location's own, without an offset. */
export function listedForContact(world: World, row: Row): Row {
  const wall = (field: string) => onTheWall(timeOf(world, row, field), world.location.timezone);
  const { id, calendarId, title, assignedUserId, notes, address, locationId, contactId, appointmentStatus } = row;
  return {
    ...{ id, calendarId, title, assignedUserId, notes, address, locationId, contactId, appointmentStatus },
    status: 'booked',
    startTime: wall('startTime'),
    endTime: wall('endTime'),
    groupId: row.groupId ?? '',
    users: texts(row, 'users'),
    dateAdded: wall('dateAdded'),
    dateUpdated: wall('dateUpdated'),
    assignedResources: [],
  };
}
