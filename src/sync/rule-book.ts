import { Problem } from '../base/errors.ts';
import { canonical } from '../model/merge.ts';
import { doSame, type Rule, type ShippedRule, upgraded } from '../model/rule.ts';
import type { KeptRule } from '../store/shapes.ts';
import type { Store } from '../store/store.ts';
import type { SyncContext } from './context.ts';

/** The setting that says up to which event the rules have answered. */
const CURSOR = 'rules:cursor';

/**
 * Makes sure the shipped rules are kept: new ones are added, known ones renewed except for what an operator made different. From
 * its first start on a workspace's rules answer to what happens then, not to what has been.
 */
export async function shipRules(store: Store, shipped: readonly ShippedRule[], inSandbox: boolean): Promise<void> {
  await store.transaction(async (tx) => {
    const now = await tx.events.lastSeq();
    const kept = new Map((await tx.rules.all()).map((one) => [one.rule.id, one]));
    const changed = shipped.flatMap(({ on, ...parts }) => {
      const rule: Rule = { ...parts, enabled: on === 'everywhere' || inSandbox };
      return renewed(kept.get(rule.id), rule, now) ?? [];
    });
    await tx.rules.put(changed);
    if ((await tx.settings.get(CURSOR)) === undefined) await tx.settings.put(CURSOR, now);
  });
}

/** The rule after the gateway ships it like this; null where that changes nothing. */
function renewed(kept: KeptRule | undefined, shipped: Rule, lastSeq: number): KeptRule | null {
  if (!kept) return { rule: shipped, version: 1, shipped, activeFrom: lastSeq };
  if (canonical(kept.shipped) === canonical(shipped)) return null;
  return { ...revised(kept, upgraded(kept.rule, kept.shipped ?? kept.rule, shipped), lastSeq), shipped };
}

/**
 * Another form of a rule. Its version grows where it does something else than before: then what it has done does not count any more.
 * One that is switched on, or answers to something else, begins with what happens from now on.
 */
function revised(kept: KeptRule, rule: Rule, lastSeq: number): KeptRule {
  const before = kept.rule;
  const anew =
    (rule.enabled && !before.enabled) ||
    canonical([rule.trigger, rule.when]) !== canonical([before.trigger, before.when]);
  return {
    ...kept,
    rule,
    version: kept.version + (doSame(before, rule) ? 0 : 1),
    activeFrom: anew ? lastSeq : kept.activeFrom,
  };
}

/** Changes some parts of a rule; rejects with NOT_FOUND where there is no such rule. */
export async function changeRule(
  context: SyncContext,
  id: string,
  patch: Partial<Omit<Rule, 'id'>>,
): Promise<KeptRule> {
  const changed = await context.store.transaction(async (tx) => {
    const kept = (await tx.rules.all()).find(({ rule }) => rule.id === id);
    if (!kept) throw new Problem('NOT_FOUND', `There is no rule with the id ${id}`, 'never');
    const next = revised(kept, { ...kept.rule, ...patch }, await tx.events.lastSeq());
    await tx.rules.put([next]);
    return next;
  });
  context.wake();
  return changed;
}

/** Puts these rules in force as they are given, known ones and new ones of the operator's own; to be called in a transaction. */
export async function keepRules(tx: Store, rules: readonly Rule[]): Promise<void> {
  const kept = new Map((await tx.rules.all()).map((one) => [one.rule.id, one]));
  const now = await tx.events.lastSeq();
  const changed = rules.flatMap((rule): KeptRule[] => {
    const before = kept.get(rule.id);
    if (!before) return [{ rule, version: 1, shipped: null, activeFrom: now }];
    return canonical(before.rule) === canonical(rule) ? [] : [revised(before, rule, now)];
  });
  await tx.rules.put(changed);
}

/** Up to which event the rules have answered. */
export async function answeredUpTo(store: Store): Promise<number> {
  return Number((await store.settings.get(CURSOR)) ?? 0);
}

/** Notes that they have answered up to that event; in the transaction in which they do. */
export async function answered(tx: Store, seq: number): Promise<void> {
  await tx.settings.put(CURSOR, seq);
}
