import { Problem, type ProblemCode, type ProblemDetails } from '../../base/errors.ts';
import { isObject, plainKeys } from './row.ts';
import { NAME, SYSTEM } from './settings.ts';

/** A final Problem of this system; `message` must be fit for a caller. */
export function problem(code: ProblemCode, message: string, details: ProblemDetails = {}): Problem {
  return new Problem(code, message, 'never', { system: SYSTEM, ...details });
}

/** The Problem of a record that can be reached only through its customer, when the customer is not named. */
export function needsCustomer(what: string): Problem {
  return problem('INVALID', `A ${what} in ${NAME} is reached through its customer, and none was named`, {
    path: ['contactId'],
  });
}

/** What a write made, as read back; AMBIGUOUS where it cannot be shown, because repeating the write could double it. */
export async function readBack<T>(what: string, reading: Promise<T | null>): Promise<T> {
  const ambiguous = (words: string, cause?: unknown) =>
    new Problem('AMBIGUOUS', `${NAME} accepted the ${what} but ${words}`, 'later', { system: SYSTEM, cause });
  const made = await reading.catch((cause: unknown) => {
    throw ambiguous('could not be asked for it afterwards', cause);
  });
  if (made) return made;
  throw ambiguous('does not show it');
}

const EXPLANATIONS = ['errordescription', 'message', 'error', 'detail'];

/** Commusoft's own words in an error body, without the token, addresses, e-mails and long numbers; undefined where it has none. */
export function explanation(body: unknown, token: string): string | undefined {
  const plain = plainKeys(body);
  if (!isObject(plain)) return undefined;
  const said = EXPLANATIONS.map((key) => plain[key]).find((value) => typeof value === 'string' && value !== '');
  if (typeof said !== 'string') return undefined;
  return said
    .replaceAll(token, '[token]')
    .replace(/https?:\/\/\S+/g, '[address]')
    .replace(/\S+@\S+/g, '[e-mail]')
    .replace(/\+?\d[\d ]{6,}/g, '[number]')
    .replace(/\S{24,}/g, '[hidden]')
    .slice(0, 200);
}
