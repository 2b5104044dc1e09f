import type { Fields } from '../../model/kind.ts';
import type { FieldDescription } from '../../model/record-field.ts';
import { toInstant } from '../../model/tidy.ts';
import type { SourceRecord } from '../source.ts';
import { type Annotation, documentValues, isGone, isReviewed } from './annotation.ts';
import { type Party, partyOf } from './contact.ts';
import type { RowShape } from './row.ts';

/** The rows of the tasks collection. */
export const taskRows: RowShape = {
  columns: { title: 'text', body: 'text', due_at: 'instant', completed: 'flag', assignee: 'text' },
};

/** The field that only documents have. */
export const STATUS_FIELD: FieldDescription = {
  field: 'status',
  label: 'Status of the document',
  type: 'text',
  note: 'Of tasks that stand for documents, in the words of Rossum: to_review, postponed, confirmed.',
};

/** A document as the task to review it, open until it is accepted or rejected; deleted once the document is gone. */
export function reviewOf(annotation: Annotation, party: Party): SourceRecord | null {
  if (annotation.status === 'created' || annotation.status === 'importing') return null;
  const contact = partyOf(annotation, party);
  return {
    ...annotation.source,
    id: annotation.recordId,
    ...(contact ? { contactId: contact.id } : {}),
    fields: {
      title: annotation.fileName ?? 'Document without a name',
      ...summary(annotation),
      ...dueDate(annotation),
      completed: isReviewed(annotation) || annotation.status === 'rejected',
      status: annotation.status,
      ...documentValues(annotation),
    },
    ...(isGone(annotation) ? { deleted: true as const } : {}),
  };
}

function summary({ values }: Annotation): Fields {
  const lines = [
    ['From', values.get('sender_name')?.text],
    ['Document number', values.get('document_id')?.text],
  ].flatMap(([label, text]) => (text ? [`${label}: ${text}`] : []));
  return lines.length > 0 ? { body: lines.join('\n') } : {};
}

/** Exported dates may be in the customer's own format: only an ISO date is certain not to swap day and month. */
function dueDate({ values }: Annotation): Fields {
  const text = values.get('date_due')?.text;
  const due = text && /^\d{4}-\d{2}-\d{2}/.test(text) ? toInstant(text) : null;
  return due ? { due_at: due } : {};
}
