import type { Action, Rule } from '../model/rule.ts';
import type { Words } from '../model/template.ts';
import type { Entity, LoggedEvent } from '../store/shapes.ts';
import type { Store } from '../store/store.ts';
import type { SyncContext } from './context.ts';
import { announce } from './messages.ts';
import { OF_FIRING } from './rule-answer.ts';

/** What a webhook of a rule tells of. */
export interface Told {
  readonly rule: Pick<Rule, 'id' | 'name'>;
  readonly firingId: string;
  readonly event: LoggedEvent | null;
  readonly entity: Entity | null;
  readonly contact: Entity | null;
  readonly words: Words;
}

/**
 * Queues one message to the target, in the transaction of the firing: there is one for each firing, under one id, however often it is sent.
 * It brings ids, what happened, and of the data only the text and the fields that the rule names; no secret is among them.
 */
export async function callWebhook(
  context: SyncContext,
  tx: Store,
  { target, message, fields }: Extract<Action, { do: 'callWebhook' }>,
  { rule, firingId, event, entity, contact, words }: Told,
): Promise<void> {
  const at = event?.at ?? context.clock.now();
  await announce(context, tx, {
    targetIds: [target],
    thread: `${OF_FIRING}${entity?.id ?? rule.id}`,
    cause: `${OF_FIRING}${firingId}`,
    type: 'rule.fired',
    at,
    subject: rule.name,
    words: message ?? rule.name,
    data: {
      rule: { id: rule.id, name: rule.name },
      firing: firingId,
      entity: entity && { id: entity.id, kind: entity.kind },
      contact: contact && { id: contact.id },
      event: event && {
        kind: event.kind,
        at: new Date(event.at).toISOString(),
        origin: event.origin,
        system: event.system,
        changed: event.changes.map(({ field }) => field),
      },
      message: message ?? null,
      fields: Object.fromEntries((fields ?? []).map((name) => [name, words(name) ?? null])),
    },
  });
}
