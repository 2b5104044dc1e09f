import type { Person, Row } from '../../simulator.ts';
import type { Account } from './account.ts';
import { ADVERTISING_TYPES, userName } from './reference.ts';
import { ukStamp } from './uk-time.ts';

const OPEN_STATUSES = ['ongoing', 'reserved', 'on_hold', 'waiting_for_customer'];

/** Fills a tenant with these people; about half of their tasks become jobs, the rest office tasks. */
export function seed(account: Account, people: readonly Person[]): void {
  for (const person of people) {
    const customer = account.customers.add(customerRow(person));
    const site = seedWorkAddress(account, person, customer);
    const [first] = seedTasks(account, person, customer, site);
    seedDiary(account, person, customer, first);
    for (const { title, body, at } of person.notes) {
      account.notes.add({ customerid: customer.id, title: title ?? null, note: body, createdondatetime: ukStamp(at) });
    }
  }
}

function customerRow(person: Person): Row {
  const { address, number } = person;
  const advertising = ADVERTISING_TYPES[number % (ADVERTISING_TYPES.length + 1)];
  return {
    name: person.firstName,
    surname: person.lastName,
    companyname: person.companyName ?? null,
    emailaddress: person.email ?? null,
    ...phones(person),
    addressline1: address?.line1 ?? null,
    addressline2: null,
    addressline3: null,
    town: address?.city ?? null,
    county: address?.county ?? null,
    postcode: address?.postcode ?? null,
    countrycode: address?.country ?? null,
    customertypesid: person.companyName ? 2 : number % 4 === 3 ? 3 : 1,
    website: person.website ?? null,
    faxnumber: null,
    settingsTitlesid: 1 + (number % 5),
    settingsAdvertisingsid: advertising?.id ?? null,
    settingsBuildingtypesid: null,
    vacantproperty: 0,
    thirdparty: 0,
  };
}

/** British numbers as staff type them: national, with and without a gap; those that begin with 07 are mobiles. */
function phones({ phone, number }: Person): Row {
  const national = phone?.replaceAll(/[ ()-]/g, '').replace(/^\+44/, '0') ?? null;
  if (!national?.startsWith('0')) return { telephonenumber: null, mobile: phone ?? null };
  const typed = number % 2 === 0 ? national : `${national.slice(0, 5)} ${national.slice(5)}`;
  return national.startsWith('07')
    ? { telephonenumber: null, mobile: typed }
    : { telephonenumber: typed, mobile: null };
}

/** Every sixth customer has work done at a second address. */
function seedWorkAddress(account: Account, { number, address }: Person, customer: Row): Row | null {
  if (number % 6 !== 5 || !address) return null;
  const site = {
    id: account.nextPropertyId(),
    customerid: customer.id,
    addressline1: `Flat ${number}, Harbour House`,
    addressline2: '',
    county: address.county ?? '',
    town: address.city,
    postcode: address.postcode,
  };
  account.workAddresses.push(site);
  return site;
}

/** Answers the jobs; the others became office tasks. A first job may stand at the work address. */
function seedTasks(account: Account, person: Person, customer: Row, site: Row | null): readonly Row[] {
  const jobs: Row[] = [];
  for (const [index, task] of person.tasks.entries()) {
    const due = ukStamp(task.dueAt);
    if ((person.number + index) % 2 === 0) {
      const place = jobs.length === 0 && site ? site : customer;
      const engineer = account.users.find((user) => userName(user) === task.assignee);
      const engineernotes = task.body ?? null;
      const job = { ...jobRow(person, place, task.title, index), engineerid: engineer?.id ?? null, engineernotes };
      const done = task.completed ? { status: 'completed', completedon: due } : {};
      jobs.push(account.jobs.add({ ...job, jobdate: due, ...done }));
    } else {
      account.tasks.add({
        customerid: customer.id,
        description: task.title,
        details: task.body ?? null,
        duedate: due,
        completed: task.completed ? 1 : 0,
        user: task.assignee ?? null,
      });
    }
  }
  return jobs;
}

/** A visit needs a job: the customer's first one, or one made for it. */
function seedDiary(account: Account, person: Person, customer: Row, job: Row | undefined): void {
  const [first] = person.appointments;
  if (!first) return;
  const visited = job ?? account.jobs.add(jobRow(person, customer, first.title, 0));
  for (const [index, { title, startsAt, endsAt, notes }] of person.appointments.entries()) {
    account.diaryevents.add({
      start: ukStamp(startsAt),
      end: ukStamp(endsAt),
      resourceId: account.users[(person.number + index) % account.users.length]?.id,
      eventType: 'job',
      description: title,
      engineer_notes: notes ?? null,
      allDay: 0,
      jobId: visited.id,
    });
  }
}

function jobRow(person: Person, place: Row, description: string, index: number): Row {
  return {
    customerid: place.id,
    description,
    status: OPEN_STATUSES[(person.number + index) % OPEN_STATUSES.length],
    createdondatetime: ukStamp(person.createdAt),
    completedon: null,
    isservicejob: index % 2,
    jobdescriptionid: 1 + (person.number % 4),
    priority: null,
    accessnotes: null,
  };
}
