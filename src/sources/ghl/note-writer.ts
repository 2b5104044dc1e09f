import { z } from 'zod';
import { type Fields, text } from '../../model/kind.ts';
import type { SourceRecord, Writer } from '../source.ts';
import type { Client } from './client.ts';
import { NoteRow, noteCall, noteRecord } from './note-row.ts';
import { anything, only, ownerOf } from './wire.ts';

/** The author is left out: it would have to be a user's id, which no other system knows. */
const WRITABLE = ['title', 'body'];
const Answer = z.object({ note: NoteRow });

/** Creates, changes and deletes notes; `list` answers all notes of one contact. */
export function noteWriter(client: Client, list: (contactId: string) => Promise<readonly SourceRecord[]>): Writer {
  return {
    creates: WRITABLE,
    updates: WRITABLE,
    callsPerUpdate: 1,
    async create({ contactId, fields }) {
      const owner = ownerOf('note', contactId);
      const given = Object.fromEntries(Object.entries(only(WRITABLE, fields)).filter(([, value]) => value !== null));
      const { note } = await client.call(noteCall('POST', owner, undefined, given), Answer);
      return noteRecord(note, owner, client.locationId);
    },
    async find({ contactId, fields }) {
      const notes = await list(ownerOf('note', contactId));
      return notes.find((note) => sameNote(note.fields, fields)) ?? null;
    },
    async update(ref, patch) {
      const owner = ownerOf('note', ref.contactId);
      const written = Object.entries(only(WRITABLE, patch)).map(([field, value]) => [field, value ?? '']);
      const { note } = await client.call(noteCall('PUT', owner, ref.id, Object.fromEntries(written)), Answer);
      return noteRecord(note, owner, client.locationId);
    },
    async remove(ref) {
      await client.find(noteCall('DELETE', ownerOf('note', ref.contactId), ref.id), anything);
    },
  };
}

function sameNote(found: Fields, wanted: Fields): boolean {
  return WRITABLE.every((field) => (text(found, field) ?? '').trim() === (text(wanted, field) ?? '').trim());
}
