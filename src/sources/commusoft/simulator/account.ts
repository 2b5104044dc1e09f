import type { Clock } from '../../../base/clock.ts';
import { createTable, type Row, type Table, type TableRules } from '../../simulator.ts';
import { steadyUuid, type User } from './reference.ts';
import { ukStamp } from './uk-time.ts';

/** One tenant's data. Customers and work addresses share one series of ids, as both are "properties". */
export interface Account {
  readonly clock: Clock;
  readonly users: readonly User[];
  readonly customers: Table;
  readonly jobs: Table;
  readonly diaryevents: Table;
  readonly notes: Table;
  readonly tasks: Table;
  readonly workAddresses: Row[];
  nextPropertyId(): number;
}

/** The new things that the vendor's Zapier triggers tell of; there is none for a change or a removal. */
type NewThing = 'new_customer' | 'new_job' | 'new_diary';

/** An empty tenant; `announce` hears of every new thing. */
export function createAccount(
  users: readonly User[],
  clock: Clock,
  announce: (event: NewThing, row: Row) => void,
): Account {
  const nextPropertyId = series(20_000);
  const customers = createTable(customerRules(nextPropertyId, announce));
  return {
    clock,
    users,
    // A removal in the web application is soft as well: the row stays, flagged.
    customers: { ...customers, remove: (id) => customers.change(id, { deleted: 1 }) !== null },
    jobs: createTable(jobRules(clock, announce)),
    diaryevents: createTable(diaryRules(announce)),
    notes: createTable(noteRules(clock)),
    tasks: createTable(taskRules()),
    workAddresses: [],
    nextPropertyId,
  };
}

function customerRules(newId: () => number, announce: (event: NewThing, row: Row) => void): TableRules {
  const nextContactId = series(30_000);
  return {
    newId,
    added(row) {
      row.uuid ??= steadyUuid(`customer ${row.id}`);
      row.contactid ??= nextContactId();
      row.customertypesid ??= 1;
      row.customeraccountnumber ??= `CUS${row.id}`;
      row.deleted ??= 0;
      announce('new_customer', row);
    },
  };
}

function jobRules(clock: Clock, announce: (event: NewThing, row: Row) => void): TableRules {
  return {
    newId: series(40_000),
    added(row) {
      row.uuid ??= jobUuid(Number(row.id));
      row.jobnumber ??= `JOB/${row.id}`;
      row.status ??= 'ongoing';
      row.createdondatetime ??= ukStamp(clock.now());
      row.jobdate ??= row.createdondatetime;
      announce('new_job', row);
    },
    changed(row) {
      if (row.status === 'completed') row.completedon ??= ukStamp(clock.now());
      else row.completedon = null;
    },
  };
}

function diaryRules(announce: (event: NewThing, row: Row) => void): TableRules {
  return { newId: series(60_000), added: (row) => announce('new_diary', row) };
}

function noteRules(clock: Clock): TableRules {
  return {
    newId: series(70_000),
    added(row) {
      row.createdondatetime ??= ukStamp(clock.now());
    },
  };
}

function taskRules(): TableRules {
  return {
    newId: series(80_000),
    added(row) {
      row.completed ??= 0;
    },
  };
}

function series(from: number): () => number {
  let last = from;
  return () => {
    last += 1;
    return last;
  };
}

/** Every fifth job has an identifier that is no RFC 4122 uuid, as old records at the vendor do. */
function jobUuid(id: number): string {
  const uuid = steadyUuid(`job ${id}`);
  return id % 5 === 0 ? `${uuid.replaceAll('-', '').slice(0, 14)}.${10_000_000 + id}` : uuid;
}
