import type { Person, Row } from '../../simulator.ts';
import { CUSTOM_FIELDS } from './custom-fields.ts';
import { seededHexId, seededId } from './ids.ts';
import { splitName } from './tidy-row.ts';
import type { World } from './world.ts';

const OFFICE = 'Alex Reed';

/** The users of the location: those whom the people's tasks and notes name, and one more for the rest. */
export function usersOf(people: readonly Person[]): Row[] {
  const named = people.flatMap((person) => [
    ...person.tasks.map((task) => task.assignee),
    ...person.notes.map((note) => note.author),
  ]);
  return [...new Set([OFFICE, ...named.filter((name) => name !== undefined)])].map((name) => ({
    id: userId(name),
    name,
    ...splitName(name),
    email: `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@harbour-heating.example`,
    phone: '',
    extension: '',
    roles: { type: 'account', role: 'user', locationIds: [seededId('location', 1)] },
    deleted: false,
  }));
}

/** Fills the location with the people; the same people give the same ids at every start. */
export function seed(world: World, people: readonly Person[]): void {
  for (const name of new Set(people.flatMap((person) => person.companyName ?? [])))
    world.shelves.businesses.table.add({ id: seededHexId('business', name), name });
  for (const person of people) {
    world.shelves.contacts.table.add(contact(person));
    seedActivity(world, person);
  }
}

function seedActivity(world: World, person: Person): void {
  const { tasks, notes, appointments } = world.shelves;
  const contactId = seededId('contact', person.number);
  const id = (kind: string, i: number) => seededId(kind, `${person.number}:${i}`);
  for (const [i, { title, body, dueAt, completed, assignee }] of person.tasks.entries())
    tasks.table.add({
      ...{ id: id('task', i), contactId, title, body, completed },
      dueDate: iso(dueAt),
      assignedTo: assignee && userId(assignee),
      dateAdded: iso(person.createdAt),
    });
  for (const [i, { title, body, at, author }] of person.notes.entries())
    notes.table.add({
      ...{ id: id('note', i), contactId, title, body },
      userId: author && userId(author),
      dateAdded: iso(at),
    });
  for (const [i, { title, startsAt, endsAt, location, notes: said }] of person.appointments.entries())
    appointments.table.add({
      ...{ id: id('appointment', i), contactId, title, address: location, notes: said },
      startTime: iso(startsAt),
      endTime: iso(endsAt),
      assignedUserId: userId(OFFICE),
      dateAdded: iso(person.createdAt),
    });
}

function contact(person: Person): Row {
  const { firstName, lastName, email, phone, companyName, address, website, tags } = person;
  return {
    ...{ id: seededId('contact', person.number), firstName, lastName, email, phone, companyName, website, tags },
    businessId: companyName && seededHexId('business', companyName),
    address1: address?.line1,
    city: address?.city,
    state: address?.county,
    postalCode: address?.postcode,
    country: address && countryCode(address.country),
    source: 'website',
    assignedTo: userId(OFFICE),
    customFields: customFields(person),
    dateAdded: iso(person.createdAt),
  };
}

/** Two of three people have said something of their heating. */
function customFields({ number }: Person): Row[] {
  if (number % 3 === 0) return [];
  const makes = ['Worcester Bosch', 'Vaillant', 'Ideal', 'Baxi'];
  const month = String((number % 12) + 1).padStart(2, '0');
  const values = [
    makes[number % makes.length],
    (number % 14) + 1,
    number % 5 === 0 ? 'Oil' : 'Gas',
    number % 2 === 0 ? ['Boiler', 'Hob'] : ['Boiler'],
    `2027-${month}-15`,
  ];
  return CUSTOM_FIELDS.map((field, i) => ({ id: field.id, value: values[i] }));
}

function userId(name: string): string {
  return seededId('user', name);
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

function countryCode(country: string): string | undefined {
  const codes: Record<string, string> = { 'united kingdom': 'GB', uk: 'GB', ireland: 'IE', 'united states': 'US' };
  return country.length === 2 && country !== 'UK' ? country.toUpperCase() : codes[country.toLowerCase()];
}
