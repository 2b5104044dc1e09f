import type { HttpRequest, HttpResponse } from '../../base/http.ts';
import { refusal } from '../../base/refusal.ts';
import type { Tools } from '../source.ts';
import { rowsIn } from './envelope.ts';
import { explanation } from './problem.ts';
import type { Row } from './row.ts';
import { NAME, type Settings, SYSTEM } from './settings.ts';
import { createToken } from './token.ts';

/** Customers, jobs and the diary come unpaged or slowly; working code waits this long for them. */
export const SLOW_MS = 60_000;

/** Calls to Commusoft with a valid token. */
export interface Client {
  /** The answer where it is a success or has one of the `accepted` statuses; any other rejects with its Problem. */
  ask(request: HttpRequest, accepted?: readonly number[]): Promise<HttpResponse>;
  /** The plain rows of a list under any of these names; nothing found is an empty list. */
  list(path: string, names: readonly string[], query?: HttpRequest['query']): Promise<Row[]>;
}

/** A client of one connection. The token goes into the query, the only place that is known to work. */
export function createClient(settings: Settings, tools: Pick<Tools, 'http' | 'clock'>): Client {
  const token = createToken(settings, tools);
  const send = (request: HttpRequest, value: string) =>
    tools.http.request({ ...request, query: { ...request.query, token: value } });

  async function ask(request: HttpRequest, accepted: readonly number[] = []): Promise<HttpResponse> {
    let value = await token.current();
    let answer = await send(request, value);
    if (answer.status === 401 || answer.status === 403) {
      value = await token.renewed(value);
      answer = await send(request, value);
    }
    if (answer.status < 300 || accepted.includes(answer.status)) return answer;
    throw refusal({ id: SYSTEM, name: NAME }, answer, explanation(answer.body, value), tools.clock.now());
  }

  return {
    ask,
    async list(path, names, query = {}) {
      const answer = await ask({ method: 'GET', path, query, timeoutMs: SLOW_MS }, [404]);
      return answer.status === 404 ? [] : rowsIn(answer.body, names);
    },
  };
}
