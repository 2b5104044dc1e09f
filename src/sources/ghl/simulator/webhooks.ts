import { generateKeyPairSync, type KeyObject, type KeyPairKeyObjectResult, sign } from 'node:crypto';
import type { Row } from '../../simulator.ts';
import { COMPANY_ID } from './company.ts';
import type { Granted } from './grants.ts';
import { seededId } from './ids.ts';
import { fullName } from './tidy-row.ts';
import type { EventName, Switches, World } from './world.ts';

/** Signs bodies as HighLevel does, the way that `switches.signing` says; keys are base64 SPKI. */
export interface Signer {
  readonly publicKey: string;
  /** Made when it is first needed, because making it takes long. */
  readonly rsaPublicKey: string;
  /** The signature headers: X-GHL-Signature (Ed25519), X-WH-Signature (RSA-SHA256) or both, over the bytes, base64. */
  headers(body: string, signing: Switches['signing']): Record<string, string>;
}

/** Makes a signer with key pairs of its own. */
export function createSigner(): Signer {
  const current = generateKeyPairSync('ed25519');
  let legacy: KeyPairKeyObjectResult | null = null;
  const rsa = () => {
    legacy ??= generateKeyPairSync('rsa', { modulusLength: 2048 });
    return legacy;
  };
  return {
    publicKey: spki(current.publicKey),
    get rsaPublicKey() {
      return spki(rsa().publicKey);
    },
    headers(body, signing) {
      const bytes = Buffer.from(body);
      return {
        ...(signing !== 'rsa' && { 'x-ghl-signature': sign(null, bytes, current.privateKey).toString('base64') }),
        ...(signing !== 'ed25519' && {
          'x-wh-signature': sign('RSA-SHA256', bytes, rsa().privateKey).toString('base64'),
        }),
      };
    },
  };
}

function spki(key: KeyObject): string {
  return key.export({ format: 'der', type: 'spki' }).toString('base64');
}

/** The id of the app whose webhooks these are. */
export const APP_ID = seededId('app', 1);

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

/** The body of the event that the app came to, or left, what was granted: a location, or an agency with no location named. */
export function lifecycleBody(world: World, type: 'INSTALL' | 'UNINSTALL', { locationId }: Granted): string {
  const installed = {
    userId: world.users[0]?.id,
    isWhitelabelCompany: false,
    whitelabelDetails: {},
    companyName: 'Harbour Group',
  };
  return JSON.stringify({
    type,
    appId: APP_ID,
    versionId: APP_ID,
    ...(locationId !== null && { locationId }),
    ...((locationId === null || type === 'INSTALL') && { companyId: COMPANY_ID }),
    ...(type === 'INSTALL' && installed),
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
