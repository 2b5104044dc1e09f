import { generateKeyPairSync, sign } from 'node:crypto';
import type { Row } from '../../simulator.ts';
import { seededId } from './ids.ts';
import { fullName } from './tidy-row.ts';
import type { EventName, World } from './world.ts';

/** Signs bodies as HighLevel does; `publicKey` is base64 SPKI. */
export interface Signer {
  readonly publicKey: string;
  /** The value of X-GHL-Signature: Ed25519 over the bytes, base64. */
  signature(body: string): string;
}

/** Makes a signer with a key pair of its own. */
export function createSigner(): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    signature: (body) => sign(null, Buffer.from(body), privateKey).toString('base64'),
  };
}

const APP_ID = seededId('app', 1);

/** The body of an event: flat, in an envelope that repeats nothing of who did it or when the record changed. */
export function webhookBody(world: World, event: EventName, row: Row): string {
  return JSON.stringify({
    type: event,
    locationId: world.location.id,
    versionId: APP_ID,
    appId: APP_ID,
    ...payload(event, row, world.switches.bareTaskCreate),
    timestamp: world.stamp(),
    webhookId: world.ids.uuid(),
  });
}

function payload(event: EventName, row: Row, bareTaskCreate: boolean): Row {
  if (event.startsWith('Contact')) return contact(row, event === 'ContactDndUpdate');
  if (event.startsWith('Note')) return pick(row, ['id', 'body', 'contactId', 'dateAdded']);
  if (event.startsWith('Appointment')) return { appointment: pick(row, APPOINTMENT) };
  return pick(row, event === 'TaskCreate' && bareTaskCreate ? BARE_TASK : TASK);
}

const TASK = ['id', 'assignedTo', 'body', 'contactId', 'title', 'dateAdded', 'dueDate'];
const BARE_TASK = ['id', 'assignedTo', 'title', 'dateAdded', 'dueDate'];
const APPOINTMENT = [
  ...['id', 'address', 'title', 'calendarId', 'contactId', 'groupId', 'appointmentStatus', 'assignedUserId'],
  ...['users', 'notes', 'source', 'startTime', 'endTime', 'dateAdded', 'dateUpdated'],
];
const CONTACT = [
  ...['id', 'address1', 'city', 'companyName', 'country', 'source', 'dateAdded', 'dateOfBirth', 'dnd', 'email'],
  ...['firstName', 'lastName', 'phone', 'postalCode', 'state', 'tags', 'website', 'assignedTo', 'customFields'],
];

function contact(row: Row, withDnd: boolean): Row {
  return {
    ...pick(row, CONTACT),
    name: fullName(row),
    attachments: [],
    ...(withDnd ? { dndSettings: row.dndSettings ?? {} } : {}),
  };
}

function pick(row: Row, fields: readonly string[]): Row {
  return Object.fromEntries(fields.map((field) => [field, row[field]]));
}
