import type { Collection, RecordRef, SourceRecord } from '../source.ts';
import { eachId, eachRef, ONE_BY_ONE, once } from './batch.ts';
import { type Diary, type DiaryEvent, jobIdsOf } from './diary.ts';
import { NOTE_FIELDS } from './field.ts';
import type { Job } from './job.ts';
import type { Jobs } from './jobs.ts';
import type { Partner } from './partner.ts';
import { derivedFrom, eventNotes, jobNotes } from './text-note.ts';

/** The notes derived from the texts of jobs and of the diary. */
interface Derived {
  ofJobs(jobs: readonly Job[]): Promise<SourceRecord[]>;
  ofWindow(): Promise<SourceRecord[]>;
  /** Those of these that exist, by id. */
  byId(refs: readonly RecordRef[]): Promise<ReadonlyMap<string, SourceRecord>>;
  /** All of these contacts, and maybe of others. */
  of(contactIds: readonly string[]): Promise<readonly SourceRecord[]>;
}

function createDerived(jobs: Jobs, diary: Diary): Derived {
  const ofJobs = async (some: readonly Job[]) =>
    (await Promise.all(some.map(async (job) => jobNotes(job, await jobs.ownerOf(job))))).flat();

  async function ofEvents(events: readonly DiaryEvent[]): Promise<SourceRecord[]> {
    const told = events.filter((event) => eventNotes(event, undefined).length > 0);
    const owners = await jobs.ownersOf(jobIdsOf(told));
    return told.flatMap((event) => eventNotes(event, owners.get(event.jobid ?? '')));
  }

  const ofWindow = async () => ofEvents(await diary.window());

  return {
    ofJobs,
    ofWindow,
    async byId(refs) {
      const jobIds = new Map<string, string | undefined>();
      const eventIds = new Set<string>();
      for (const ref of refs) {
        const origin = derivedFrom(ref.id);
        if (origin?.of === 'job') jobIds.set(origin.id, ref.contactId);
        if (origin?.of === 'diary') eventIds.add(origin.id);
      }
      const [found, events] = [await jobs.byId(jobIds), await diary.byId(eventIds)];
      const notes = [...(await ofJobs([...found.values()])), ...(await ofEvents([...events.values()]))];
      return new Map(notes.map((note) => [note.id, note]));
    },
    async of(contactIds) {
      // The very rows that a scan reads: a customer's own list of jobs may hold other texts.
      const reports = contactIds.length <= ONE_BY_ONE ? contactIds : [undefined];
      const notes = await ofWindow();
      for (const contactId of reports)
        for await (const page of jobs.report(contactId)) notes.push(...(await ofJobs(page)));
      return [...new Map(notes.map((note) => [note.id, note])).values()];
    },
  };
}

/** The texts of jobs and diary events as notes that can only be read, and with a partner endpoint also office notes. */
export function createNotes(jobs: Jobs, diary: Diary, partner: Partner | null): Collection {
  const derived = createDerived(jobs, diary);

  return {
    covers: 'window',
    describe: async () => NOTE_FIELDS,
    note: partner
      ? 'Office notes can be written; the texts of jobs and of the diary are notes that can only be read'
      : 'Notes are the texts of jobs and of the diary and can only be read: Commusoft documents no notes of customers',
    read(refs) {
      const found = once(() => derived.byId(refs));
      return eachRef(refs, async (ref) => {
        if (derivedFrom(ref.id)) return (await found()).get(ref.id) ?? null;
        return partner ? partner.one(ref) : null;
      });
    },
    async *scan(cursor) {
      if (!partner || cursor === null) {
        for await (const page of jobs.report()) yield { records: await derived.ofJobs(page), resume: null };
        yield { records: await derived.ofWindow(), resume: null };
      }
      if (partner) yield* partner.scan(cursor);
    },
    listFor(contactIds) {
      const shared = once(() => derived.of(contactIds));
      return eachId(contactIds, async (contactId) => {
        const [notes, office] = await Promise.all([shared(), partner?.list(contactId) ?? []]);
        return [...notes.filter((note) => note.contactId === contactId), ...office];
      });
    },
    ...(partner ? { write: partner.write } : {}),
  };
}
