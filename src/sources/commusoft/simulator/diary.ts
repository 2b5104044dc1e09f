import type { FastifyInstance } from 'fastify';
import type { Row } from '../../simulator.ts';
import type { Account } from './account.ts';
import { invalid, PREFIX } from './answers.ts';
import { BLANK, type FormReading, NOT_VALID, textAt, tickAt } from './form.ts';
import { userName } from './reference.ts';
import { localStamp } from './uk-time.ts';

/** Serves the diary: a window of days, and the create, which refuses a slot its engineer is busy in. No update. */
export function addDiaryRoutes(app: FastifyInstance, account: Account): void {
  const { diaryevents } = account;

  app.get('/diaryevents', (request, reply) => {
    const from = textAt(request.query, 'fromdate');
    const to = textAt(request.query, 'todate');
    if (!from || !to) return invalid(reply, { ...(from ? {} : { fromdate: BLANK }), ...(to ? {} : { todate: BLANK }) });
    const inside = (event: Row) => String(event.start).slice(0, 10) <= to && from <= String(event.end).slice(0, 10);
    const events = diaryevents.list().filter(inside);
    return reply.send({ events: events.map((event) => shown(event, account)) });
  });

  app.post('/diaryevents', (request, reply) => {
    const { values, errors } = readNew(request.body, account);
    if (Object.keys(errors).length > 0) return invalid(reply, errors);
    if (diaryevents.list().some((event) => overlaps(event, values))) {
      return reply.code(400).send({ error: 'The event is overlapping with another event of this engineer' });
    }
    const { id } = diaryevents.add(values);
    // No document shows this answer; it is taken to be like those of the other creates.
    return reply.code(201).header('location', `http://${request.host}${PREFIX}/diaryevents/${id}`).send({ id });
  });
}

function shown(
  { id, start, end, resourceId, eventType, description, engineer_notes, jobId }: Row,
  account: Account,
): Row {
  const name = userName(account.users.find((user) => user.id === resourceId));
  const redirectDetails = jobId ? { type: 'job', jobId } : {};
  return { id, start, end, resourceId, userName: name, eventType, description, engineer_notes, redirectDetails };
}

function readNew(body: unknown, account: Account): FormReading {
  const field = (name: string) => textAt(body, 'data', name);
  const jobId = field('jobid');
  const values = {
    uuid: field('uuid'),
    eventType: field('eventType'),
    description: field('description'),
    engineer_notes: field('engineer_notes'),
    start: localStamp(field('event_start')),
    end: localStamp(field('event_end')),
    allDay: tickAt(body, 'data', 'allDay'),
    resourceId: Number(field('resourceId')),
    jobId: jobId === null ? null : Number(jobId),
  };
  const { start, end, resourceId, eventType } = values;
  const needsJob = eventType === 'job' && jobId === null;
  const errors = {
    ...(start === null ? { event_start: NOT_VALID } : {}),
    ...(end === null || (start !== null && end <= start) ? { event_end: NOT_VALID } : {}),
    ...(account.users.some((user) => user.id === resourceId) ? {} : { resourceId: NOT_VALID }),
    ...(needsJob ? { jobid: BLANK } : {}),
    ...(jobId !== null && !account.jobs.get(jobId) ? { jobid: NOT_VALID } : {}),
  };
  return { values, errors };
}

/** Local stamps of one form sort as their times do. */
function overlaps(event: Row, wanted: Row): boolean {
  return (
    event.resourceId === wanted.resourceId &&
    String(event.start) < String(wanted.end) &&
    String(wanted.start) < String(event.end)
  );
}
