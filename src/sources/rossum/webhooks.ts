import { z } from 'zod';
import { hmacMatches } from '../../base/signature.ts';
import type { Notice, Webhooks } from '../source.ts';
import { lastSegment } from './annotation.ts';
import { ANNOTATION_PREFIX } from './row.ts';

const Event = z.object({
  event: z.string(),
  action: z.string(),
  annotation: z.object({
    id: z.number().int(),
    status: z.string().nullish(),
    queue: z.string().nullish(),
  }),
});
const Delivery = z.object({ request_id: z.string().min(1) });

const STATUS_CHANGED = 'annotation_status.changed';
const EXTRACTED = 'annotation_content.initialize';
/** The events that a hook must tell; none of them makes a person wait for our answer. */
export const HOOK_EVENTS: readonly string[] = [STATUS_CHANGED, EXTRACTED];
/** The statuses that accept what was read; others, such as reopening, say nothing new about the sender. */
const ACCEPTED = new Set(['confirmed', 'exporting', 'exported']);

/** The hooks of the configured queues. Rossum has no event for labels or rows: those are found by polling. */
export function createWebhooks(secrets: readonly string[], queueIds: readonly string[]): Webhooks {
  return {
    // Only documents tell of their changes; the rows of collections and the labels do not.
    tells: [],
    verify(rawBody, headers) {
      const signature = /^sha256=([0-9a-f]{64})$/i.exec(headers['x-rossum-signature-sha256'] ?? '')?.[1];
      return signature !== undefined && hmacMatches(rawBody, signature, secrets);
    },
    notices: (body) => noticesOf(body, queueIds),
    deliveryId: (body) => Delivery.safeParse(body).data?.request_id ?? null,
  };
}

function noticesOf(body: unknown, queueIds: readonly string[]): readonly Notice[] {
  const event = Event.safeParse(body).data;
  const name = event ? `${event.event}.${event.action}` : '';
  if (!event || (name !== STATUS_CHANGED && name !== EXTRACTED)) return [];
  const { id, status, queue } = event.annotation;
  if (queue ? !queueIds.includes(lastSegment(queue)) : queueIds.length === 0) return [];
  const task: Notice = { kind: 'task', id: ANNOTATION_PREFIX + id };
  return name === EXTRACTED || ACCEPTED.has(status ?? '') ? [{ ...task, kind: 'contact' }, task] : [task];
}
