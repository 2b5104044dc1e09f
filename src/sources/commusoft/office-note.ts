import { type Fields, text as textOf } from '../../model/kind.ts';
import type { FormObject } from './form.ts';
import type { PartnerShape } from './partner-shape.ts';
import { id, row, text } from './row.ts';
import { toUtc } from './time.ts';

const officeNoteRow = row({ id, title: text, note: text, createdondatetime: text });

/** Notes of a customer's communications, as far as a partner endpoint is granted. */
export function officeNotes(template: string): PartnerShape<ReturnType<typeof officeNoteRow.parse>> {
  return {
    template,
    noun: 'office note',
    names: ['communicationsnotes', 'communicationsnote', 'notes', 'note'],
    envelope: 'communicationsnote',
    row: officeNoteRow,
    fields: ['title', 'note'],
    toRecord({ id, title, note, createdondatetime }, contactId) {
      const createdAt = toUtc(createdondatetime);
      const fields = { title: title ?? null, note: note ?? null };
      return { id, contactId, fields, ...(createdAt ? { createdAt: Date.parse(createdAt) } : {}) };
    },
    required: 'note',
    toForm: noteForm,
  };
}

function noteForm(fields: Fields): FormObject {
  return { title: textOf(fields, 'title'), note: textOf(fields, 'note') };
}
