import type { Tools } from '../source.ts';
import type { Client } from './client.ts';
import { memo } from './memo.ts';
import { problem } from './problem.ts';
import { id, parseRows, row, text } from './row.ts';
import { NAME, SYSTEM } from './settings.ts';

/** A customer type or an advertising type ("How did you hear about us"). */
export interface Option {
  readonly id: string;
  readonly name: string;
}

/** A member of staff; diary events name them as resources. */
export interface User {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
}

/** The names of customer types and advertising types by id. */
export interface OptionNames {
  readonly types: ReadonlyMap<string, string>;
  readonly sources: ReadonlyMap<string, string>;
}

/** The lists that a company sets up once; kept for 15 minutes. */
export interface Reference {
  types(): Promise<readonly Option[]>;
  sources(): Promise<readonly Option[]>;
  users(): Promise<readonly User[]>;
  /** Null where the company's lists cannot be had: a customer is worth reading without them. */
  names(): Promise<OptionNames | null>;
}

const KEPT_MS = 15 * 60_000;

const optionRow = row({ id, description: text, name: text });
const userRow = row({ id, name: text, surname: text, email: text }, { name: ['firstname'], email: ['emailaddress'] });

/** The reference lists of one connection. */
export function createReference(client: Client, { clock, log }: Pick<Tools, 'clock' | 'log'>): Reference {
  const options = (path: string, names: readonly string[]) =>
    memo(clock, KEPT_MS, async () => {
      const rows = parseRows(optionRow, await client.list(path, names), names[0] ?? path, log);
      return rows.flatMap(({ id, description, name }) => {
        const label = description ?? name;
        return label ? [{ id, name: label }] : [];
      });
    });
  const types = options('/customertypes', ['customertypes', 'customertype']);
  const sources = options('/advertisingtypes', ['advertisingtypes', 'advertisingtype']);

  const users = memo(clock, KEPT_MS, async () => {
    const rows = parseRows(userRow, await client.list('/users', ['users', 'user']), 'users', log);
    return rows.map(({ id, name, surname, email }) => ({
      id,
      name: [name, surname].filter(Boolean).join(' ') || null,
      email: email?.toLowerCase() ?? null,
    }));
  });

  const names = memo(clock, KEPT_MS, async () => {
    try {
      const [ofTypes, ofSources] = await Promise.all([types(), sources()]);
      return { types: byId(ofTypes), sources: byId(ofSources) };
    } catch (error) {
      log.warn({ system: SYSTEM, err: error }, 'customer types or advertising types cannot be read; tags are unknown');
      return null;
    }
  });

  return { types, sources, users, names };
}

/** The user whom that text names by id, e-mail or full name, else the first: every diary event needs somebody. */
export function userFor(users: readonly User[], named: string | null): User {
  const wanted = named?.trim().toLowerCase() || null;
  const isNamed = (user: User) => wanted !== null && [user.id, user.email, user.name?.toLowerCase()].includes(wanted);
  const found = users.find(isNamed) ?? users[0];
  if (!found) throw problem('REFUSED', `${NAME} has no users, and a diary event needs one`);
  return found;
}

function byId(options: readonly Option[]): ReadonlyMap<string, string> {
  return new Map(options.map((option) => [option.id, option.name]));
}
