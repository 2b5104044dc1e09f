import type { Clock } from '../../base/clock.ts';
import type { Collection, Page } from '../source.ts';
import type { Client } from './client.ts';
import { TASK_FIELDS } from './field.ts';
import { listTasks, readTasks } from './task-reader.ts';
import { searchTasks } from './task-row.ts';
import { taskWriter } from './task-writer.ts';

/** The tasks of all contacts of the location. */
export function taskCollection(client: Client, clock: Clock): Collection {
  async function* scan(resume: string | null): AsyncIterable<Page> {
    for (let skip: number | null = Number(resume) || 0; skip !== null; ) {
      const page = await searchTasks(client, skip);
      yield { records: page.records, resume: page.next === null ? null : String(page.next) };
      skip = page.next;
    }
  }

  return {
    covers: 'all',
    note: 'Every task has a due date: one created without is due a day later. Edits are told by no webhook.',
    describe: async () => TASK_FIELDS,
    read: (refs) => readTasks(client, refs),
    scan,
    listFor: (contactIds) => listTasks(client, contactIds),
    write: taskWriter(client, clock),
  };
}
