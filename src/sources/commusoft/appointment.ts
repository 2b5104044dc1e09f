import type { Value } from '../../model/kind.ts';
import type { Collection, SourceRecord, Writer } from '../source.ts';
import { eachId, eachRef, once } from './batch.ts';
import { type Diary, type DiaryEvent, jobIdsOf } from './diary.ts';
import { APPOINTMENT_FIELDS } from './field.ts';
import { belongsTo } from './job.ts';
import type { Jobs } from './jobs.ts';

/** An event of the diary as an appointment; Commusoft tells of no status. */
export function toAppointment(event: DiaryEvent, contactId: string | undefined): SourceRecord {
  const fields: Record<string, Value> = {
    description: event.description || 'Diary event',
    event_start: event.start,
    event_end: event.end ?? null,
    engineer_notes: event.engineernotes ?? null,
    username: event.username ?? null,
    ...(event.location ? { location: event.location } : {}),
  };
  return { id: event.id, fields, ...belongsTo(contactId) };
}

/** Diary events as appointments; whose they are is known through their job. */
export function createAppointments(diary: Diary, jobs: Jobs, write: Writer): Collection {
  async function toRecords(events: readonly DiaryEvent[]): Promise<SourceRecord[]> {
    const owners = await jobs.ownersOf(jobIdsOf(events));
    return events.map((event) => toAppointment(event, owners.get(event.jobid ?? '')));
  }

  return {
    covers: 'window',
    describe: async () => APPOINTMENT_FIELDS,
    note: 'The diary is read from a week back to three months ahead; events can be made but not changed or cancelled, and belong to a contact only through a job',
    read(refs) {
      const found = once(async () => {
        const events = await diary.byId(new Set(refs.map((ref) => ref.id)));
        const records = await toRecords([...events.values()]);
        return new Map(records.map((record) => [record.id, record]));
      });
      return eachRef(refs, async (ref) => (await found()).get(ref.id) ?? null);
    },
    async *scan() {
      const records = await toRecords(await diary.window());
      yield { records, resume: null, total: records.length };
    },
    listFor(contactIds) {
      const all = once(async () => toRecords(await diary.window()));
      return eachId(contactIds, async (contactId) => (await all()).filter((record) => record.contactId === contactId));
    },
    write,
  };
}
