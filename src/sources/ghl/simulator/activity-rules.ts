import type { Row, TableRules } from '../../simulator.ts';
import { parseTime, withOffset } from './local-time.ts';
import { differences, dropNulls } from './tidy-row.ts';
import type { Telling, World } from './world.ts';

/** Tasks: there is an event for completing one, and none for any other change. */
export function taskRules(world: World, telling: Telling): TableRules {
  const settle = (row: Row) => {
    row.completed = row.completed === true;
    const due = Date.parse(String(row.dueDate));
    if (!Number.isNaN(due)) row.dueDate = new Date(due).toISOString();
    dropNulls(row);
  };
  return {
    newId: world.ids.next,
    added(row) {
      row.dateAdded = (telling.quiet && row.dateAdded) || world.stamp();
      settle(row);
      telling.tell('TaskCreate', row);
    },
    changed(row, before) {
      settle(row);
      if (row.completed === true && before.completed !== true) telling.tell('TaskComplete', row);
    },
    removed: (row) => telling.tell('TaskDelete', row),
  };
}

/** Notes: the body is kept as it is given; only the time of adding is stamped. */
export function noteRules(world: World, telling: Telling): TableRules {
  return {
    newId: world.ids.next,
    added(row) {
      row.dateAdded = (telling.quiet && row.dateAdded) || world.stamp();
      row.pinned ??= false;
      dropNulls(row);
      telling.tell('NoteCreate', row);
    },
    changed(row, before) {
      row.dateAdded = before.dateAdded;
      dropNulls(row);
      if (differences(row, before).length > 0) telling.tell('NoteUpdate', row);
    },
    removed: (row) => telling.tell('NoteDelete', row),
  };
}

const HOUR_MS = 3_600_000;

/** Appointments: times are kept with the location's offset, notes and description are the same text. */
export function appointmentRules(world: World, telling: Telling): TableRules {
  const { timezone } = world.location;
  const settle = (row: Row, before?: Row) => {
    const startsAt = parseTime(String(row.startTime), timezone) || world.clock.now();
    const endsAt = parseTime(String(row.endTime), timezone) || startsAt + HOUR_MS;
    row.startTime = withOffset(startsAt, timezone);
    row.endTime = withOffset(endsAt, timezone);
    const said = row.description !== before?.description ? row.description : (row.notes ?? null);
    row.notes = said;
    row.description = said;
    row.users = row.assignedUserId ? [row.assignedUserId] : [];
    dropNulls(row);
  };
  return {
    newId: world.ids.next,
    added(row) {
      row.locationId = world.location.id;
      row.calendarId ??= world.calendars[0]?.id;
      row.appointmentStatus ??= 'confirmed';
      row.dateAdded = (telling.quiet && row.dateAdded) || world.stamp();
      row.dateUpdated = row.dateAdded;
      settle(row);
      telling.tell('AppointmentCreate', row);
    },
    changed(row, before) {
      row.dateAdded = before.dateAdded;
      row.dateUpdated = world.stamp();
      settle(row, before);
      telling.tell('AppointmentUpdate', row);
    },
    removed: (row) => telling.tell('AppointmentDelete', row),
  };
}
