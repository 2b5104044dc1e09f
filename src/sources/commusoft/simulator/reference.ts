import type { FastifyInstance } from 'fastify';
import { v5 } from 'uuid';
import type { Person } from '../../simulator.ts';

/** A member of the tenant's staff. */
export interface User {
  readonly id: number;
  readonly uuid: string;
  readonly firstname: string;
  readonly surname: string;
  readonly email: string;
  readonly telephonenumber: string;
  readonly mobile: string | null;
}

/** A line of one of the tenant's settings lists. */
interface Setting {
  readonly id: number;
  readonly uuid: string;
  readonly description: string;
  readonly order: number;
}

/** The salutations; writing "Mr" instead of its id makes a write fail. */
export const TITLES = settings('title', ['-', 'Mr', 'Mrs', 'Miss', 'Ms', 'Dr']);
/** The customer types; the id of one goes into the path of a create. */
export const CUSTOMER_TYPES = settings('customer type', [
  'Private customer',
  'Commercial',
  'Landlord',
  'Letting agent',
]);
/** What a customer may have answered to "How did you hear about us?". */
export const ADVERTISING_TYPES = settings('advertising type', [
  'Website',
  'Recommendation',
  'Google',
  'Van',
  'Leaflet',
]);

const JOB_DESCRIPTIONS = settings('job description', ['Boiler service', 'Breakdown', 'Installation', 'Survey']).map(
  (setting) => ({ ...setting, timetocomplete: 30 * setting.id, price: 45 * setting.id }),
);

const STAFF = ['Priya Nair', 'Tom Hughes', 'Ewan Reid'];

/** A uuid that is the same at every start for the same name. */
export function steadyUuid(name: string): string {
  return v5(`commusoft simulator ${name}`, v5.URL);
}

/** The tenant's staff: whoever the people's tasks are given to, and enough others for a diary. */
export function staffOf(people: readonly Person[]): readonly User[] {
  const assignees = people.flatMap((person) => person.tasks.flatMap((task) => task.assignee ?? []));
  return [...new Set([...assignees, ...STAFF])].map((name, index) => {
    const [firstname = name, ...rest] = name.split(' ');
    return {
      id: 11 + index,
      uuid: steadyUuid(`user ${name}`),
      firstname,
      surname: rest.join(' '),
      email: `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@heating.example`,
      telephonenumber: '020 7946 0999',
      mobile: null,
    };
  });
}

/** A user's name as the diary and the reports show it. */
export function userName(user: User | undefined): string | null {
  return user ? `${user.firstname} ${user.surname}`.trim() : null;
}

/** Serves users and settings, each under the envelope name the vendor gives it. */
export function addReferenceRoutes(app: FastifyInstance, users: readonly User[]): void {
  app.get('/users', () => ({ users }));
  app.get('/titles', () => ({ titles: TITLES }));
  app.get('/customertypes', () => ({ customertypes: CUSTOMER_TYPES }));
  app.get('/advertisingtypes', () => ({ advertisingtypes: ADVERTISING_TYPES }));
  app.get('/jobdescriptions', () => ({ jobdescription: JOB_DESCRIPTIONS }));
}

function settings(list: string, descriptions: readonly string[]): readonly Setting[] {
  return descriptions.map((description, index) => ({
    id: index + 1,
    uuid: steadyUuid(`${list} ${description}`),
    description,
    order: index + 1,
  }));
}
