import { Problem, toProblem } from '../../base/errors.ts';
import type { Logger } from '../../base/logger.ts';
import { path } from '../../base/path.ts';
import { type Fields, text, type Value } from '../../model/kind.ts';
import { toInstant } from '../../model/tidy.ts';
import type { NewRecord, SourceRecord, Writer } from '../source.ts';
import { AppointmentRow, appointmentCall, appointmentRecords } from './appointment-row.ts';
import type { Client } from './client.ts';
import type { Location } from './location.ts';
import { anything, only, ownerOf } from './wire.ts';

/** The assignee is left out: it would have to be a user's id, which no other system knows. */
const WRITABLE = ['title', 'startTime', 'endTime', 'address', 'notes', 'appointmentStatus'];

/** What we book happened elsewhere: nobody is notified by it, and no opening hours stand against it. */
const QUIETLY = { toNotify: false, ignoreFreeSlotValidation: true };

/** What the writer of appointments is made of; `get` and `list` answer what the collection reads. */
export interface AppointmentWriterParts {
  readonly client: Client;
  readonly location: Location;
  readonly calendarId: string | undefined;
  readonly get: (appointmentId: string) => Promise<SourceRecord | null>;
  readonly list: (contactId: string) => Promise<readonly SourceRecord[]>;
  readonly log: Logger;
}

/** Creates (given a calendar), changes and deletes appointments through the calendars. */
export function appointmentWriter(parts: AppointmentWriterParts): Writer {
  const { client, location, calendarId, get, list, log } = parts;

  /** Answers to writes lack the stamps and the notes, so the appointment is read again; what was done stays done if that fails. */
  async function readAgain(row: AppointmentRow): Promise<SourceRecord> {
    const [answered] = await appointmentRecords([row], 'partial', location, client.locationId);
    try {
      const read = await get(row.id);
      if (read) return read;
    } catch (error) {
      log.warn(
        { code: toProblem(error).code, id: row.id },
        'an appointment could not be read again after it was written',
      );
    }
    return answered ?? { id: row.id, fields: {} };
  }

  async function create(calendar: string, { contactId, fields }: NewRecord): Promise<SourceRecord> {
    const owner = ownerOf('appointment', contactId);
    const given = Object.fromEntries(Object.entries(only(WRITABLE, fields)).filter(([, value]) => value !== null));
    const row = await client.call(
      {
        method: 'POST',
        path: '/calendars/events/appointments',
        json: { ...bodyOf(given), ...QUIETLY, calendarId: calendar, locationId: client.locationId, contactId: owner },
        version: '2021-04-15',
        about: `a new appointment of contact ${owner}`,
      },
      AppointmentRow,
    );
    return readAgain({ ...row, contactId: row.contactId || owner });
  }

  return {
    creates: calendarId ? WRITABLE : [],
    updates: WRITABLE,
    callsPerUpdate: 2,
    ...(calendarId ? { create: (record: NewRecord) => create(calendarId, record) } : {}),
    async find({ contactId, fields }) {
      const appointments = await list(ownerOf('appointment', contactId));
      return appointments.find((found) => sameAppointment(found.fields, fields)) ?? null;
    },
    async update(ref, patch, previous) {
      const json = { ...bodyOf({ ...keptEnd(patch, previous), ...only(WRITABLE, patch) }), ...QUIETLY };
      return readAgain(await client.call({ ...appointmentCall(ref.id), method: 'PUT', json }, AppointmentRow));
    },
    async remove(ref) {
      const call = { ...appointmentCall(ref.id), path: path`/calendars/events/${ref.id}` };
      // The specification requires a body, if only an empty one.
      await client.find({ ...call, method: 'DELETE', json: {} }, anything);
    },
  };
}

/** A start that is moved alone would take the end along: HighLevel keeps the length. */
function keptEnd(patch: Fields, previous: Fields): Fields {
  const { endTime } = previous;
  return 'startTime' in patch && typeof endTime === 'string' ? { endTime } : {};
}

function bodyOf(fields: Fields): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) =>
      field === 'notes' ? ['description', value ?? ''] : [field, sent(field, value)],
    ),
  );
}

function sent(field: string, value: Value): Value {
  if (value === null && field !== 'address')
    throw new Problem('INVALID', `HighLevel keeps no appointment without its ${field}`, 'never', {
      system: 'ghl',
      path: [field],
    });
  // These versions of the API can show an appointment as completed, but let nobody write it.
  if (field === 'appointmentStatus' && value === 'completed') return 'showed';
  return value ?? '';
}

function sameAppointment(found: Fields, wanted: Fields): boolean {
  const start = (fields: Fields) => toInstant(text(fields, 'startTime') ?? '');
  const title = (fields: Fields) => (text(fields, 'title') ?? '').trim();
  return start(found) === start(wanted) && title(found) === title(wanted);
}
