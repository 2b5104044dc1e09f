import { Problem } from '../../base/errors.ts';
import type { HttpResponse } from '../../base/http.ts';
import { refusal } from '../../base/refusal.ts';
import type { Tools } from '../source.ts';
import { problem } from './problem.ts';
import { isObject, plainKeys } from './row.ts';
import { NAME, type Settings, SYSTEM } from './settings.ts';

/** The one token that all calls of a connection share. */
export interface Token {
  current(): Promise<string>;
  /** A token other than the refused one; one log-in however many ask. */
  renewed(refused: string): Promise<string>;
}

/** No document states a lifetime; working code renews after 30 minutes. */
const LIFE_MS = 25 * 60_000;
/** The lock-out rules are unknown and the password is a person's: a refused log-in is not repeated sooner. */
const HOLD_MS = 30_000;

/** Logs in with getToken when a token is first needed, and again when it is old or was refused. */
export function createToken(settings: Settings, { http, clock }: Pick<Tools, 'http' | 'clock'>): Token {
  let token: { readonly value: string; readonly until: number } | null = null;
  let refused: { readonly problem: Problem; readonly until: number } | null = null;
  let underWay: Promise<string> | null = null;

  async function logIn(): Promise<string> {
    if (refused && clock.now() < refused.until) throw refused.problem;
    const json = {
      clientId: settings.COMMUSOFT_CLIENT_ID,
      username: settings.COMMUSOFT_USERNAME,
      password: settings.COMMUSOFT_PASSWORD,
      applicationId: settings.COMMUSOFT_APPLICATION_ID,
    };
    const answer = await http.request({ method: 'POST', path: '/getToken', json, idempotent: true });
    if ([400, 401, 403].includes(answer.status)) {
      refused = { problem: badLogIn(), until: clock.now() + HOLD_MS };
      throw refused.problem;
    }
    token = { value: tokenIn(answer, clock.now()), until: clock.now() + LIFE_MS };
    return token.value;
  }

  async function current(): Promise<string> {
    if (token && clock.now() < token.until) return token.value;
    underWay ??= logIn().finally(() => {
      underWay = null;
    });
    return underWay;
  }

  return {
    current,
    renewed(value) {
      if (token?.value === value) token = null;
      return current();
    },
  };
}

function tokenIn(answer: HttpResponse, now: number): string {
  if (answer.status >= 400)
    throw refusal({ id: SYSTEM, name: NAME }, answer, 'the log-in failed; check COMMUSOFT_BASE_URL', now);
  const body = plainKeys(answer.body);
  const value = isObject(body) ? (body.token ?? body.usertoken) : body;
  if (typeof value === 'string' && /^[^\s<>"{}]{1,4096}$/.test(value.trim())) return value.trim();
  throw problem('MALFORMED', `${NAME} answered the log-in without a token`);
}

function badLogIn(): Problem {
  const message = `${NAME} refused the log-in: check COMMUSOFT_CLIENT_ID, COMMUSOFT_USERNAME, COMMUSOFT_PASSWORD and COMMUSOFT_APPLICATION_ID`;
  return new Problem('UNAUTHORIZED', message, 'later', { system: SYSTEM });
}
