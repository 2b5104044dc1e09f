import { createHash } from 'node:crypto';
import { Problem } from '../base/errors.ts';
import type { Connection } from './connection.ts';
import type { SyncContext } from './context.ts';
import type { Scope } from './freshness.ts';

type Headers = Readonly<Record<string, string | undefined>>;

/** Takes a webhook in: verified on its raw bytes, then durable in the inbox. Answers how many notices were new. */
export async function receive(
  context: SyncContext,
  connection: Connection,
  rawBody: Buffer,
  headers: Headers,
): Promise<number> {
  const { webhooks } = connection.source;
  if (!webhooks)
    throw new Problem('UNSUPPORTED', `${connection.name} webhooks are not set up: their secret is not configured`);
  if (!webhooks.verify(rawBody, headers)) {
    throw new Problem('UNAUTHORIZED', `The signature is not one of ${connection.name}'s`, 'never');
  }
  const body = parse(rawBody);
  const notices = webhooks.notices(body);
  const deliveryId = webhooks.deliveryId(body, headers) ?? createHash('sha256').update(rawBody).digest('base64url');
  const receivedAt = context.clock.now();
  const items = notices.map((notice) => ({
    id: context.newId('ntc'),
    system: connection.id,
    kind: notice.kind,
    recordId: notice.id,
    contactRecordId: notice.contactId ?? null,
    deliveryId,
    receivedAt,
    attempts: 0,
  }));
  const added = await context.store.inbox.add(items);
  await context.store.settings.put(`lastWebhook:${connection.id}`, receivedAt);
  for (const notice of notices) {
    const scopes: Scope[] = [`record:${notice.id}`, ...(notice.contactId ? [`of:${notice.contactId}` as const] : [])];
    await context.freshness.doubt(connection.id, notice.kind, scopes, receivedAt);
  }
  context.wake();
  return added;
}

function parse(rawBody: Buffer): unknown {
  try {
    return JSON.parse(rawBody.toString('utf8'));
  } catch (cause) {
    throw new Problem('INVALID', 'The body is not JSON', 'never', { cause });
  }
}
