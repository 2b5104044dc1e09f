import { request } from 'undici';
import type { Clock } from './clock.ts';
import type { Egress } from './egress.ts';
import { Problem } from './errors.ts';
import { retryAfterMs } from './retry.ts';
import { type WebhookMessage, webhookHeaders } from './standard-webhook.ts';

/** Where a webhook goes: `secrets` sign it, the newest first. */
export interface WebhookTarget {
  readonly url: string;
  readonly secrets: readonly string[];
}

/** 'taken': answered with a 2xx. 'gone': answered with 410, so nothing is to be sent there ever again. */
export type WebhookAnswer = 'taken' | 'gone';

/** Sends a signed webhook once; rejects with a Problem that says in words what came of it, and whether to try again. */
export type PostWebhook = (target: WebhookTarget, message: WebhookMessage) => Promise<WebhookAnswer>;

const TIMEOUT_MS = 20_000;
const MOST_OF_ANSWER = 16 * 1024;

/** Makes the sender; it follows no redirect, waits 20 s for an answer, and reads of it no more than it must. */
export function createPostWebhook(egress: Egress, clock: Clock): PostWebhook {
  return async (target, message) => {
    const refusal = egress.refusal(target.url);
    if (refusal) throw new Problem('FORBIDDEN', `The address ${refusal}`);
    const overdue = new AbortController();
    const cancel = clock.after(TIMEOUT_MS, () => overdue.abort());
    try {
      const { statusCode, headers, body } = await request(target.url, {
        method: 'POST',
        dispatcher: egress.dispatcher,
        headers: {
          'content-type': 'application/json',
          'user-agent': 'Tributary',
          ...webhookHeaders(message, target.secrets, clock.now()),
        },
        body: message.body,
        signal: overdue.signal,
        headersTimeout: 0,
        bodyTimeout: 0,
      });
      await body.dump({ limit: MOST_OF_ANSWER });
      return answerOf(statusCode, headerText(headers['retry-after']), clock.now());
    } catch (cause) {
      throw cause instanceof Problem ? cause : noAnswer(cause, overdue.signal.aborted);
    } finally {
      cancel();
    }
  };
}

function answerOf(status: number, retryAfter: string | undefined, now: number): WebhookAnswer {
  if (status >= 200 && status < 300) return 'taken';
  if (status === 410) return 'gone';
  const afterMs = retryAfterMs(retryAfter, now);
  const hint = status >= 300 && status < 400 ? '; redirects are not followed, so enter the address it leads to' : '';
  throw new Problem('REFUSED', `It answered ${status}${hint}`, afterMs === null ? 'later' : { afterMs });
}

function headerText(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

function noAnswer(cause: unknown, overdue: boolean): Problem {
  if (overdue) return new Problem('TIMEOUT', `It did not answer within ${TIMEOUT_MS / 1000} s`, 'later', { cause });
  const code = (cause as { code?: unknown }).code;
  const why = typeof code === 'string' ? ` (${code})` : '';
  return new Problem('UNAVAILABLE', `It could not be reached${why}`, 'later', { cause });
}
