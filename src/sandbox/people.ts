import type { Person } from '../sources/simulator.ts';
import {
  COMPANIES,
  EMAIL_HOSTS,
  FIRST_NAMES,
  LAST_NAMES,
  NOTES,
  STREETS,
  TAGS,
  TOWNS,
  TRADES,
  VISITS,
} from './words.ts';

const PEOPLE = 340;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** A share of the business that a system sees: which people, and how its staff type. */
interface View {
  readonly holds: (number: number) => boolean;
  readonly phone: (national: string) => string;
}

/** Spread unevenly, as real businesses are: most leads live in the CRM, customers in the field service, suppliers' customers in documents. */
const VIEWS: readonly View[] = [
  { holds: (n) => n % 10 >= 3, phone: (national) => national },
  { holds: (n) => n % 10 < 8, phone: international },
  { holds: (n) => n % 3 === 0, phone: international },
];

/** The people that the `nth` system knows: a heating and plumbing business's customers, the same at every start of one day. */
export function peopleOf(nth: number, now: number): Person[] {
  const view = VIEWS[nth % VIEWS.length] as View;
  const today = now - (now % DAY_MS);
  const everybody = Array.from({ length: PEOPLE }, (_, i) => person(i + 1, today));
  return everybody.filter(({ number }) => view.holds(number)).map((one) => seenBy(nth, one));
}

/** Staff writes a task, note or visit down in one system only: the next one of those that hold the person. */
function seenBy(nth: number, one: Person): Person {
  const holders = VIEWS.flatMap((view, i) => (view.holds(one.number) ? [i] : []));
  const isHere = (_: unknown, i: number) => holders[(one.number + i) % holders.length] === nth % VIEWS.length;
  return {
    ...one,
    ...(one.phone && { phone: VIEWS[nth % VIEWS.length]?.phone(one.phone) ?? one.phone }),
    tasks: one.tasks.filter(isHere),
    notes: one.notes.filter(isHere),
    appointments: one.appointments.filter(isHere),
  };
}

function international(national: string): string {
  return `+44${national.replaceAll(' ', '').slice(1)}`;
}

function person(number: number, today: number): Person {
  const random = seeded(number);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const [firstName, lastName, town] = [pick(FIRST_NAMES), pick(LAST_NAMES), pick(TOWNS)];
  const createdAt = today - Math.floor(30 + random() * 700) * DAY_MS;
  const company = random() < 0.18 ? `${lastName} ${pick(COMPANIES)}` : undefined;
  const email = `${firstName}.${lastName}${number}@${pick(EMAIL_HOSTS)}`.toLowerCase();
  const times = (most: number) => Array.from({ length: Math.floor(random() * (most + 1)) });
  return {
    number,
    firstName,
    lastName,
    ...(random() < 0.94 && { email }),
    ...(random() < 0.9 && { phone: `07700 9${String(number).padStart(5, '0')}` }),
    ...(company && { companyName: company, website: `https://${lastName.toLowerCase()}.example.com` }),
    address: {
      line1: `${1 + Math.floor(random() * 180)} ${pick(STREETS)}`,
      city: town.city,
      county: town.county,
      postcode: `${town.area}${1 + Math.floor(random() * 20)} ${1 + Math.floor(random() * 9)}AB`,
      country: 'GB',
    },
    tags: TAGS.filter(() => random() < 0.16),
    createdAt,
    tasks: times(2).map(() => {
      const trade = pick(TRADES);
      const dueAt = today + Math.floor(random() * 60 - 20) * DAY_MS + 9 * HOUR_MS;
      return { title: trade.task, body: trade.detail, dueAt, completed: dueAt < today && random() < 0.8 };
    }),
    notes: times(2).map(() => ({
      body: pick(NOTES),
      at: createdAt + Math.floor(random() * 20) * DAY_MS + 10 * HOUR_MS,
    })),
    appointments: times(1).map(() => {
      const startsAt = today + Math.floor(random() * 40 - 5) * DAY_MS + (8 + Math.floor(random() * 9)) * HOUR_MS;
      return { title: pick(VISITS), startsAt, endsAt: startsAt + HOUR_MS };
    }),
  };
}

/** A small generator (mulberry32): the same person for the same number, whichever system asks. */
function seeded(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
