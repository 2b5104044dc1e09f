import { createHash } from 'node:crypto';
import { Problem } from '../base/errors.ts';
import type { Connection } from './connection.ts';
import type { SyncContext } from './context.ts';
import { createIntake, type Mail } from './intake.ts';

type Headers = Readonly<Record<string, string | undefined>>;

/** Takes a webhook of a system in: resolves when its notices are on the disk, rejects with a Problem for its sender. */
export type Receive = (system: string, rawBody: Buffer, headers: Headers) => Promise<void>;

/** The receiver of one workspace; `grantEnded` is told of a system where access was withdrawn. */
export function createReceive(context: SyncContext, grantEnded: (system: string) => Promise<void>): Receive {
  const keep = createIntake(context);
  return async (system, rawBody, headers) => {
    const connection = context.connections.get(system);
    if (!connection)
      throw new Problem('NOT_CONNECTED', 'This system is not connected: check the last part of the address');
    const { mail, lifecycle } = openWebhook(context, connection, rawBody, headers);
    await keep(mail);
    if (lifecycle === 'ended') await grantEnded(system);
  };
}

/** The notices of a webhook, to be kept: verified on its raw bytes before anything of it is read; else a Problem for its sender. */
function openWebhook(
  context: Pick<SyncContext, 'clock' | 'newId'>,
  connection: Connection,
  rawBody: Buffer,
  headers: Headers,
): { mail: Mail; lifecycle: 'installed' | 'ended' | null } {
  const { id: system, name } = connection;
  const { webhooks } = connection.source;
  if (!webhooks)
    throw new Problem(
      'UNSUPPORTED',
      `${name} webhooks are not set up: set their secret in the gateway's environment and start it again`,
    );
  if (!webhooks.verify(rawBody, headers)) {
    throw new Problem(
      'UNAUTHORIZED',
      `The signature is not one of ${name}'s: compare the secret or key in the gateway's environment with the one there`,
    );
  }
  const body = parse(rawBody);
  const deliveryId = webhooks.deliveryId(body, headers) ?? createHash('sha256').update(rawBody).digest('base64url');
  const receivedAt = context.clock.now();
  const items = webhooks.notices(body).map((notice) => ({
    id: context.newId('ntc'),
    system,
    kind: notice.kind,
    recordId: notice.id,
    contactRecordId: notice.contactId ?? null,
    deliveryId,
    receivedAt,
    attempts: 0,
  }));
  return { mail: { system, receivedAt, items }, lifecycle: webhooks.lifecycle?.(body) ?? null };
}

/** No vendor nests its events like this; what walks through a body may go as deep as it is. */
const DEEPEST = 64;

function parse(rawBody: Buffer): unknown {
  const body = parseJson(rawBody);
  if (isDeeper(body, DEEPEST))
    throw new Problem('INVALID', `The body is nested more than ${DEEPEST} deep: send the event as it is documented`);
  return body;
}

function parseJson(rawBody: Buffer): unknown {
  try {
    return JSON.parse(rawBody.toString('utf8'));
  } catch (cause) {
    throw new Problem('INVALID', 'The body is not JSON: send the event as a JSON text in UTF-8', 'never', { cause });
  }
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}
