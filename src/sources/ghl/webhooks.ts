import { z } from 'zod';
import { ed25519Matches } from '../../base/signature.ts';
import type { Kind } from '../../model/kind.ts';
import type { Notice, Webhooks } from '../source.ts';
import { text } from './wire.ts';

/** Which kind an event is about. Tags tell nothing of their own; a contact's tags are the contact's. */
const EVENT = /^(Contact|Note|Task|Appointment)(?:Create|Update|Delete|Complete|TagUpdate|DndUpdate)$/;
const KIND: Readonly<Record<string, Kind>> = {
  Contact: 'contact',
  Note: 'note',
  Task: 'task',
  Appointment: 'appointment',
};

const Subject = z.object({ id: text, contactId: text });
const Event = Subject.extend({
  type: text,
  locationId: text,
  webhookId: text,
  appointment: Subject.nullish().catch(undefined),
});

/** What HighLevel writes in the place of a signature it did not make. */
const UNSIGNED = 'N/A';

/** The webhooks of one location; an app's events come for all its locations, those of others are of no interest. */
export function webhooks(locationId: string, publicKeys: readonly string[]): Webhooks {
  return {
    // A task's edits are told by no event.
    tells: ['contact', 'note', 'appointment'],
    verify(rawBody, headers) {
      const signature = headerOf(headers, 'x-ghl-signature');
      return signature !== undefined && signature !== UNSIGNED && ed25519Matches(rawBody, signature, publicKeys);
    },
    notices(body) {
      const event = Event.safeParse(body).data;
      if (!event || event.locationId !== locationId) return [];
      const kind = KIND[EVENT.exec(event.type ?? '')?.[1] ?? ''];
      return kind ? noticeOf(kind, kind === 'appointment' ? (event.appointment ?? event) : event) : [];
    },
    deliveryId(body, headers) {
      return Event.safeParse(body).data?.webhookId || headerOf(headers, 'deliveryid') || null;
    },
  };
}

/** A new task may be told of without its contact. */
function noticeOf(kind: Kind, subject: z.output<typeof Subject>): readonly Notice[] {
  const { id, contactId } = subject;
  if (!id) return [];
  return [{ kind, id, ...(contactId && kind !== 'contact' ? { contactId } : {}) }];
}

function headerOf(headers: Readonly<Record<string, string | undefined>>, name: string): string | undefined {
  const found = Object.entries(headers).find(([header]) => header.toLowerCase() === name);
  return found?.[1] || undefined;
}
