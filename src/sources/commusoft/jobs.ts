import { path } from '../../base/path.ts';
import type { Tools } from '../source.ts';
import { ONE_BY_ONE } from './batch.ts';
import type { Client } from './client.ts';
import type { Customers } from './customers.ts';
import type { Job } from './job.ts';
import { createJobRows } from './job-rows.ts';

/** Reads of jobs. */
export interface Jobs {
  /** The report of all jobs page by page, each job once; where a customer is named, of that customer if Commusoft heeds it. */
  report(customerId?: string): AsyncIterable<readonly Job[]>;
  /** The jobs that a customer's own list holds. */
  of(customerId: string): Promise<Job[]>;
  /** Those of these jobs that the report holds, by id; the customer, where known, is asked for first. */
  byId(wanted: ReadonlyMap<string, string | undefined>): Promise<ReadonlyMap<string, Job>>;
  /** The customer of a job; undefined where it cannot be told. */
  ownerOf(job: Job): Promise<string | undefined>;
  /** The customers of these jobs, by job id; a job whose customer cannot be told is left out. */
  ownersOf(jobIds: ReadonlySet<string>): Promise<ReadonlyMap<string, string>>;
}

const PAGE = 500;

/** The jobs of one connection. */
export function createJobs(client: Client, customers: Customers, { log }: Pick<Tools, 'log'>): Jobs {
  const rows = createJobRows(log);

  async function* report(customerId?: string): AsyncGenerator<readonly Job[]> {
    const seen = new Set<string>();
    for (let start = 1; ; ) {
      const query = { 'number of records': PAGE, 'starting record': start, customerID: customerId };
      const page = await client.list('/jobs', ['jobs', 'job'], query);
      const fresh = rows.parse(page).filter((job) => !seen.has(job.jobid) && seen.add(job.jobid));
      // The largest page Commusoft grants is unknown, so a short page is no proof of the end; one without news is.
      if (fresh.length === 0) return;
      yield fresh;
      start += page.length;
    }
  }

  async function byId(wanted: ReadonlyMap<string, string | undefined>): Promise<ReadonlyMap<string, Job>> {
    const found = new Map<string, Job>();
    const owners = new Set([...wanted.values()].filter((owner) => owner !== undefined));
    const looks = [...(owners.size <= ONE_BY_ONE ? owners : []), undefined];
    for (const owner of looks) {
      if (found.size === wanted.size) break;
      for await (const page of report(owner)) {
        for (const job of page) if (wanted.has(job.jobid)) found.set(job.jobid, job);
        if (found.size === wanted.size) break;
      }
    }
    return found;
  }

  const ownerOf = (job: Job): Promise<string | undefined> =>
    customers.ownerOf({
      ids: [job.jobcustomerid, job.propertyid].filter((candidate) => typeof candidate === 'string'),
      account: job.customeraccountnumber ?? null,
      words: job.customername ?? null,
    });

  async function ownersOf(jobIds: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
    const unknown = [...jobIds].filter((jobId) => !rows.remembered(jobId));
    if (unknown.length > 0) await byId(new Map(unknown.map((jobId) => [jobId, undefined])));
    const owners = new Map<string, string>();
    for (const jobId of jobIds) {
      const job = rows.remembered(jobId);
      const owner = job && (await ownerOf(job));
      if (owner !== undefined) owners.set(jobId, owner);
    }
    return owners;
  }

  return {
    report,
    byId,
    ownerOf,
    ownersOf,
    of: async (customerId) =>
      rows.parse(await client.list(path`/customers/${customerId}/jobs`, ['jobs', 'job']), customerId),
  };
}
