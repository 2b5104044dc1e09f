import { z } from 'zod';
import type { RecordRef, SourceRecord } from '../source.ts';
import type { Client } from './client.ts';
import { searchTasks, TaskRow, taskCall, taskRecord, tasksOf } from './task-row.ts';
import { each } from './wire.ts';

const FEW = 3;
const MOST_CONTACTS = 100;
const OneTask = z.object({ task: TaskRow.nullish() });
const ManyTasks = z.object({ tasks: z.array(TaskRow).nullish() });

/** One task; where its contact is not known, only a walk through all tasks of the location finds it. */
export async function readTask(client: Client, { id, contactId }: RecordRef): Promise<SourceRecord | null> {
  if (!contactId) return locate(client, id);
  const answer = await client.find(taskCall('GET', contactId, id), OneTask);
  return answer?.task ? taskRecord(answer.task, client.locationId, contactId) : null;
}

/** DataLoader's contract; many are found in one search of all their contacts, and singly where that did not bring them. */
export async function readTasks(client: Client, refs: readonly RecordRef[]): Promise<(SourceRecord | null | Error)[]> {
  const contactIds = [...new Set(refs.flatMap((ref) => ref.contactId ?? []))];
  const lists = refs.length <= FEW ? [] : await listTasks(client, contactIds);
  const found = lists.flatMap((tasks) => (tasks instanceof Error ? [] : tasks));
  const byId = new Map(found.map((task) => [task.id, task]));
  return each(refs, async (ref) => byId.get(ref.id) ?? readTask(client, ref));
}

/** The tasks of one contact, from its own list. */
export async function tasksOfOne(client: Client, contactId: string): Promise<readonly SourceRecord[]> {
  const answer = await client.find(taskCall('GET', contactId), ManyTasks);
  return (answer?.tasks ?? []).map((row) => taskRecord(row, client.locationId, contactId));
}

/** The tasks of each contact, of several contacts in one search; DataLoader's contract. */
export async function listTasks(
  client: Client,
  contactIds: readonly string[],
): Promise<(readonly SourceRecord[] | Error)[]> {
  if (contactIds.length <= 1) return each(contactIds, (contactId) => tasksOfOne(client, contactId));
  const chunks = Array.from({ length: Math.ceil(contactIds.length / MOST_CONTACTS) }, (_, n) =>
    contactIds.slice(n * MOST_CONTACTS, (n + 1) * MOST_CONTACTS),
  );
  const found = await each(chunks, (chunk) => tasksOf(client, chunk));
  return contactIds.map((contactId, index) => {
    const tasks = found[Math.floor(index / MOST_CONTACTS)] ?? [];
    return tasks instanceof Error ? tasks : tasks.filter((task) => task.contactId === contactId);
  });
}

async function locate(client: Client, taskId: string): Promise<SourceRecord | null> {
  for (let skip: number | null = 0; skip !== null; ) {
    const { records, next }: { records: readonly SourceRecord[]; next: number | null } = await searchTasks(
      client,
      skip,
    );
    const found = records.find((record) => record.id === taskId);
    if (found) return found;
    skip = next;
  }
  return null;
}
