import type { Message } from '../store/alert-shapes.ts';
import type { Store } from '../store/store.ts';

/** Begins the causes of messages that rules send; the id of the firing follows. */
export const OF_FIRING = 'firing:';

/** True for a message that a rule sends. */
export function isOfFiring({ cause }: Pick<Message, 'cause'>): boolean {
  return cause.startsWith(OF_FIRING);
}

/** Notes in the firing that a message was sent for what became of it, in words; `error` is null where the target took it. */
export async function noteAnswer(
  tx: Store,
  { id, cause }: Pick<Message, 'id' | 'cause'>,
  target: string,
  error: string | null,
): Promise<void> {
  const firingId = cause.slice(OF_FIRING.length);
  const firing = (await tx.firings.get([firingId])).get(firingId);
  if (!firing) return;
  const words = error === null ? `${target} took the message ${id}` : `${target} did not take the message ${id}`;
  const errands = firing.errands.filter((action) => action.do !== 'callWebhook');
  const isOver = errands.length === 0 && firing.state === 'PENDING';
  await tx.firings.settle([
    {
      id: firing.id,
      state: isOver ? (error === null ? 'DONE' : 'FAILED') : firing.state,
      result: [...(firing.result ? [firing.result] : []), words].join('; '),
      errands,
      error: error ?? firing.error,
      nextAttemptAt: firing.nextAttemptAt,
    },
  ]);
}
