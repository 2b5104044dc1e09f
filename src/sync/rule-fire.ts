import type { Rule } from '../model/rule.ts';
import { actionInWords } from '../model/rule-summary.ts';
import { filledIn, type RuleSubject, wordsOf } from '../model/rule-words.ts';
import type { Firing } from '../store/rule-shapes.ts';
import type { Entity, LoggedEvent } from '../store/shapes.ts';
import type { Store } from '../store/store.ts';
import type { SyncContext } from './context.ts';
import { Ledger } from './ledger.ts';
import { act, isOwn } from './rule-act.ts';

/** What a rule fires on. */
export interface Occurrence {
  /** Names the cause: the rule fires once on it. */
  readonly cause: string;
  readonly event: LoggedEvent | null;
  readonly entity: Entity | null;
  /** The rules that led to it, first to last. */
  readonly chain: readonly string[];
}

/** The correlation ids that rules give to what they do are the ids of their firings. */
export const FIRING = 'fir';

/**
 * Lets a rule act within the transaction that found its cause, so that both or neither are kept. What has to ask a system is kept as
 * pending.
 */
export async function fire(context: SyncContext, tx: Store, rule: Rule, about: Occurrence): Promise<Firing> {
  const { event, entity } = about;
  const id = context.newId(FIRING);
  const contactId = entity?.kind === 'contact' ? entity.id : (entity?.contactId ?? null);
  const contact = contactId === null ? null : await living(tx, contactId);
  const words = wordsOf(subjectOf(context, { event, entity, contact }));
  const actions = rule.actions.map((action) => filledIn(action, words));
  // A message to a webhook is queued at once; what its target answers is still to come.
  const errands = actions.filter((action) => !isOwn(action) || action.do === 'callWebhook');
  const ledger = ledgerOf(context, rule, id);
  const done = await act(
    { context, tx, ledger, told: { rule, firingId: id, event, entity, contact, words } },
    actions.filter(isOwn),
  );
  ledger.event('RULE_FIRED', entity, {
    message: `${rule.name}: ${[...done, ...errands.map(actionInWords)].join('; ')}`,
  });
  await ledger.flush(tx);
  const now = context.clock.now();
  const firing: Firing = {
    id,
    ruleId: rule.id,
    cause: about.cause,
    eventSeq: event?.seq ?? null,
    entityId: entity?.id ?? null,
    contactId,
    origin: event?.origin ?? 'gateway',
    chain: [...about.chain, rule.id],
    state: errands.length > 0 ? 'PENDING' : 'DONE',
    result: done.join('; '),
    errands,
    error: null,
    attempts: 0,
    nextAttemptAt: actions.every(isOwn) ? null : now,
    at: now,
  };
  await tx.firings.add([firing]);
  return firing;
}

/** A ledger whose entries say that the rule made them. */
export function ledgerOf(context: SyncContext, rule: Pick<Rule, 'name'>, firingId: string): Ledger {
  const cause = { origin: 'gateway', actor: null, runId: null, correlationId: firingId, why: `Rule: ${rule.name}` };
  return new Ledger(context, cause);
}

async function living(tx: Store, id: string): Promise<Entity | null> {
  const entity = (await tx.entities.get([id])).get(id);
  return entity?.deletedAt === null ? entity : null;
}

/** What the templates of a rule speak of. */
export function subjectOf(
  context: SyncContext,
  { event, entity, contact }: { event: LoggedEvent | null; entity: Entity | null; contact: Entity | null },
): RuleSubject {
  const nameOf = (system: string | null | undefined) => context.systems.find(({ id }) => id === system)?.name ?? null;
  return {
    entity,
    contact,
    changes: event?.changes ?? [],
    origin: nameOf(event?.origin) ?? 'the gateway',
    system: nameOf(event?.system),
    message: event?.message ?? null,
  };
}
