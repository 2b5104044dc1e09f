import { z } from 'zod';
import type { Clock } from '../../base/clock.ts';
import type { Logger } from '../../base/logger.ts';
import { path } from '../../base/path.ts';
import type { Collection, Page, SourceRecord } from '../source.ts';
import { AppointmentRow, appointmentCall, appointmentRecords, type Completeness } from './appointment-row.ts';
import { calendarWindows, eventsOf, isAppointment } from './appointment-scan.ts';
import { appointmentWriter } from './appointment-writer.ts';
import type { Client } from './client.ts';
import { APPOINTMENT_FIELDS } from './field.ts';
import type { Location } from './location.ts';
import { each } from './wire.ts';

const One = z.object({ event: AppointmentRow.nullish() });
const Many = z.object({ events: z.array(AppointmentRow).nullish() });

/** What the collection of appointments is made of; without a calendar none can be created. */
export interface AppointmentParts {
  readonly client: Client;
  readonly location: Location;
  readonly calendarId: string | undefined;
  readonly clock: Clock;
  readonly log: Logger;
}

/** The appointments in all calendars of the location, from 90 days back to a year ahead. */
export function appointmentCollection({ client, location, calendarId, clock, log }: AppointmentParts): Collection {
  const records = (rows: readonly AppointmentRow[], completeness: Completeness) =>
    appointmentRecords(rows, completeness, location, client.locationId);

  async function get(appointmentId: string): Promise<SourceRecord | null> {
    const answer = await client.find(appointmentCall(appointmentId), One);
    const [record] = answer?.event ? await records([answer.event], 'whole') : [];
    return record ?? null;
  }

  async function list(contactId: string): Promise<readonly SourceRecord[]> {
    const answer = await client.find(
      {
        method: 'GET',
        path: path`/contacts/${contactId}/appointments`,
        version: '2021-07-28',
        about: `the appointments of contact ${contactId}`,
      },
      Many,
    );
    const rows = (answer?.events ?? []).map((row) => ({ ...row, contactId: row.contactId || contactId }));
    return records(rows, 'partial');
  }

  async function* scan(resume: string | null): AsyncIterable<Page> {
    for (const window of await calendarWindows(client, resume, clock.now())) {
      const found = await records(await eventsOf(client, window), 'whole');
      yield { records: found.filter(isAppointment), resume: window.resume };
    }
  }

  const limits = calendarId ? '' : ' None can be created until GHL_CALENDAR_ID names a calendar.';
  return {
    covers: 'window',
    note: `A full pass covers 90 days back to a year ahead; COMPLETED can be read but is written as SHOWED.${limits}`,
    describe: async () => APPOINTMENT_FIELDS,
    read: (refs) => each(refs, (ref) => get(ref.id)),
    scan,
    listFor: (contactIds) => each(contactIds, list),
    write: appointmentWriter({ client, location, calendarId, get, list, log }),
  };
}
