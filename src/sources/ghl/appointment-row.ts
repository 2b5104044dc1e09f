import { z } from 'zod';
import { path } from '../../base/path.ts';
import type { SourceRecord } from '../source.ts';
import type { Call } from './client.ts';
import { contactUrl } from './contact-row.ts';
import { hasOffset, momentOf } from './local-time.ts';
import type { Location } from './location.ts';
import { flag, id, spoken, stamps, text, whole } from './wire.ts';

/** An appointment as the calendars, the contact or a write answers it; the contact's list writes times without an offset. */
export const AppointmentRow = z.object({
  id,
  contactId: text,
  title: text,
  startTime: text,
  endTime: text,
  appointmentStatus: text,
  address: text,
  notes: text,
  description: text,
  assignedUserId: text,
  dateAdded: text,
  dateUpdated: text,
  deleted: flag,
});
export type AppointmentRow = z.output<typeof AppointmentRow>;

/** Whether a row holds the whole appointment; the contact's list and the answers to writes leave fields out. */
export type Completeness = 'whole' | 'partial';

/** The records of rows; the location's time zone is asked for where a time does not say its offset. */
export async function appointmentRecords(
  rows: readonly AppointmentRow[],
  completeness: Completeness,
  location: Location,
  locationId: string,
): Promise<readonly SourceRecord[]> {
  const times = rows.flatMap((row) => [row.startTime, row.endTime, row.dateAdded, row.dateUpdated]);
  const zone = times.some((time) => time && !hasOffset(time)) ? await location.timeZone() : 'UTC';
  return rows.map((row) => appointmentRecord(row, completeness, zone, locationId));
}

function appointmentRecord(
  row: AppointmentRow,
  completeness: Completeness,
  zone: string,
  locationId: string,
): SourceRecord {
  const at = (written: string | null | undefined) => (written ? (momentOf(written, zone) ?? undefined) : undefined);
  const instant = (written: string | null | undefined) => {
    const ms = at(written);
    return ms === undefined ? written : new Date(ms).toISOString();
  };
  const fields = {
    title: row.title,
    startTime: instant(row.startTime),
    endTime: instant(row.endTime),
    appointmentStatus: row.appointmentStatus,
    address: row.address,
    // Written as `description`; some rows answer it as `notes`.
    notes: row.description || row.notes || undefined,
    assignedUserId: row.assignedUserId,
  };
  return {
    id: row.id,
    ...(row.contactId ? { contactId: row.contactId, url: contactUrl(locationId, row.contactId) } : {}),
    fields: completeness === 'whole' ? whole(fields) : spoken(fields),
    ...stamps(at(row.dateAdded), at(row.dateUpdated)),
    ...(row.deleted ? { deleted: true as const } : {}),
  };
}

/** The call that reads one appointment. */
export function appointmentCall(appointmentId: string): Call {
  return {
    method: 'GET',
    path: path`/calendars/events/appointments/${appointmentId}`,
    version: '2021-04-15',
    about: `appointment ${appointmentId}`,
  };
}
