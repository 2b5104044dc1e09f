import { Problem } from '../../base/errors.ts';
import { newWebhookSecret } from '../../base/standard-webhook.ts';
import { AlertRule } from '../../model/alert.ts';
import type { Value } from '../../model/kind.ts';
import { Target } from '../../model/target.ts';
import { type ConfigSection, checkEach } from './section.ts';

/** Where alerts are sent to, by their ids and without their secrets: a webhook that is new here gets a secret of its own. */
export const alertTargetsSection: ConfigSection = {
  name: 'alertTargets',
  async read(store) {
    const entries = (await store.targets.all()).map(({ id, name, enabled, via, url, recipients }) => {
      return [id, { name, enabled, via, url, recipients }] as const;
    });
    return Object.fromEntries(entries) as unknown as Value;
  },
  check: (data) => checkEach(data, Target, 'targets'),
  async write(tx, data, { clock }) {
    const kept = new Map((await tx.targets.all()).map((target) => [target.id, target]));
    await tx.targets.put(
      Object.entries(data as unknown as Record<string, Omit<Target, 'id'>>).map(([id, parts]) => {
        const secret = parts.via === 'webhook' ? newWebhookSecret() : null;
        const fresh = { secret, oldSecret: null, oldSecretUntil: null, whyOff: null, createdAt: clock.now() };
        const before = kept.get(id);
        // One that becomes a webhook has no secret yet.
        const whyOff = parts.enabled ? null : (before?.whyOff ?? null);
        return { ...fresh, ...before, secret: before?.secret ?? secret, whyOff, ...parts, id };
      }),
    );
  },
};

/** All alert rules by their ids, shipped ones as they are in force. Rejects with INVALID where a target is not known. */
export const alertRulesSection: ConfigSection = {
  name: 'alertRules',
  async read(store) {
    const entries = (await store.alertRules.all()).map(({ rule: { id, ...parts } }) => [id, parts]);
    return Object.fromEntries(entries) as Value;
  },
  check: (data) => checkEach(data, AlertRule, 'alert rules'),
  async write(tx, data) {
    const known = new Set((await tx.targets.all()).map(({ id }) => id));
    const kept = new Map((await tx.alertRules.all()).map((one) => [one.rule.id, one]));
    const rules = Object.entries(data as unknown as Record<string, Omit<AlertRule, 'id'>>);
    for (const [id, { targets }] of rules) {
      const strange = targets.find((target) => !known.has(target));
      if (strange !== undefined)
        throw new Problem('INVALID', `alertRules.${id}.targets names "${strange}", which is not a target`);
    }
    await tx.alertRules.put(
      rules.map(([id, parts]) => ({ shipped: null, mutedUntil: null, ...kept.get(id), rule: { ...parts, id } })),
    );
  },
};
