import { Problem } from '../base/errors.ts';
import { type AlertRule, renewedAlertRule } from '../model/alert.ts';
import { canonical } from '../model/merge.ts';
import type { KeptAlertRule } from '../store/alert-shapes.ts';
import type { Store } from '../store/store.ts';
import type { SyncContext } from './context.ts';
import { LOG_TARGET } from './shipped-alerts.ts';

/** Makes sure that the shipped alert rules and the log are kept: new ones are added, known ones renewed except for what an operator made different. */
export async function shipAlertRules(store: Store, shipped: readonly AlertRule[], now: number): Promise<void> {
  await store.transaction(async (tx) => {
    const kept = new Map((await tx.alertRules.all()).map((one) => [one.rule.id, one]));
    await tx.alertRules.put(shipped.flatMap((rule) => renewed(kept.get(rule.id), rule) ?? []));
    if ((await tx.targets.all()).some(({ id }) => id === LOG_TARGET)) return;
    const log = { id: LOG_TARGET, name: 'The log', enabled: true, via: 'log', url: null, recipients: [] } as const;
    const unsigned = { secret: null, oldSecret: null, oldSecretUntil: null, whyOff: null };
    await tx.targets.put([{ ...log, ...unsigned, createdAt: now }]);
  });
}

/** The rule after the gateway ships it like this; null where that changes nothing. */
function renewed(kept: KeptAlertRule | undefined, shipped: AlertRule): KeptAlertRule | null {
  if (!kept) return { rule: shipped, shipped, mutedUntil: null };
  if (canonical(kept.shipped) === canonical(shipped)) return null;
  return { ...kept, rule: renewedAlertRule(kept.rule, kept.shipped ?? kept.rule, shipped), shipped };
}

/** Keeps a rule of the operator's own, or another form of a known one. Rejects with INVALID where a target is not known. */
export async function setAlertRule(context: SyncContext, rule: AlertRule): Promise<KeptAlertRule> {
  return changed(context, async (tx) => {
    const known = (await tx.targets.all()).map(({ id }) => id);
    const strange = rule.targets.find((id) => !known.includes(id));
    if (strange !== undefined)
      throw new Problem('INVALID', `targets names "${strange}", which is not a target`, 'never', {
        path: ['input', 'targets'],
      });
    const kept = (await tx.alertRules.all()).find((one) => one.rule.id === rule.id);
    return { shipped: null, mutedUntil: null, ...kept, rule };
  });
}

/** Tells nobody of new alerts of the rule until then; null: from now on again. */
export async function muteAlertRule(context: SyncContext, id: string, until: number | null): Promise<KeptAlertRule> {
  return changed(context, async (tx) => {
    const kept = (await tx.alertRules.all()).find(({ rule }) => rule.id === id);
    if (!kept) throw new Problem('NOT_FOUND', `There is no alert rule with the id ${id}`, 'never');
    return { ...kept, mutedUntil: until };
  });
}

async function changed(context: SyncContext, change: (tx: Store) => Promise<KeptAlertRule>): Promise<KeptAlertRule> {
  const next = await context.store.transaction(async (tx) => {
    const kept = await change(tx);
    await tx.alertRules.put([kept]);
    return kept;
  });
  context.wake();
  return next;
}
