import type { Row } from '../../simulator.ts';
import type { Account } from './account.ts';
import { withBlanks } from './answers.ts';
import { userName } from './reference.ts';
import { reportDay, reportVisit } from './uk-time.ts';

/** What the report looks up for its rows, by id. */
interface Lookup {
  readonly properties: ReadonlyMap<unknown, Row>;
  readonly lastVisits: ReadonlyMap<unknown, Row>;
  readonly users: Account['users'];
}

/** Jobs as rows of the vendor's report: human column names, two-digit years, and now and then the same job twice. */
export function reportRows(jobs: readonly Row[], account: Account): Row[] {
  const customers = account.customers.list();
  const visits = account.diaryevents.list().sort((a, b) => (String(a.start) < String(b.start) ? -1 : 1));
  const lookup: Lookup = {
    properties: new Map([...customers, ...account.workAddresses].map((row) => [row.id, row])),
    lastVisits: new Map(visits.map((visit) => [visit.jobId, visit])),
    users: account.users,
  };
  return jobs.flatMap((job) => {
    const row = withBlanks(reportRow(job, lookup), Number(job.id));
    return Number(job.id) % 7 === 3 ? [row, row] : [row];
  });
}

/**
 * `Job Customer Id` may be a work address: then the customer columns are its parent's. Tenants choose the report's
 * columns; this one has `Job Status` and `Job Description` among them.
 */
function reportRow(job: Row, lookup: Lookup): Row {
  const place = lookup.properties.get(job.customerid);
  const customer = lookup.properties.get(place?.customerid) ?? place ?? {};
  const visit = lookup.lastVisits.get(job.id);
  const nameOf = (id: unknown) => userName(lookup.users.find((user) => user.id === id));
  return {
    'Job Uuid': job.uuid,
    jobId: job.id,
    'Job Number': job.jobnumber,
    'Job Description': job.description,
    'Job Date': reportDay(job.jobdate),
    'Completed Date': reportDay(job.completedon),
    'Job Status': statusLabel(String(job.status)),
    ...customerColumns(customer),
    'Job Customer Id': job.customerid,
    propertyId: job.customerid,
    'Job Address Email': customer.emailaddress,
    'Engineer Name': nameOf(job.engineerid ?? visit?.resourceId),
    'Last Engineer Name On Site': nameOf(visit?.resourceId),
    'Last Diary Event': visit ? reportVisit(String(visit.start), String(visit.end)) : null,
  };
}

function customerColumns(customer: Row): Row {
  const person = [customer.name, customer.surname].filter(Boolean).join(' ');
  return {
    'Customer.Account.Number': customer.customeraccountnumber,
    'Customer Name': customer.companyname ?? person,
    'Contact Name': person,
    'Customer Email': customer.emailaddress,
    'Customer Landline': customer.telephonenumber,
    'Customer Mobile': customer.mobile,
    'Customer Address Line 1': customer.addressline1,
    'Customer Address Line 2': customer.addressline2,
    'Customer Address Town': customer.town,
    'Customer Address County': customer.county,
    'Customer Address Postcode': customer.postcode,
    'Customer Address Country': customer.countrycode,
  };
}

/** 'on_hold' in filters and single jobs is 'On hold' in the report. */
function statusLabel(status: string): string {
  const words = status.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
