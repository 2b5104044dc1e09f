import { v5 as uuidOf } from 'uuid';
import type { Problem } from '../../base/errors.ts';
import { type Fields, text } from '../../model/kind.ts';
import type { NewRecord, SourceRecord, Writer } from '../source.ts';
import { toAppointment } from './appointment.ts';
import { type Client, SLOW_MS } from './client.ts';
import type { Diary, DiaryEvent } from './diary.ts';
import { createdId } from './envelope.ts';
import { bracketed } from './form.ts';
import { isOpen } from './job.ts';
import type { Jobs } from './jobs.ts';
import { problem, readBack } from './problem.ts';
import { type Reference, userFor } from './reference.ts';
import { plainKeys } from './row.ts';
import { NAME, NAMESPACE } from './settings.ts';
import { londonDay, londonTime, toUtc } from './time.ts';

/** How long an event lasts that nobody gave an end. */
const HOUR_MS = 3_600_000;

/** Puts events into the diary; Commusoft documents no way to change or cancel one. */
export function createAppointmentWriter(
  client: Client,
  diary: Diary,
  jobs: Jobs,
  reference: Reference,
): Required<Pick<Writer, 'creates' | 'updates' | 'create' | 'find'>> {
  const uuidFor = (record: NewRecord) => uuidOf(`diary:${record.key}`, NAMESPACE);

  /** The customer's newest open job: an event shows whose it is only through one. */
  async function openJob(contactId: string | undefined): Promise<string | null> {
    const all = contactId === undefined ? [] : await jobs.of(contactId);
    return all.filter(isOpen).sort((a, b) => Number(b.jobid) - Number(a.jobid))[0]?.jobid ?? null;
  }

  async function look(record: NewRecord, isOurs: (event: DiaryEvent) => boolean): Promise<SourceRecord | null> {
    const event = (await diary.on(londonDay(spanOf(record.fields).start))).find(isOurs);
    return event ? toAppointment(event, record.contactId) : null;
  }

  async function find(record: NewRecord): Promise<SourceRecord | null> {
    const uuid = uuidFor(record);
    const start = new Date(spanOf(record.fields).start).toISOString();
    return look(record, (event) =>
      event.uuid
        ? event.uuid === uuid
        : event.start === start && event.description === text(record.fields, 'description'),
    );
  }

  return {
    creates: ['description', 'event_start', 'event_end', 'engineer_notes', 'username'],
    updates: [],
    find,
    async create(record) {
      const { start, end } = spanOf(record.fields);
      const jobid = await openJob(record.contactId);
      const form = bracketed('data', {
        uuid: uuidFor(record),
        // 'job' is the only type known, and it needs a job; without one Commusoft is left to choose.
        ...(jobid === null ? {} : { eventType: 'job', jobid }),
        description: text(record.fields, 'description'),
        engineer_notes: text(record.fields, 'engineer_notes') ?? undefined,
        event_start: londonTime(start),
        event_end: londonTime(end),
        resourceId: userFor(await reference.users(), text(record.fields, 'username')).id,
      });
      const answer = await client.ask({ method: 'POST', path: '/diaryevents', form, timeoutMs: SLOW_MS }, [400]);
      if (answer.status === 400) throw refused(answer.body, jobid);
      const id = createdId(answer, ['id', 'eventid', 'diaryeventid']);
      const byId = async () => (id === null ? null : look(record, (event) => event.id === id));
      return readBack(
        'diary event',
        byId().then((made) => made ?? find(record)),
      );
    },
  };
}

/** When the event begins and ends, in milliseconds since 1970. */
function spanOf(fields: Fields): { readonly start: number; readonly end: number } {
  const start = toUtc(text(fields, 'event_start'));
  if (!start) throw problem('INVALID', 'A diary event needs a start', { path: ['event_start'] });
  const begin = Date.parse(start);
  const end = toUtc(text(fields, 'event_end'));
  return { start: begin, end: end ? Date.parse(end) : begin + HOUR_MS };
}

function refused(body: unknown, jobid: string | null): Problem {
  const said = JSON.stringify(plainKeys(body)) ?? '';
  if (/overlap/i.test(said))
    return problem('REFUSED', `${NAME}: the engineer has another event at that time; choose another time or engineer`);
  const hint = jobid === null ? 'the customer has no open job to make it for' : 'check its times and its engineer';
  return problem('REFUSED', `${NAME} refused the diary event: ${hint}`);
}
