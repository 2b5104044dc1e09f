import { z } from 'zod';
import { Problem } from '../../base/errors.ts';
import type { HttpResponse } from '../../base/http.ts';
import { problemOf } from './problem.ts';
import { names, text } from './wire.ts';

/** The token endpoint says `error` and `error_description`, the gateway before it `message`; HighLevel publishes no list of either. */
const Told = z.object({ error: text, error_description: text, message: z.union([text, names]) });

const SUSPENDED = /not active/i;
const WRONG_APP = /invalid_client|client.?(id|secret|credential)/i;
const ENDED = /invalid_grant|refresh.?token|revoked|uninstalled/i;

/** The Problem of an answer to a renewal. Only what speaks of the grant ends it: a mistyped secret must not cost a connection. */
export function renewalProblem(response: HttpResponse, now: number): Problem {
  if (isTransient(response)) return problemOf(response, 'the renewal of its access', now);
  const said = wordsOf(response);
  if (SUSPENDED.test(said)) return suspended();
  if (WRONG_APP.test(said)) return wrongApp();
  if (ENDED.test(said)) {
    const why = 'its access was revoked there, or the answer to a renewal got lost';
    return unauthorized(`HighLevel no longer accepts what it granted: ${why}. Connect HighLevel anew`, 'never');
  }
  const { message } = problemOf(response, 'the renewal of its access', now);
  return unauthorized(`${message}. Check GHL_CLIENT_ID and GHL_CLIENT_SECRET, or connect HighLevel anew`, 'later');
}

/** The Problem of an answer to a code; HighLevel looks at the code before it looks at the app, and calls both the same. */
export function codeProblem(response: HttpResponse, now: number): Problem {
  if (isTransient(response)) return problemOf(response, 'the access that was granted', now);
  const said = wordsOf(response);
  if (SUSPENDED.test(said)) return suspended();
  if (WRONG_APP.test(said)) return wrongApp();
  const why = 'its code is used or too old, or GHL_CLIENT_ID and GHL_CLIENT_SECRET are not those of the app';
  return unauthorized(`HighLevel did not accept what it granted: ${why}. Start connecting HighLevel anew`, 'never');
}

function isTransient({ status }: HttpResponse): boolean {
  return status === 408 || status === 429 || status >= 500;
}

function wordsOf({ body }: HttpResponse): string {
  const told = Told.safeParse(body).data;
  return [told?.error, told?.error_description, told?.message].flat().join(' ');
}

function suspended(): Problem {
  const message = 'HighLevel says that the location is not active; it is tried again until the sub-account is';
  return new Problem('FORBIDDEN', message, 'later', { system: 'ghl' });
}

function wrongApp(): Problem {
  return unauthorized('HighLevel refuses GHL_CLIENT_ID with GHL_CLIENT_SECRET; check both', 'later');
}

function unauthorized(message: string, retry: 'never' | 'later'): Problem {
  return new Problem('UNAUTHORIZED', message, retry, { system: 'ghl' });
}
