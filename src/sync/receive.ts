import { createHash } from 'node:crypto';
import { Problem } from '../base/errors.ts';
import type { Connection } from './connection.ts';
import type { SyncContext } from './context.ts';
import type { Mail } from './intake.ts';

type Headers = Readonly<Record<string, string | undefined>>;

/** The notices of a webhook, to be kept: verified on its raw bytes before anything of it is read; else a Problem for its sender. */
export function openWebhook(
  context: Pick<SyncContext, 'clock' | 'newId'>,
  connection: Connection,
  rawBody: Buffer,
  headers: Headers,
): Mail {
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
  return { system, receivedAt, items };
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
