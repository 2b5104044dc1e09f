import { Problem, type ProblemCode, type Retry } from './errors.ts';
import type { HttpResponse } from './http.ts';
import { retryAfterMs } from './retry.ts';

/** A system by its id, for programs, and its vendor's name, for people. */
export interface VendorName {
  readonly id: string;
  readonly name: string;
}

/** The Problem that an answer with an error status amounts to. `said` is the system's own explanation, already free of secrets. */
export function refusal(system: VendorName, response: HttpResponse, said: string | undefined, now: number): Problem {
  const [code, retry] = verdict(response, now);
  const words = said ? `: ${said.slice(0, 300)}` : '';
  return new Problem(code, `${system.name} answered ${response.status}${words}`, retry, { system: system.id });
}

function verdict(response: HttpResponse, now: number): [ProblemCode, Retry] {
  const after = retryAfterMs(response.headers['retry-after'], now);
  const later: Retry = after === null ? 'later' : { afterMs: after };
  if (response.status === 401) return ['UNAUTHORIZED', 'later'];
  if (response.status === 403) return ['FORBIDDEN', 'never'];
  if (response.status === 404 || response.status === 410) return ['NOT_FOUND', 'never'];
  if (response.status === 409) return ['CONFLICT', 'never'];
  if (response.status === 429) return ['RATE_LIMITED', later];
  if (response.status >= 500 || response.status === 408) return ['UNAVAILABLE', later];
  return ['REFUSED', 'never'];
}
