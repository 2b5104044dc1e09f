import { type Fields, text as textOf } from '../../model/kind.ts';
import type { FormObject } from './form.ts';
import type { PartnerShape } from './partner-shape.ts';
import { flag, id, row, text } from './row.ts';
import { londonTime, toUtc } from './time.ts';

const officeTaskRow = row(
  { id, description: text, details: text, duedate: text, completed: flag, user: text, createdondatetime: text },
  { user: ['username', 'assignedto'], completed: ['iscompleted'] },
);

/** Office tasks, as far as a partner endpoint is granted. */
export function officeTasks(template: string): PartnerShape<ReturnType<typeof officeTaskRow.parse>> {
  return {
    template,
    noun: 'office task',
    names: ['officetasks', 'officetask', 'tasks', 'task'],
    envelope: 'officetask',
    row: officeTaskRow,
    fields: ['description', 'details', 'duedate', 'completed', 'user'],
    toRecord({ id, createdondatetime, duedate, ...task }, contactId) {
      const createdAt = toUtc(createdondatetime);
      const fields = {
        description: task.description ?? null,
        details: task.details ?? null,
        duedate: toUtc(duedate),
        completed: task.completed,
        user: task.user ?? null,
      };
      return { id, contactId, fields, ...(createdAt ? { createdAt: Date.parse(createdAt) } : {}) };
    },
    required: 'description',
    toForm: taskForm,
  };
}

function taskForm(fields: Fields): FormObject {
  const due = toUtc(textOf(fields, 'duedate'));
  return {
    description: textOf(fields, 'description'),
    details: textOf(fields, 'details'),
    duedate: due ? londonTime(Date.parse(due)) : textOf(fields, 'duedate'),
    completed: fields.completed === true,
    user: textOf(fields, 'user'),
  };
}
