import { z } from 'zod';
import { Problem, type ProblemCode, type Retry } from '../../base/errors.ts';
import type { HttpResponse } from '../../base/http.ts';
import { refusal } from '../../base/refusal.ts';
import { retryAfterMs } from '../../base/retry.ts';

const SYSTEM = 'ghl';
const AN_HOUR = 3_600_000;

const Explanation = z.object({
  message: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .catch(undefined),
  meta: z.object({ contactId: z.string().optional() }).nullish().catch(undefined),
});

/** The Problem an error answer amounts to; `about` names the record. A duplicate carries the existing contact's id. */
export function problemOf(response: HttpResponse, about: string, now: number): Problem {
  const said = saidIn(response);
  const existing = Explanation.safeParse(response.body).data?.meta?.contactId;
  const [code, retry] = verdict(response, said, existing, now);
  const words = said ? `: ${masked(said).slice(0, 300)}` : '';
  return new Problem(code, `HighLevel answered ${response.status} for ${about}${words}`, retry, {
    system: SYSTEM,
    ...(existing ? { recordId: existing } : {}),
  });
}

/** True where another token would do; of HighLevel's many answers with 401 the others are about the version, the scopes or the kind of token. */
export function isTokenRefused(response: HttpResponse): boolean {
  return response.status === 401 && !ABOUT_ELSE.test(saidIn(response));
}

/** The Problem of an answer that is not what HighLevel documents. */
export function malformed(about: string, cause?: unknown): Problem {
  return new Problem('MALFORMED', `HighLevel's answer for ${about} is not what it documents`, 'later', {
    system: SYSTEM,
    cause,
  });
}

const ABOUT_ELSE = /version|scope|authclass|user type/i;

function saidIn(response: HttpResponse): string {
  const told = Explanation.safeParse(response.body).data;
  return [told?.message ?? []].flat().join('; ');
}

function verdict(
  response: HttpResponse,
  said: string,
  existing: string | undefined,
  now: number,
): [ProblemCode, Retry] {
  const { status } = response;
  if (status === 400 && (existing || /duplicated? contact/i.test(said))) return ['DUPLICATE', 'never'];
  // A missing contact is answered with 400; "Cannot GET" is a route that does not exist for this version of the API.
  if (status === 400 && /not found|does ?n[o']t exist/i.test(said)) return ['NOT_FOUND', 'never'];
  if (status === 404 && /^Cannot [A-Z]+ /.test(said)) return ['REFUSED', 'never'];
  // These are answered with 401, but a new token of the same kind would fare no better.
  if (status === 401 && ABOUT_ELSE.test(said)) return ['FORBIDDEN', 'never'];
  if (status === 429) return ['RATE_LIMITED', { afterMs: pauseAfter(response.headers, now) }];
  const usual = refusal({ id: SYSTEM, name: 'HighLevel' }, response, undefined, now);
  return [usual.code, usual.retry];
}

/** HighLevel documents no Retry-After: where none is sent, its interval header says when calls are allowed again. */
function pauseAfter(headers: HttpResponse['headers'], now: number): number {
  const asked = retryAfterMs(headers['retry-after'], now);
  if (asked !== null) return asked;
  if (headers['x-ratelimit-daily-remaining'] === '0') return AN_HOUR;
  return Number(headers['x-ratelimit-interval-milliseconds']) || 10_000;
}

/** Explanations may quote what was sent: addresses, numbers and tokens do not leave this place. */
function masked(said: string): string {
  return said
    .replace(/\S+@\S+/g, '[hidden]')
    .replace(/https?:\/\/\S+/g, '[hidden]')
    .replace(/\b(pit-|eyJ)\S+/g, '[hidden]')
    .replace(/\+?\d[\d ()-]{6,}\d/g, '[hidden]');
}
