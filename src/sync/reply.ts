import { createHash } from 'node:crypto';
import { Problem } from '../base/errors.ts';
import { canonical } from '../model/merge.ts';
import type { Store } from '../store/store.ts';

/** What came of a mutation: its entity and the correlation id under which its receipts are found. */
export interface Mutated {
  readonly entityId: string;
  readonly correlationId: string;
}

/** How a caller marks a wish, so that its repetition is known. */
export interface Repeatable {
  readonly idempotencyKey: string | null;
  readonly correlationId: string;
  /** What the caller sent, to tell a repeated request from another one under the same key. */
  readonly request: unknown;
}

/** What came of the first wish under that key; null where there is none. With another input the key is refused with CONFLICT. */
export async function replayed(tx: Store, wish: Repeatable): Promise<Mutated | null> {
  if (wish.idempotencyKey === null) return null;
  const reply = await tx.replies.get(wish.idempotencyKey);
  if (!reply) return null;
  if (reply.requestHash !== requestHash(wish)) {
    throw new Problem(
      'CONFLICT',
      'This idempotencyKey was used for another input; use a new key for a new wish',
      'never',
      {
        path: ['input', 'idempotencyKey'],
      },
    );
  }
  return { entityId: reply.entityId, correlationId: reply.correlationId };
}

/** Keeps what came of the wish for its repetitions. */
export async function remember(tx: Store, wish: Repeatable, entityId: string, at: number): Promise<void> {
  if (wish.idempotencyKey === null) return;
  const { idempotencyKey: key, correlationId } = wish;
  await tx.replies.add({ key, requestHash: requestHash(wish), entityId, correlationId, at });
}

function requestHash({ request }: Repeatable): string {
  return createHash('sha256').update(canonical(request)).digest('base64url');
}
