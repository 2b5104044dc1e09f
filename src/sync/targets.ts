import { Problem } from '../base/errors.ts';
import { newWebhookSecret } from '../base/standard-webhook.ts';
import type { Target } from '../model/target.ts';
import type { KeptTarget } from '../store/alert-shapes.ts';
import type { SyncContext } from './context.ts';
import { LOG_TARGET } from './shipped-alerts.ts';

/** A target as it now is. The secret is there once: when it was made. */
export interface Changed {
  readonly target: KeptTarget;
  readonly secret: string | null;
}

/** After a change of the secret both sign for so long. */
const OVERLAP_MS = 24 * 3_600_000;

/** Keeps a new target; a webhook gets a secret. Rejects with INVALID where its address may not be used. */
export async function createTarget(context: SyncContext, target: Target): Promise<Changed> {
  checkAddress(context, target);
  const secret = target.via === 'webhook' ? newWebhookSecret() : null;
  const kept: KeptTarget = {
    ...target,
    secret,
    oldSecret: null,
    oldSecretUntil: null,
    whyOff: null,
    createdAt: context.clock.now(),
  };
  await context.store.targets.put([kept]);
  return { target: kept, secret };
}

/** Changes parts of a target; `renewSecret` makes a new secret beside the old one, which signs for a day more. */
export async function changeTarget(context: SyncContext, target: Target, renewSecret: boolean): Promise<Changed> {
  checkAddress(context, target);
  if (renewSecret && target.via !== 'webhook')
    throw new Problem('INVALID', 'renewSecret is for webhooks alone', 'never', { path: ['input', 'renewSecret'] });
  const secret = renewSecret ? newWebhookSecret() : null;
  const kept = await context.store.transaction(async (tx) => {
    const before = (await tx.targets.all()).find(({ id }) => id === target.id);
    if (!before) throw unknownTarget(target.id);
    const renewed = secret && {
      secret,
      oldSecret: before.secret,
      oldSecretUntil: context.clock.now() + OVERLAP_MS,
    };
    const next = { ...before, ...target, ...renewed, whyOff: target.enabled ? null : before.whyOff };
    await tx.targets.put([next]);
    return next;
  });
  context.wake();
  return { target: kept, secret };
}

/** Takes a target away, out of the alert rules too; what was still to be sent there is not sent. */
export async function deleteTarget(context: SyncContext, id: string): Promise<void> {
  if (id === LOG_TARGET)
    throw new Problem('INVALID', 'The log is always there; switch it off, or take it out of the rules', 'never');
  await context.store.transaction(async (tx) => {
    if (!(await tx.targets.all()).some((target) => target.id === id)) throw unknownTarget(id);
    await tx.targets.remove(id);
    const rules = (await tx.alertRules.all()).filter(({ rule }) => rule.targets.includes(id));
    const without = (targets: readonly string[]) => targets.filter((target) => target !== id);
    await tx.alertRules.put(
      rules.map((kept) => ({ ...kept, rule: { ...kept.rule, targets: without(kept.rule.targets) } })),
    );
  });
}

/** The target with that id; rejects with NOT_FOUND where there is none. */
export async function targetOf(context: SyncContext, id: string): Promise<KeptTarget> {
  const found = (await context.store.targets.all()).find((target) => target.id === id);
  if (!found) throw unknownTarget(id);
  return found;
}

function unknownTarget(id: string): Problem {
  return new Problem('NOT_FOUND', `There is no target with the id ${id}`);
}

function checkAddress({ outward }: SyncContext, { via, url }: Target): void {
  const refusal = via === 'webhook' ? outward.refusal(url ?? '') : null;
  if (refusal) throw new Problem('INVALID', `url ${refusal}`, 'never', { path: ['input', 'url'] });
  if (via === 'email' && !outward.mailer)
    throw new Problem('INVALID', 'No mail server is set; set SMTP_URL and SMTP_FROM first', 'never', {
      path: ['input', 'via'],
    });
}
