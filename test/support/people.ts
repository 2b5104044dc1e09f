import type { Person } from '../../src/sources/simulator.ts';

const DAY_MS = 86_400_000;
const FIRST = ['Ann', 'Bob', 'Cara', 'Dev', 'Ewa', 'Finn', 'Gwen', 'Hal', 'Ivy', 'Jon', 'Kit', 'Lou'];
const LAST = ['Archer', 'Baker', 'Cook', 'Dyer', 'Ellis', 'Fisher', 'Glover', 'Hunter'];

/** A few plain people, numbered from one: everybody with an e-mail, a mobile number, an address, one task and one note. */
export function samplePeople(count: number, now = Date.now()): Person[] {
  return Array.from({ length: count }, (_, i) => samplePerson(i + 1, now));
}

/** The person with that number; `changes` replaces what matters to a test. */
export function samplePerson(number: number, now = Date.now(), changes: Partial<Person> = {}): Person {
  const firstName = FIRST[number % FIRST.length] ?? 'Ann';
  const lastName = LAST[number % LAST.length] ?? 'Archer';
  return {
    number,
    firstName,
    lastName,
    email: `${firstName}.${lastName}.${number}@example.com`.toLowerCase(),
    phone: `+4477009${String(number).padStart(5, '0')}`,
    address: { line1: `${number} High Street`, city: 'Bristol', county: 'Bristol', postcode: 'BS1 4ST', country: 'GB' },
    tags: ['customer'],
    createdAt: now - 90 * DAY_MS,
    tasks: [{ title: `Call ${firstName}`, dueAt: now + DAY_MS, completed: false }],
    notes: [{ body: `${firstName} prefers mornings`, at: now - 30 * DAY_MS }],
    appointments: [],
    ...changes,
  };
}
