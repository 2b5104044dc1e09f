import type { FastifyInstance } from 'fastify';
import type { Row } from '../../simulator.ts';
import type { Account } from './account.ts';
import { invalid, listed, notFound } from './answers.ts';
import { BLANK, textAt } from './form.ts';
import { reportRows } from './report.ts';

type ById = { Params: { id: string } };

/** Serves jobs: the tenant-wide report, one customer's list, and the create. There is no update. */
export function addJobRoutes(app: FastifyInstance, account: Account): void {
  const { jobs } = account;

  app.get('/jobs', (request) => {
    const rows = reportRows(jobs.list().filter(filterOf(request.query)), account);
    const first = Math.max(0, Number(textAt(request.query, 'starting record') ?? 1) - 1);
    const most = Number(textAt(request.query, 'number of records') ?? rows.length);
    return { jobs: rows.slice(first, first + most) };
  });

  app.get<ById>('/jobs/:id', (request, reply) => {
    const job = jobs.get(request.params.id);
    return job ? reply.send({ Job: alone(job) }) : notFound(reply);
  });

  app.get<ById>('/customers/:id/jobs', (request, reply) => {
    const places = placesOf(request.params.id, account);
    return listed(
      reply,
      'Jobs',
      jobs
        .list()
        .filter((job) => places.has(String(job.customerid)))
        .map(alone),
    );
  });

  app.post<ById>('/customers/:id/jobs', (request, reply) => {
    const { id } = request.params;
    const known = account.customers.get(id) ?? account.workAddresses.find((address) => String(address.id) === id);
    if (!known) return notFound(reply);
    const field = (name: string) => textAt(request.body, 'job', name);
    if (!field('description')) return invalid(reply, { description: BLANK });
    const job = jobs.add({
      uuid: field('uuid'),
      customerid: Number(id),
      description: field('description'),
      jobdescriptionid: Number(field('settingsjobdescriptionid') ?? 1),
      priority: field('priority'),
      engineernotes: field('engineernotes'),
      accessnotes: field('accessnotes'),
      isservicejob: Number(field('isservicejob') ?? 0),
    });
    return reply.code(201).send({ jobId: job.id });
  });
}

/** A customer's jobs are those at its own address and at its work addresses. */
function placesOf(customerId: string, account: Account): ReadonlySet<string> {
  const sites = account.workAddresses.filter((address) => String(address.customerid) === customerId);
  return new Set([customerId, ...sites.map((site) => String(site.id))]);
}

/** The known filters; those on days look at the creation, never at a change. */
function filterOf(query: unknown): (job: Row) => boolean {
  const status = textAt(query, 'status');
  const priority = textAt(query, 'priority');
  const customer = textAt(query, 'customerID');
  const from = textAt(query, 'jobCreatedStartDate') ?? '';
  const to = textAt(query, 'jobCreatedEndDate') ?? '9999';
  return (job) => {
    const day = String(job.createdondatetime).slice(0, 10);
    return (
      (status === null || job.status === status) &&
      (priority === null || job.priority === priority) &&
      (customer === null || String(job.customerid) === customer) &&
      from <= day &&
      day <= to
    );
  };
}

/** A job outside the report. Whether the vendor shows engineer's and access notes is not known: here it does not. */
function alone({ id, description, status, createdondatetime, completedon, isservicejob, jobdescriptionid }: Row): Row {
  return { id, description, status, createdondatetime, completedon: completedon ?? '', isservicejob, jobdescriptionid };
}
