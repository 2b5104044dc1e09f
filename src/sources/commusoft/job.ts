import type { z } from 'zod';
import type { Value } from '../../model/kind.ts';
import type { SourceRecord } from '../source.ts';
import { id, row, text } from './row.ts';
import { diaryStart, toUtc } from './time.ts';

/** A job as a report row of GET /jobs or as a row of a customer's jobs: neither has all of it. */
export const jobRow = row(
  {
    jobid: id,
    jobnumber: text,
    description: text,
    jobdate: text,
    lastdiaryevent: text,
    jobstatus: text,
    completeddate: text,
    engineername: text,
    jobcustomerid: text,
    propertyid: text,
    customeraccountnumber: text,
    customername: text,
    createdondatetime: text,
    engineernotes: text,
    accessnotes: text,
  },
  {
    jobid: ['id'],
    description: ['jobdescription'],
    jobstatus: ['status'],
    completeddate: ['completedon'],
    engineername: ['lastengineernameonsite'],
    jobcustomerid: ['customerid'],
    customername: ['contactname', 'customeremail'],
    engineernotes: ['engineersnotes'],
  },
);

/** A job; the title's parts are remembered from either list, so that both make the same title. */
export interface Job extends z.output<typeof jobRow> {
  readonly title: { readonly number: string | null; readonly words: string | null };
}

/** Ids that are jobs, among the ids of office tasks. */
export const JOB = 'job:';
const LONGEST_TITLE = 120;

/** A job as a task; what this row does not tell (the number, the dates, the engineer) stays absent. */
export function jobTask(job: Job, contactId: string | undefined): SourceRecord {
  const dueAt = diaryStart(job.lastdiaryevent) ?? toUtc(job.jobdate);
  const more = details(job.title);
  const fields: Record<string, Value> = {
    description: title(job),
    completed: isCompleted(job),
    ...(more ? { details: more } : {}),
    ...(dueAt ? { duedate: dueAt } : {}),
    ...(job.engineername ? { user: job.engineername } : {}),
  };
  return { id: JOB + job.jobid, fields, ...belongsTo(contactId), ...jobCreated(job) };
}

/** The part of a record that says whose it is. */
export function belongsTo(contactId: string | undefined): { contactId?: string } {
  return contactId === undefined ? {} : { contactId };
}

/** The part of a record that says when the job was made. */
export function jobCreated(job: Job): { createdAt?: number } {
  const createdAt = toUtc(job.createdondatetime);
  return createdAt ? { createdAt: Date.parse(createdAt) } : {};
}

function title({ jobid, title }: Job): string {
  const words = title.words?.split('\n')[0]?.slice(0, LONGEST_TITLE).trim();
  if (!words) return `Job ${title.number ?? jobid}`;
  return title.number ? `${words} (job ${title.number})` : words;
}

/** What the description says beyond the title; undefined where that is nothing. */
function details({ words }: Job['title']): string | undefined {
  return words && (words.includes('\n') || words.length > LONGEST_TITLE) ? words : undefined;
}

/** Is there still work to be done on it? */
export function isOpen(job: Job): boolean {
  return !isCompleted(job);
}

function isCompleted(job: Job): boolean {
  return /^(completed|closed)$/i.test(job.jobstatus ?? '') || !!job.completeddate;
}
