import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { ed25519Matches, rsaMatches } from '../../base/signature.ts';
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
  companyId: text,
  appId: text,
  webhookId: text,
  appointment: Subject.nullish().catch(undefined),
});

/** What HighLevel writes in the place of a signature it did not make. */
const UNSIGNED = 'N/A';
const SIGNATURE = 'x-ghl-signature';
const RSA_SIGNATURE = 'x-wh-signature';

/** The public keys that HighLevel may sign with; without an RSA key its old signature is refused. */
export interface PublicKeys {
  readonly ed25519: readonly KeyObject[];
  readonly rsa: readonly KeyObject[];
}

/** What a grant was given to: an app; and the company that gave it, null where the location itself did. */
export interface Granted {
  readonly appId: string;
  readonly companyId: string | null;
}

/** The events of an app's life, which come to its default webhook address alone. */
const LIFE: Readonly<Record<string, 'installed' | 'ended'>> = { INSTALL: 'installed', UNINSTALL: 'ended' };

/** The webhooks of one location; an app's events come for all its locations, those of others are of no interest. */
export function webhooks(locationId: string, keys: PublicKeys, granted: Granted | null): Webhooks {
  return {
    // A task's edits are told by no event.
    tells: ['contact', 'note', 'appointment'],
    verify(rawBody, headers) {
      const signature = headerOf(headers, SIGNATURE);
      if (signature !== undefined) return signature !== UNSIGNED && ed25519Matches(rawBody, signature, keys.ed25519);
      // The old signature counts only where the new one is not even claimed: nobody may choose the weaker of two.
      const old = headerOf(headers, RSA_SIGNATURE);
      return old !== undefined && old !== UNSIGNED && rsaMatches(rawBody, old, keys.rsa);
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
    ...(granted && {
      lifecycle(body) {
        const event = Event.safeParse(body).data;
        if (!event || event.appId !== granted.appId) return null;
        // An agency's event names no location: it is about all of its own.
        const [named, ours] = event.locationId ? [event.locationId, locationId] : [event.companyId, granted.companyId];
        return named && named === ours ? (LIFE[event.type ?? ''] ?? null) : null;
      },
    }),
  };
}

/** Only a marketplace app has webhooks, and only its page sets them up. */
export function instructions(url: string): readonly string[] {
  return [
    'HighLevel sends webhooks for marketplace apps alone; a private integration has none, then polling covers it.',
    'At marketplace.gohighlevel.com open My Apps, your app, Advanced Settings, Webhooks:',
    `Webhook URL: ${url}`,
    'Events: Contact, Note and Appointment Create, Update, Delete; ContactTagUpdate, ContactDndUpdate; Task Create, Complete, Delete',
    'Give the app the read scopes of these, and install it in the location of GHL_LOCATION_ID.',
    "There is no secret to copy: HighLevel signs with its published key, which is GHL_WEBHOOK_PUBLIC_KEY's default.",
    'Workflow "Custom Webhook" actions are not signed and are refused.',
  ];
}

/** A new task may be told of without its contact. */
function noticeOf(kind: Kind, subject: z.output<typeof Subject>): readonly Notice[] {
  const { id, contactId } = subject;
  if (!id) return [];
  return [{ kind, id, ...(contactId && kind !== 'contact' ? { contactId } : {}) }];
}

/** The header's text, '' where it is there but empty; undefined only where it is not there. */
function headerOf(headers: Readonly<Record<string, string | undefined>>, name: string): string | undefined {
  return Object.entries(headers).find(([header, value]) => header.toLowerCase() === name && value !== undefined)?.[1];
}
