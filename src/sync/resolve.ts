import { Problem } from '../base/errors.ts';
import { models } from '../model/index.ts';
import type { Value } from '../model/kind.ts';
import { validate } from '../model/validate.ts';
import type { Conflict, Entity } from '../store/shapes.ts';
import type { Store } from '../store/store.ts';
import type { SyncContext } from './context.ts';
import { type DecisionOptions, decide } from './decide.ts';
import { joinContacts } from './join-contacts.ts';
import type { Ledger } from './ledger.ts';
import type { Mutated } from './reply.ts';
import { survivorOf } from './survivor.ts';
import { tellDiffering } from './tell.ts';

/** A person's verdict: the side to take (a system's id or 'gateway'), or a value of their own. */
export type Verdict = { readonly take: string } | { readonly value: unknown };

/**
 * Decides an open conflict: the field gets the value, whoever holds another one is told, and all that was in dispute about the
 * field is closed. Of two verdicts at once the first holds and the second is refused.
 */
export async function resolveConflict(
  context: SyncContext,
  options: DecisionOptions,
  id: string,
  verdict: Verdict,
): Promise<Mutated> {
  const named = (await context.store.conflicts.get([id])).get(id);
  return decide(context, options, `Conflict about ${named?.field ?? id} resolved`, async (tx, ledger) => {
    const current = await openConflict(tx, id);
    const entity = (await tx.entities.get([current.entityId])).get(current.entityId);
    if (entity?.deletedAt !== null) throw new Problem('NOT_FOUND', `${current.entityId} was deleted meanwhile`);
    if (current.field === 'identity')
      return resolveIdentity(context, tx, ledger, { conflict: current, entity, verdict });
    const value = chosenValue(entity, current, verdict);
    await settleField(context, tx, ledger, { entity, field: current.field, value });
    return entity.id;
  });
}

async function openConflict(tx: Store, id: string): Promise<Conflict> {
  const conflict = (await tx.conflicts.get([id])).get(id);
  if (!conflict) throw new Problem('NOT_FOUND', `There is no conflict ${id}`, 'never', { path: ['input', 'id'] });
  if (conflict.open) return conflict;
  throw new Problem('CONFLICT', `Conflict ${id} is resolved already`, 'never', { path: ['input', 'id'] });
}

function chosenValue(entity: Entity, conflict: Conflict, verdict: Verdict): Value {
  if ('take' in verdict) return sideOf(conflict, verdict.take);
  const rule = models[entity.kind].fields[conflict.field] ?? { type: 'json' as const };
  if (rule.readOnly)
    throw invalid('value', `cannot be given for ${conflict.field}, which only systems set; take a side`);
  const checked = validate(rule, verdict.value);
  if ('error' in checked) throw invalid('value', checked.error);
  return checked.value;
}

function sideOf({ values }: Conflict, side: string): Value {
  const sides = values.filter(({ origin }) => origin === side);
  const [only] = sides;
  if (!only) throw invalid('take', `must be one of ${[...new Set(values.map(({ origin }) => origin))].join(', ')}`);
  if (sides.length > 1) throw invalid('take', `could mean several values of ${side}; give the value instead`);
  return only.value;
}

function invalid(field: string, text: string): Problem {
  return new Problem('INVALID', `${field} ${text}`, 'never', { path: ['input', field] });
}

async function settleField(
  context: SyncContext,
  tx: Store,
  ledger: Ledger,
  { entity, field, value }: { entity: Entity; field: string; value: Value },
): Promise<void> {
  const decided = ledger.change(entity, { [field]: value }, context.clock.now());
  const records = (await tx.snapshots.ofEntities([entity.id])).get(entity.id) ?? [];
  const open = (await tx.outbox.openOf([entity.id])).get(entity.id) ?? [];
  tellDiffering(context, ledger, { entity: decided, records, open, fields: [field], explicit: true });
  for (const conflict of (await tx.conflicts.of([entity.id])).get(entity.id) ?? [])
    if (conflict.open && conflict.field === field) ledger.resolve(conflict, decided, value);
}

/** Who a record belongs to: one of the contacts it may belong to, or nobody yet known (null). */
async function resolveIdentity(
  context: SyncContext,
  tx: Store,
  ledger: Ledger,
  { conflict, entity, verdict }: { conflict: Conflict; entity: Entity; verdict: Verdict },
): Promise<string> {
  const candidates = conflict.values.map(({ value }) => value);
  if ('take' in verdict)
    throw invalid('take', 'cannot decide who this is; give the id of the contact as value, or null');
  if (verdict.value === null) {
    ledger.resolve(conflict, entity, null, `${entity.id} is a contact of its own`);
    // Its creation elsewhere has waited for this.
    await tx.outbox.hasten({ entityIds: [entity.id] });
    return entity.id;
  }
  const chosen = typeof verdict.value === 'string' ? verdict.value : '';
  const named = (await tx.entities.get([chosen])).get(chosen);
  const into = named && (await survivorOf(tx, named));
  const fits = candidates.includes(chosen) && into?.deletedAt === null && into.id !== entity.id;
  if (!into || !fits)
    throw invalid('value', `must be one of ${candidates.join(', ')}, or null for a contact of its own`);
  const merged = await joinContacts(context, tx, ledger, { into, from: entity });
  // Joining closes it where the chosen contact is still itself.
  if (chosen !== into.id) ledger.resolve(conflict, merged, chosen);
  return merged.id;
}
