import { Problem } from '../base/errors.ts';
import { canonical } from '../model/merge.ts';
import { doSame, type Rule, type ShippedRule, upgraded } from '../model/rule.ts';
import type { KeptRule } from '../store/rule-shapes.ts';
import type { Store } from '../store/store.ts';
import type { SyncContext } from './context.ts';

/** The setting that says up to which event the rules have answered. */
const CURSOR = 'rules:cursor';

/** True for a rule that answers to what happens: it is on and not paused. */
export function isAtWork({ rule, pausedAt }: KeptRule): boolean {
  return rule.enabled && pausedAt === null;
}

/**
 * Makes sure the shipped rules are kept: new ones are added, known ones renewed except for what an operator made different. From
 * its first start on a workspace's rules answer to what happens then, not to what has been.
 */
export async function shipRules(
  store: Store,
  shipped: readonly ShippedRule[],
  inSandbox: boolean,
  at: number,
): Promise<void> {
  await store.transaction(async (tx) => {
    const now = await tx.events.lastSeq();
    const kept = new Map((await tx.rules.all()).map((one) => [one.rule.id, one]));
    const changed = shipped.flatMap(({ on, ...parts }) => {
      const rule: Rule = { ...parts, enabled: on === 'everywhere' || inSandbox };
      return renewed(kept.get(rule.id), rule, now) ?? [];
    });
    await keep(tx, changed, at, 'shipped with the gateway');
    if ((await tx.settings.get(CURSOR)) === undefined) await tx.settings.put(CURSOR, now);
  });
}

/** The rule after the gateway ships it like this; null where that changes nothing. */
function renewed(kept: KeptRule | undefined, shipped: Rule, lastSeq: number): KeptRule | null {
  if (!kept) return { ...begun(shipped, 1, lastSeq), shipped };
  if (canonical(kept.shipped) === canonical(shipped)) return null;
  return { ...revised(kept, upgraded(kept.rule, kept.shipped ?? kept.rule, shipped), lastSeq), shipped };
}

function begun(rule: Rule, version: number, lastSeq: number): KeptRule {
  return { rule, version, shipped: null, activeFrom: lastSeq, pausedAt: null, resumedAt: 0 };
}

async function keep(tx: Store, rules: readonly KeptRule[], at: number, why: string): Promise<void> {
  await tx.rules.put(rules);
  await tx.rules.keepVersions(rules.map(({ rule, version }) => ({ rule, version, at, why })));
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

/** Adds a rule, which answers to what happens from now on; rejects with DUPLICATE where its id is taken. One that was deleted before goes on counting its versions. */
export function createRule(context: SyncContext, rule: Rule): Promise<KeptRule> {
  return write(context, 'created', async (tx) => {
    if (await find(tx, rule.id))
      throw new Problem('DUPLICATE', `There is a rule with the id ${rule.id} already`, 'never');
    const [last] = await tx.rules.versions(rule.id);
    return begun(rule, (last?.version ?? 0) + 1, await tx.events.lastSeq());
  });
}

/** Changes some parts of a rule; rejects with NOT_FOUND where there is no such rule. One that is paused goes on with `enabled: true`. */
export function changeRule(context: SyncContext, id: string, patch: Partial<Omit<Rule, 'id'>>): Promise<KeptRule> {
  return write(context, `changed: ${Object.keys(patch).join(', ')}`, async (tx) => {
    const kept = await find(tx, id);
    if (!kept) throw unknown(id);
    const lastSeq = await tx.events.lastSeq();
    const next = revised(kept, { ...kept.rule, ...patch }, lastSeq);
    const resumes = kept.pausedAt !== null && patch.enabled === true;
    return resumes ? { ...next, pausedAt: null, resumedAt: context.clock.now(), activeFrom: lastSeq } : next;
  });
}

/** Makes a rule do again what it did under an earlier number, as a new version; one that was deleted comes back. */
export function rollbackRule(context: SyncContext, id: string, version: number): Promise<KeptRule> {
  return write(context, `went back to version ${version}`, async (tx) => {
    const kept = await find(tx, id);
    const versions = await tx.rules.versions(id);
    const target = versions.find((one) => one.version === version);
    if (!kept && versions.length === 0) throw unknown(id);
    if (!target || kept?.version === version) {
      const text = target ? `Version ${version} is the current one` : `There is no version ${version} of ${id}`;
      throw new Problem(target ? 'INVALID' : 'NOT_FOUND', text, 'never', { path: ['input', 'version'] });
    }
    const lastSeq = await tx.events.lastSeq();
    if (!kept) return begun(target.rule, (versions[0]?.version ?? version) + 1, lastSeq);
    return revised(kept, { ...target.rule, enabled: kept.rule.enabled }, lastSeq);
  });
}

/** Removes a rule of the operator's own; what it did and its versions stay. Rejects with UNSUPPORTED where it came with the gateway. */
export async function deleteRule(context: SyncContext, id: string): Promise<void> {
  await context.store.transaction(async (tx) => {
    const kept = await find(tx, id);
    if (!kept) throw unknown(id);
    if (kept.shipped !== null) {
      const text = `${id} came with the gateway and would come again; switch it off with updateRule and enabled: false`;
      throw new Problem('UNSUPPORTED', text, 'never');
    }
    await tx.rules.remove([id]);
  });
}

async function write(context: SyncContext, why: string, make: (tx: Store) => Promise<KeptRule>): Promise<KeptRule> {
  const written = await context.store.transaction(async (tx) => {
    const next = await make(tx);
    await keep(tx, [next], context.clock.now(), why);
    return next;
  });
  context.wake();
  return written;
}

async function find(tx: Store, id: string): Promise<KeptRule | undefined> {
  return (await tx.rules.all()).find(({ rule }) => rule.id === id);
}

function unknown(id: string): Problem {
  return new Problem('NOT_FOUND', `There is no rule with the id ${id}`, 'never');
}

/** Puts these rules in force as they are given, known ones and new ones of the operator's own; to be called in a transaction. */
export async function keepRules(tx: Store, rules: readonly Rule[], at: number): Promise<void> {
  const kept = new Map((await tx.rules.all()).map((one) => [one.rule.id, one]));
  const now = await tx.events.lastSeq();
  const changed = rules.flatMap((rule): KeptRule[] => {
    const before = kept.get(rule.id);
    if (!before) return [begun(rule, 1, now)];
    return canonical(before.rule) === canonical(rule) ? [] : [revised(before, rule, now)];
  });
  await keep(tx, changed, at, 'imported');
}

/** Up to which event the rules have answered. */
export async function answeredUpTo(store: Store): Promise<number> {
  return Number((await store.settings.get(CURSOR)) ?? 0);
}

/** Notes that they have answered up to that event; in the transaction in which they do. */
export async function answered(tx: Store, seq: number): Promise<void> {
  await tx.settings.put(CURSOR, seq);
}
