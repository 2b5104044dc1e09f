import { z } from 'zod';
import type { Clock } from '../../base/clock.ts';
import type { Collection, Page, RecordRef, SourceRecord } from '../source.ts';
import type { Client } from './client.ts';
import { contactCursor, searchChanged } from './contact-search.ts';
import { NOTE_FIELDS } from './field.ts';
import { NoteRow, noteCall, noteRecord } from './note-row.ts';
import { noteWriter } from './note-writer.ts';
import { each, ownerOf } from './wire.ts';

const OneNote = z.object({ note: NoteRow.nullish() });
const ManyNotes = z.object({ notes: z.array(NoteRow).nullish() });

/** The notes of all contacts of the location; HighLevel lists them per contact only, so a scan costs a call per contact. */
export function noteCollection(client: Client, clock: Clock): Collection {
  const { locationId } = client;

  async function list(contactId: string): Promise<readonly SourceRecord[]> {
    const answer = await client.find(noteCall('GET', contactId), ManyNotes);
    return (answer?.notes ?? []).map((row) => noteRecord(row, contactId, locationId));
  }

  async function get(noteId: string, contactId: string): Promise<SourceRecord | null> {
    const answer = await client.find(noteCall('GET', contactId, noteId), OneNote);
    return answer?.note ? noteRecord(answer.note, contactId, locationId) : null;
  }

  /** Several notes of one contact are read as its list, which they share. */
  async function read(refs: readonly RecordRef[]): Promise<(SourceRecord | null | Error)[]> {
    return each(refs, async ({ id, contactId }) => {
      const owner = ownerOf('note', contactId);
      const several = refs.filter((ref) => ref.contactId === owner).length > 1;
      return several ? ((await list(owner)).find((note) => note.id === id) ?? null) : get(id, owner);
    });
  }

  async function* scan(resume: string | null): AsyncIterable<Page> {
    for (let cursor = contactCursor(resume, clock.now()); ; ) {
      const { rows, next } = await searchChanged(client, cursor);
      const lists = await Promise.all(rows.map((row) => list(row.id)));
      yield { records: lists.flat(), resume: next && JSON.stringify(next) };
      if (!next) return;
      cursor = next;
    }
  }

  return {
    covers: 'all',
    note: 'There is no list of all notes: a full pass asks once per contact. HighLevel does not say when a note changed.',
    describe: async () => NOTE_FIELDS,
    read,
    scan,
    listFor: (contactIds) => each(contactIds, list),
    write: noteWriter(client, list),
  };
}
