import type { Kind } from '../../model/kind.ts';
import { type Collection, defineSource, type Source, type Tools } from '../source.ts';
import { createAccess } from './access.ts';
import { withAnnotations } from './annotated.ts';
import type { Annotation } from './annotation.ts';
import { type AnnotationFeed, createAnnotationFeed } from './annotation-feed.ts';
import { appointmentRows } from './appointment.ts';
import { createClient } from './client.ts';
import { type RowCollection, rowCollection } from './collection.ts';
import { contactRows, type Party, partyFields, partyOf } from './contact.ts';
import { mapping } from './mapping.ts';
import { noteRows } from './note.ts';
import { createRegistration } from './registration.ts';
import type { RowShape } from './row.ts';
import { type Settings, settings } from './settings.ts';
import { openStorage } from './storage.ts';
import { tagCollection } from './tag.ts';
import { reviewOf, STATUS_FIELD, taskRows } from './task.ts';
import { createWebhooks } from './webhooks.ts';

/** Rossum: rows of its Data Storage, the labels, and the documents of the configured queues. */
export const definition = defineSource({
  id: 'rossum',
  name: 'Rossum',
  settings,
  // The vendor allows ten a second and does not say whether by user or by organisation: one is left for others.
  limits: { calls: 9, perMs: 1000, concurrency: 6 },
  mapping,
  baseUrl: (given) => given.ROSSUM_BASE_URL,
  connect,
});

function connect(given: Settings, { http, clock, log }: Tools): Source {
  const { ROSSUM_BASE_URL: origin, ROSSUM_QUEUE_IDS: queueIds, ROSSUM_WEBHOOK_SECRET: secrets } = given;
  const credentials = {
    token: given.ROSSUM_TOKEN,
    username: given.ROSSUM_USERNAME,
    password: given.ROSSUM_PASSWORD,
  };
  const client = createClient(origin, http, createAccess(credentials, http, clock), clock);
  const feed = queueIds.length > 0 ? createAnnotationFeed(client, origin, queueIds, clock) : null;
  const rows = (kind: Kind, name: string, shape: RowShape) =>
    rowCollection(kind, openStorage(client, name, log), shape, clock);
  return {
    collections: {
      contact: contacts(rows('contact', given.ROSSUM_CONTACTS_COLLECTION, contactRows), feed, given.ROSSUM_PARTY),
      task: tasks(rows('task', given.ROSSUM_TASKS_COLLECTION, taskRows), feed, given.ROSSUM_PARTY),
      note: rows('note', given.ROSSUM_NOTES_COLLECTION, noteRows),
      appointment: rows('appointment', given.ROSSUM_APPOINTMENTS_COLLECTION, appointmentRows),
      tag: tagCollection(client),
    },
    ...(secrets.length > 0 ? { webhooks: createWebhooks(secrets, queueIds) } : {}),
    registration: createRegistration(client, given),
    probe: async () => {
      await client.call({ method: 'GET', path: '/api/v1/auth/user' });
    },
  };
}

function contacts(rows: RowCollection, feed: AnnotationFeed | null, party: Party): Collection {
  const recordOf = (annotation: Annotation) => partyOf(annotation, party);
  const all = feed ? withAnnotations(rows, feed, { recordOf, fields: partyFields(party), outlives: true }) : rows;
  // A contact belongs to no contact.
  const { listFor: _, ...collection } = all;
  return collection;
}

function tasks(rows: RowCollection, feed: AnnotationFeed | null, party: Party): Collection {
  const recordOf = (annotation: Annotation) => reviewOf(annotation, party);
  return feed ? withAnnotations(rows, feed, { recordOf, fields: [STATUS_FIELD], outlives: false }) : rows;
}
