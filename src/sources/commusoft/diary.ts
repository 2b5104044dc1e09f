import type { z } from 'zod';
import type { Tools } from '../source.ts';
import type { Client } from './client.ts';
import { isObject, parseRows, type Row, row, text } from './row.ts';
import { SYSTEM } from './settings.ts';
import { londonDay, toUtc } from './time.ts';

const eventRow = row(
  {
    id: text,
    uuid: text,
    start: text,
    end: text,
    resourceid: text,
    username: text,
    description: text,
    engineernotes: text,
    accessnotes: text,
    location: text,
    jobid: text,
  },
  {
    id: ['eventid', 'diaryeventid'],
    start: ['eventstart'],
    end: ['eventend'],
    description: ['title'],
    location: ['address'],
  },
);

/** An event of the diary with a time and an id; times are RFC 3339 in UTC. */
export interface DiaryEvent extends z.output<typeof eventRow> {
  readonly id: string;
  readonly start: string;
}

/** Reads of the diary. */
export interface Diary {
  /** The events from a week back to three months ahead: what a scan covers. */
  window(): Promise<DiaryEvent[]>;
  /** The events of one day in London ('YYYY-MM-DD'). */
  on(day: string): Promise<DiaryEvent[]>;
  /** Those of these events that exist, by id: in the window, else within a year back and ahead. */
  byId(ids: ReadonlySet<string>): Promise<ReadonlyMap<string, DiaryEvent>>;
}

const DAYS_BACK = 7;
const DAYS_AHEAD = 90;
const YEAR = 365;
/** Wide windows are slow, so the usual one is asked for in parts. */
const DAYS_A_CALL = 33;

/** The diary of one connection. */
export function createDiary(client: Client, { clock, log }: Pick<Tools, 'clock' | 'log'>): Diary {
  async function between(fromdate: string, todate: string): Promise<DiaryEvent[]> {
    const rows = await client.list('/diaryevents', ['events', 'event', 'diaryevents'], { fromdate, todate });
    const events = parseRows(eventRow, rows.map(withJobId), 'diary events', log).flatMap(toEvent);
    const unfit = rows.length - events.length;
    if (unfit > 0) log.warn({ system: SYSTEM, unfit }, 'diary events without a start were left out');
    return events;
  }

  async function days(first: number, last: number, step: number): Promise<DiaryEvent[]> {
    const events = new Map<string, DiaryEvent>();
    const now = clock.now();
    for (let from = first; from <= last; from += step) {
      const part = await between(londonDay(now, from), londonDay(now, Math.min(from + step - 1, last)));
      for (const event of part) events.set(event.id, event);
    }
    return [...events.values()];
  }

  const window = () => days(-DAYS_BACK, DAYS_AHEAD, DAYS_A_CALL);
  const past = () => days(-YEAR, -DAYS_BACK - 1, YEAR);
  const future = () => days(DAYS_AHEAD + 1, YEAR, YEAR);

  return {
    window,
    on: (day) => between(day, day),
    async byId(ids) {
      const found = new Map<string, DiaryEvent>();
      for (const look of [window, past, future]) {
        if (found.size === ids.size) break;
        for (const event of await look()) if (ids.has(event.id)) found.set(event.id, event);
      }
      return found;
    },
  };
}

function withJobId(event: Row): Row {
  const redirect = event.redirectdetails;
  return isObject(redirect) ? { jobid: redirect.jobid, ...event } : event;
}

/** The event in UTC, with an id made of its job, start and resource where it has none; none where it has no start. */
function toEvent(event: z.output<typeof eventRow>): DiaryEvent[] {
  const start = toUtc(event.start);
  if (!start) return [];
  const id = event.id ?? ['event', event.jobid, start, event.resourceid].filter(Boolean).join('_');
  return [{ ...event, id, start, end: toUtc(event.end) }];
}

/** The jobs that these events belong to. */
export function jobIdsOf(events: readonly DiaryEvent[]): ReadonlySet<string> {
  return new Set(events.map((event) => event.jobid).filter((jobId) => typeof jobId === 'string'));
}
