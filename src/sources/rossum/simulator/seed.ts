import { createHash } from 'node:crypto';
import type { Person } from '../../simulator.ts';
import type { Document } from './ejson.ts';
import type { Storage } from './storage.ts';

/** The Data Storage collections that hold what Rossum itself has no objects for. */
export const COLLECTIONS = ['contacts', 'tasks', 'notes', 'appointments'] as const;

/** Fills the collections from the people, every row with the stamps of whoever wrote it. */
export function seedStorage(storage: Storage, people: readonly Person[]): void {
  for (const name of COLLECTIONS) storage.ensure(name);
  const insert = (name: (typeof COLLECTIONS)[number], rows: Document[]) => {
    for (const row of rows) storage.ensure(name).insert(row);
  };
  for (const person of people) {
    insert('contacts', [contactRow(person)]);
    insert(
      'tasks',
      person.tasks.map((task, index) => taskRow(person, task, index)),
    );
    insert(
      'notes',
      person.notes.map((note, index) => noteRow(person, note, index)),
    );
    insert(
      'appointments',
      person.appointments.map((appointment, index) => appointmentRow(person, appointment, index)),
    );
  }
}

/** The VAT number that a person's company has everywhere in Rossum; only companies have one. */
export function vatIdOf(person: Person): string | null {
  return person.companyName ? `GB${String(100_000_000 + ((person.number * 7_919) % 899_999_999))}` : null;
}

/** A uuid-like id that is the same at every start. */
function gidOf(kind: string, person: Person, index = 0): string {
  const hex = createHash('sha256').update(`${kind}:${person.number}:${index}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

function envelope(gid: string, at: number): Document {
  return {
    gid,
    created_at: new Date(at),
    updated_at: new Date(at),
    deleted_at: null,
    updated_by: 'import',
    version: 1,
  };
}

function contactRow(person: Person): Document {
  const { line1, city, county, postcode, country } = person.address ?? {};
  return {
    ...envelope(gidOf('contact', person), person.createdAt),
    first_name: person.firstName,
    last_name: person.lastName,
    email: person.email ?? null,
    phone: person.phone ?? null,
    company_name: person.companyName ?? null,
    website: person.website ?? null,
    vat_id: vatIdOf(person),
    address: person.address ? { line1, line2: null, city, county: county ?? null, postcode, country } : null,
    tags: [...person.tags],
    custom: {},
  };
}

function taskRow(person: Person, task: Person['tasks'][number], index: number): Document {
  return {
    ...envelope(gidOf('task', person, index), person.createdAt),
    contact_gid: gidOf('contact', person),
    title: task.title,
    body: task.body ?? null,
    due_at: new Date(task.dueAt),
    completed: task.completed,
    assignee: task.assignee ?? null,
  };
}

function noteRow(person: Person, note: Person['notes'][number], index: number): Document {
  return {
    ...envelope(gidOf('note', person, index), note.at),
    contact_gid: gidOf('contact', person),
    title: note.title ?? null,
    body: note.body,
    author: note.author ?? null,
  };
}

function appointmentRow(person: Person, appointment: Person['appointments'][number], index: number): Document {
  return {
    ...envelope(gidOf('appointment', person, index), person.createdAt),
    contact_gid: gidOf('contact', person),
    title: appointment.title,
    start_at: new Date(appointment.startsAt),
    end_at: new Date(appointment.endsAt),
    location: appointment.location ?? null,
    notes: appointment.notes ?? null,
    assignee: null,
    status: 'confirmed',
  };
}
