import type { SourceRecord } from '../source.ts';
import type { DiaryEvent } from './diary.ts';
import { belongsTo, type Job, jobCreated } from './job.ts';

type TextField = 'description' | 'engineernotes' | 'accessnotes';
type Titles = Readonly<Record<TextField, string>>;

const JOB_TITLES: Titles = {
  description: 'Job description',
  engineernotes: 'Engineer notes',
  accessnotes: 'Access notes',
};
const EVENT_TITLES: Titles = {
  description: 'Diary description',
  engineernotes: 'Diary engineer notes',
  accessnotes: 'Diary access notes',
};
const DERIVED = /^(job|diary):(.+):[a-z]+$/;

/** What a derived note's id names: its job or its diary event; null for any other id. */
export function derivedFrom(noteId: string): { readonly of: 'job' | 'diary'; readonly id: string } | null {
  const [, of, id] = DERIVED.exec(noteId) ?? [];
  return id === undefined ? null : { of: of === 'job' ? 'job' : 'diary', id };
}

/** The texts of a job as notes 'job:<id>:<field>'; an empty text makes none. */
export function jobNotes(job: Job, contactId: string | undefined): SourceRecord[] {
  return textNotes(`job:${job.jobid}`, JOB_TITLES, job, { ...belongsTo(contactId), ...jobCreated(job) });
}

/** The texts of a diary event as notes 'diary:<id>:<field>'; an empty text makes none. */
export function eventNotes(event: DiaryEvent, contactId: string | undefined): SourceRecord[] {
  return textNotes(`diary:${event.id}`, EVENT_TITLES, event, belongsTo(contactId));
}

function textNotes(
  prefix: string,
  titles: Titles,
  texts: Readonly<Record<TextField, string | null | undefined>>,
  rest: Partial<SourceRecord>,
): SourceRecord[] {
  const fields = ['description', 'engineernotes', 'accessnotes'] as const;
  return fields.flatMap((field) => {
    const note = texts[field];
    return note ? [{ ...rest, id: `${prefix}:${field}`, fields: { title: titles[field], note } }] : [];
  });
}
