import type { Person } from '../../src/sources/simulator.ts';
import { samplePerson } from '../support/people.ts';

const HOUR_MS = 3_600_000;
const MONTH_MS = 30 * 24 * HOUR_MS;

/** People with one task and one note each, who came one after the other as customers do and not all in one moment. */
export function benchPeople(count: number): Person[] {
  const now = Date.now();
  return Array.from({ length: count }, (_, i) => {
    const createdAt = now - MONTH_MS - (count - i) * HOUR_MS;
    const person = samplePerson(i + 1, now, { createdAt });
    return { ...person, notes: person.notes.map((note) => ({ ...note, at: createdAt })) };
  });
}
