import { z } from 'zod';
import { path } from '../../base/path.ts';
import type { SourceRecord } from '../source.ts';
import type { Call } from './client.ts';
import { contactUrl } from './contact-row.ts';
import { id, moment, stamps, text, whole } from './wire.ts';

/** A note as every operation answers it; nothing says when it changed. */
export const NoteRow = z.object({ id, body: text, title: text, userId: text, dateAdded: moment });

/** The record of a note of that contact. */
export function noteRecord(row: z.output<typeof NoteRow>, contactId: string, locationId: string): SourceRecord {
  const { body, title, userId } = row;
  return {
    id: row.id,
    contactId,
    url: contactUrl(locationId, contactId),
    fields: whole({ body, title, userId }),
    ...stamps(row.dateAdded, undefined),
  };
}

/** A call about one note of a contact, or (without a note) about all of them. */
export function noteCall(method: Call['method'], contactId: string, noteId?: string, json?: object): Call {
  return {
    method,
    path: noteId !== undefined ? path`/contacts/${contactId}/notes/${noteId}` : path`/contacts/${contactId}/notes`,
    version: '2021-07-28',
    about: noteId !== undefined ? `note ${noteId} of contact ${contactId}` : `the notes of contact ${contactId}`,
    ...(json ? { json } : {}),
  };
}
