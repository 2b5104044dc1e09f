import { z } from 'zod';
import { hmacMatches } from '../../base/signature.ts';
import type { Notice, Webhooks } from '../source.ts';
import { JOB } from './job.ts';
import { id, plainKeys, row, text } from './row.ts';

const SIGNATURE = 'x-commusoft-signature';

const hook = row({ event: z.string(), id, deliveryid: text }, { id: ['recordid'], deliveryid: ['webhookid'] });

/**
 * Webhooks as the events that Commusoft offers suggest them: something new, never something changed. Shape, header and
 * secret are provisional until Commusoft registers the partner.
 */
export function createWebhooks(secrets: readonly string[]): Webhooks {
  return {
    // Creations alone are told, never changes.
    tells: [],
    verify(rawBody, headers) {
      const signature = headers[SIGNATURE]?.replace(/^sha256=/i, '');
      return signature !== undefined && hmacMatches(rawBody, signature, secrets);
    },
    notices(body) {
      const parsed = hook.safeParse(plainKeys(body));
      return parsed.success ? noticeOf(parsed.data.event, parsed.data.id) : [];
    },
    deliveryId(body) {
      const parsed = hook.safeParse(plainKeys(body));
      return parsed.success ? (parsed.data.deliveryid ?? null) : null;
    },
  };
}

/** Commusoft sets webhooks up for registered partners itself. */
export function instructions(url: string): readonly string[] {
  return [
    'Commusoft registers webhooks itself: write to support@commusoft.com or to your account manager.',
    `Ask that the events for new customers, jobs and diary events be sent by POST as JSON to ${url}`,
    'Agree on a long random secret, and that X-Commusoft-Signature carries the hex HMAC-SHA256 of the raw body under it.',
    'Set the same secret as COMMUSOFT_WEBHOOK_SECRET. Until then, and for every change of a record, polling covers it.',
  ];
}

/** The subject alone decides, because the spelling of the events is unknown: 'New Job', 'job_complete', 'job.created'. */
function noticeOf(event: string, about: string): Notice[] {
  if (/customer/i.test(event)) return [{ kind: 'contact', id: about }];
  if (/job/i.test(event)) return [{ kind: 'task', id: JOB + about }];
  if (/diary/i.test(event)) return [{ kind: 'appointment', id: about }];
  return [];
}
