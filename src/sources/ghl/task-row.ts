import { z } from 'zod';
import { path } from '../../base/path.ts';
import type { SourceRecord } from '../source.ts';
import type { Call, Client } from './client.ts';
import { contactUrl } from './contact-row.ts';
import { malformed } from './problem.ts';
import { flag, moment, stamps, text, whole } from './wire.ts';

/** A task as a contact's list or the location's search answers it; the latter is not described and may spell its id `_id`. */
export const TaskRow = z.object({
  id: text,
  _id: text,
  contactId: text,
  title: text,
  body: text,
  dueDate: text,
  completed: flag,
  assignedTo: text,
  dateAdded: moment,
  dateUpdated: moment,
});
export type TaskRow = z.output<typeof TaskRow>;

/** The record of a task; `contactId` is the contact it was asked for under. */
export function taskRecord(row: TaskRow, locationId: string, contactId?: string): SourceRecord {
  const id = row.id || row._id;
  if (!id) throw malformed('a task');
  const owner = row.contactId || contactId;
  const { title, body, dueDate, assignedTo } = row;
  return {
    id,
    ...(owner ? { contactId: owner, url: contactUrl(locationId, owner) } : {}),
    fields: { ...whole({ title, body, dueDate, assignedTo }), completed: row.completed ?? false },
    ...stamps(row.dateAdded, row.dateUpdated),
  };
}

/** Some tasks of the location, and how many to skip for the ones behind them; `next` null at the end. */
export interface TaskPage {
  readonly records: readonly SourceRecord[];
  readonly next: number | null;
}

const LIMIT = 100;

const Answer = z.object({
  // Declared as an array of arrays, which no one has seen: both are understood.
  tasks: z.array(z.union([z.array(TaskRow), TaskRow])).nullish(),
});

/** One page of the location's tasks, or of those of these contacts. */
export async function searchTasks(client: Client, skip: number, contactIds?: readonly string[]): Promise<TaskPage> {
  const { tasks } = await client.call(
    {
      method: 'POST',
      path: path`/locations/${client.locationId}/tasks/search`,
      json: { ...(contactIds ? { contactId: contactIds } : {}), limit: LIMIT, skip },
      version: '2021-07-28',
      about: 'a search of tasks',
      reads: true,
    },
    Answer,
  );
  const rows = (tasks ?? []).flat();
  const records = rows.map((row) => taskRecord(row, client.locationId));
  return { records, next: mayGoOn(rows.length) ? skip + rows.length : null };
}

/**
 * No maximum of `limit` is documented, only its default of 25. A system that allows less than we ask cuts pages at a round
 * number: only a page of such a length may have others behind it.
 */
function mayGoOn(rows: number): boolean {
  return rows > 0 && rows % 25 === 0;
}

/** All tasks of these contacts. */
export async function tasksOf(client: Client, contactIds: readonly string[]): Promise<readonly SourceRecord[]> {
  const records: SourceRecord[] = [];
  for (let skip: number | null = 0; skip !== null; ) {
    const page: TaskPage = await searchTasks(client, skip, contactIds);
    records.push(...page.records);
    skip = page.next;
  }
  return records;
}

/** A call about one task of a contact, or (without a task) about all of them. */
export function taskCall(method: Call['method'], contactId: string, taskId?: string, json?: object): Call {
  return {
    method,
    path: taskId !== undefined ? path`/contacts/${contactId}/tasks/${taskId}` : path`/contacts/${contactId}/tasks`,
    version: '2021-07-28',
    about: taskId !== undefined ? `task ${taskId} of contact ${contactId}` : `the tasks of contact ${contactId}`,
    ...(json ? { json } : {}),
  };
}
