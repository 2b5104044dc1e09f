import { z } from 'zod';
import type { Clock } from '../../base/clock.ts';
import { Problem } from '../../base/errors.ts';
import type { Http } from '../../base/http.ts';
import { refusal } from '../../base/refusal.ts';

/** A ready token, or the user to log in as, or both. */
export interface Credentials {
  readonly token?: string | undefined;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
}

/** The access token of one connection. */
export interface Access {
  /** The token to use. `refused` names one that was answered 401: never that one again, so a login if it is the latest. */
  token(refused?: string): Promise<string>;
}

const Login = z.object({ key: z.string().min(1) });

/** Rossum stops issuing tokens to a user that logs in too often: a refused login is not repeated for this long. */
const PAUSE_AFTER_REFUSAL_MS = 60_000;

/** Logs in when a token is first needed and when one was refused; callers that wait at the same time share one login. */
export function createAccess(credentials: Credentials, http: Http, clock: Clock): Access {
  const { username, password } = credentials;
  let current = credentials.token || null;
  let underWay: Promise<string> | null = null;
  let refused: { problem: Problem; until: number } | null = null;

  async function login(): Promise<string> {
    if (refused && clock.now() < refused.until) throw refused.problem;
    const request = { method: 'POST', path: '/api/v1/auth/login', json: { username, password } } as const;
    const response = await http.request({ ...request, idempotent: true });
    if (response.status >= 400) {
      const problem = loginProblem(
        response.status,
        refusal({ id: 'rossum', name: 'Rossum' }, response, undefined, clock.now()),
      );
      if (response.status < 500) refused = { problem, until: clock.now() + PAUSE_AFTER_REFUSAL_MS };
      throw problem;
    }
    const parsed = Login.safeParse(response.body);
    if (!parsed.success)
      throw new Problem('MALFORMED', 'Rossum answered a login without a token', 'later', { system: 'rossum' });
    current = parsed.data.key;
    return current;
  }

  return {
    async token(badToken) {
      if (current !== null && current !== badToken) return current;
      if (!username || !password)
        throw new Problem('UNAUTHORIZED', 'Rossum refuses ROSSUM_TOKEN; set a new one', 'later', { system: 'rossum' });
      underWay ??= login().finally(() => {
        underWay = null;
      });
      return underWay;
    },
  };
}

/** A wrong password is answered 400 by some deployments and 401 by others. */
function loginProblem(status: number, problem: Problem): Problem {
  if (status !== 400 && status !== 401 && status !== 403) return problem;
  const message = 'Rossum refuses ROSSUM_USERNAME with ROSSUM_PASSWORD; check both';
  return new Problem('UNAUTHORIZED', message, 'later', { system: 'rossum' });
}
