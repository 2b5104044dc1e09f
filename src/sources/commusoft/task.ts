import type { Collection } from '../source.ts';
import { eachId, eachRef, once } from './batch.ts';
import { TASK_FIELDS } from './field.ts';
import { JOB, type Job, jobTask } from './job.ts';
import type { Jobs } from './jobs.ts';
import type { Partner } from './partner.ts';

/** Jobs, which can only be read, and with a partner endpoint also office tasks. */
export function createTasks(jobs: Jobs, partner: Partner | null): Collection {
  const toTask = async (job: Job) => jobTask(job, await jobs.ownerOf(job));

  return {
    covers: 'all',
    describe: async () => TASK_FIELDS,
    note: partner
      ? 'Jobs can only be read; office tasks can also be written'
      : 'Tasks are jobs and can only be read: Commusoft documents no office tasks',
    read(refs) {
      const jobRefs = refs.filter((ref) => ref.id.startsWith(JOB));
      const found = once(() => jobs.byId(new Map(jobRefs.map((ref) => [ref.id.slice(JOB.length), ref.contactId]))));
      return eachRef(refs, async (ref) => {
        if (!ref.id.startsWith(JOB)) return partner ? partner.one(ref) : null;
        const job = (await found()).get(ref.id.slice(JOB.length));
        return job ? toTask(job) : null;
      });
    },
    async *scan(cursor) {
      if (!partner || cursor === null) {
        for await (const page of jobs.report()) yield { records: await Promise.all(page.map(toTask)), resume: null };
      }
      if (partner) yield* partner.scan(cursor);
    },
    listFor: (contactIds) =>
      eachId(contactIds, async (contactId) => {
        const [ofJobs, office] = await Promise.all([jobs.of(contactId), partner?.list(contactId) ?? []]);
        return [...ofJobs.map((job) => jobTask(job, contactId)), ...office];
      }),
    ...(partner ? { write: partner.write } : {}),
  };
}
