import type { Logger } from '../../base/logger.ts';
import { type Job, jobRow } from './job.ts';
import { parseRows, type Row } from './row.ts';

/** Rows of either list of jobs, each told what the other list said of the same job. */
export interface JobRows {
  /** The jobs of these rows, each once; `customerId` is whose they are, where the list is a customer's. */
  parse(rows: readonly Row[], customerId?: string): Job[];
  /** The job as last seen. */
  remembered(jobId: string): Job | undefined;
}

/** The rows of one connection. */
export function createJobRows(log: Logger): JobRows {
  const seen = new Map<string, Job>();
  return {
    remembered: (jobId) => seen.get(jobId),
    parse(rows, customerId) {
      const jobs = new Map<string, Job>();
      for (const raw of parseRows(jobRow, rows, 'jobs', log)) {
        const before = seen.get(raw.jobid);
        const job: Job = {
          ...raw,
          jobcustomerid: customerId ?? raw.jobcustomerid ?? before?.jobcustomerid,
          propertyid: raw.propertyid ?? before?.propertyid,
          title: {
            number: raw.jobnumber ?? before?.title.number ?? null,
            words: raw.description ?? before?.title.words ?? null,
          },
        };
        seen.set(job.jobid, job);
        jobs.set(job.jobid, job);
      }
      return [...jobs.values()];
    },
  };
}
