import { z } from 'zod';
import type { Clock } from '../../base/clock.ts';
import { Problem } from '../../base/errors.ts';
import { path } from '../../base/path.ts';
import { type Fields, text } from '../../model/kind.ts';
import { toInstant } from '../../model/tidy.ts';
import type { RecordRef, Writer } from '../source.ts';
import type { Client } from './client.ts';
import { readTask, tasksOfOne } from './task-reader.ts';
import { TaskRow, taskCall, taskRecord } from './task-row.ts';
import { anything, only, ownerOf } from './wire.ts';

/** The assignee is left out: it would have to be a user's id, which no other system knows. */
const WRITABLE = ['title', 'body', 'dueDate', 'completed'];
const A_DAY_MS = 86_400_000;
const Answer = z.object({ task: TaskRow });

/** Creates, changes and deletes tasks; ticking one off goes through the operation made for it. */
export function taskWriter(client: Client, clock: Clock): Writer {
  return {
    creates: WRITABLE,
    updates: WRITABLE,
    callsPerUpdate: 1,
    async create({ contactId, fields }) {
      const under = ownerOf('task', contactId);
      const call = taskCall('POST', under, undefined, newTask(fields, clock.now()));
      const { task } = await client.call(call, Answer);
      return taskRecord(task, client.locationId, under);
    },
    async find({ contactId, fields }) {
      const tasks = await tasksOfOne(client, ownerOf('task', contactId));
      return tasks.find((task) => sameTask(task.fields, fields)) ?? null;
    },
    async update(ref, patch) {
      const contactId = await contactOf(client, ref);
      if (!contactId) throw gone(ref.id);
      const { task } = await client.call(updateCall(contactId, ref.id, only(WRITABLE, patch)), Answer);
      return taskRecord(task, client.locationId, contactId);
    },
    async remove(ref) {
      const contactId = await contactOf(client, ref);
      if (contactId) await client.find(taskCall('DELETE', contactId, ref.id), anything);
    },
  };
}

/** The contact a task belongs to, looked for where the reference does not say. */
async function contactOf(client: Client, ref: RecordRef): Promise<string | undefined> {
  return ref.contactId ?? (await readTask(client, ref))?.contactId;
}

function gone(taskId: string): Problem {
  return new Problem('NOT_FOUND', `HighLevel has no task ${taskId} any more`, 'never', {
    system: 'ghl',
    recordId: taskId,
  });
}

function updateCall(contactId: string, taskId: string, patch: Fields): ReturnType<typeof taskCall> {
  const call = taskCall('PUT', contactId, taskId, bodyOf(patch, taskId));
  const ticks = Object.keys(patch).length === 1 && patch.completed !== undefined;
  return ticks ? { ...call, path: path`/contacts/${contactId}/tasks/${taskId}/completed` } : call;
}

/** HighLevel wants a due date of every task: a day from now where there is none. */
function newTask(fields: Fields, now: number): object {
  const given = Object.fromEntries(Object.entries(only(WRITABLE, fields)).filter(([, value]) => value !== null));
  return { dueDate: new Date(now + A_DAY_MS).toISOString(), ...given, completed: fields.completed === true };
}

function bodyOf(patch: Fields, taskId: string): object {
  if (patch.dueDate === null)
    throw new Problem('INVALID', `HighLevel keeps no task without a due date: task ${taskId} must have one`, 'never', {
      system: 'ghl',
      recordId: taskId,
      path: ['dueDate'],
    });
  return Object.fromEntries(
    Object.entries(patch).map(([field, value]) => [field, field === 'completed' ? value === true : (value ?? '')]),
  );
}

function sameTask(found: Fields, wanted: Fields): boolean {
  const same = (field: string) => (text(found, field) ?? '').trim() === (text(wanted, field) ?? '').trim();
  const due = text(wanted, 'dueDate');
  return same('title') && same('body') && (!due || toInstant(due) === toInstant(text(found, 'dueDate') ?? ''));
}
