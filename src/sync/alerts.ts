import { newWork, within } from '../base/work.ts';
import type { Alert, AlertRule } from '../model/alert.ts';
import type { Situation } from '../model/alert-finding.ts';
import { type AlertStep, alertSteps, isMuted, type Standing } from '../model/alert-step.ts';
import type { KeptAlertRule } from '../store/alert-shapes.ts';
import type { Store } from '../store/store.ts';
import type { SyncContext } from './context.ts';
import { Ledger } from './ledger.ts';
import { announce } from './messages.ts';
import { lookAround } from './situation.ts';
import type { Job } from './worker.ts';

/** How often it is looked whether something is worth an alert, or is over. */
export const LOOK_MS = 30_000;
/** A system that is down is asked by a cheap read when nobody else has for so long: an alert is to tell how it is now. */
const ASK_MS = 60_000;

/** Looks around at intervals, raises alerts and ends them; each change is kept with the messages and the event that tell of it. */
export function alertJob(context: SyncContext): Job {
  const { clock, store } = context;
  let lookAt = 0;
  return {
    name: 'alerts',
    async work() {
      if (clock.now() < lookAt) return 0;
      askThoseDown(context);
      const rules = await store.alertRules.all();
      const conditions = rules.flatMap(({ rule }) => (rule.enabled ? [rule.condition] : []));
      const situation = await lookAround(context, conditions);
      lookAt = situation.now + LOOK_MS;
      if (
        !standings(rules, await store.alerts.current()).some((standing) => alertSteps(standing, situation).length > 0)
      )
        return 0;
      await store.transaction((tx) => takeSteps(context, tx, situation));
      context.wake();
      return 0;
    },
    nextDue: async () => lookAt,
  };
}

/** Each rule with its alerts that are not over. */
function standings(rules: readonly KeptAlertRule[], current: readonly Alert[]): readonly Standing[] {
  return rules.map(({ rule, mutedUntil }) => ({
    rule,
    mutedUntil,
    current: current.filter(({ ruleId }) => ruleId === rule.id),
  }));
}

/** Decides by what the transaction sees: a person may have changed a rule meanwhile. */
async function takeSteps(context: SyncContext, tx: Store, situation: Situation): Promise<void> {
  for (const standing of standings(await tx.alertRules.all(), await tx.alerts.current()))
    for (const step of alertSteps(standing, situation)) await take(context, tx, standing, step, situation.now);
}

async function take(context: SyncContext, tx: Store, standing: Standing, step: AlertStep, now: number): Promise<void> {
  const { rule } = standing;
  switch (step.do) {
    case 'forget':
      return tx.alerts.remove([step.alert.id]);
    case 'watch':
      return tx.alerts.put([found(context, rule, step.finding, 'WATCHED', now)]);
    case 'raise': {
      const fresh = step.alert ?? found(context, rule, step.finding, 'RAISED', now);
      const { message } = step.finding;
      const told = isMuted(standing, now) ? [] : rule.targets;
      const alert: Alert = { ...fresh, message, state: 'RAISED', raisedAt: now, at: now, told };
      await tx.alerts.put([alert]);
      await tell(context, tx, rule, alert, told);
      if (!LOGGED.has(rule.condition.on)) await log(context, tx, alert, 'ALERT', alert.message);
      return;
    }
    case 'tell':
      await tx.alerts.put([{ ...step.alert, told: rule.targets }]);
      return tell(context, tx, rule, step.alert, rule.targets);
    case 'recover': {
      const alert: Alert = { ...step.alert, state: 'RECOVERED', recoveredAt: now };
      await tx.alerts.put([alert]);
      await tell(context, tx, rule, alert, alert.told);
      await log(context, tx, alert, 'ALERT_RECOVERED', `${ending(rule)}: ${alert.message}`);
    }
  }
}

/** What these conditions find stands in the log already, as an ALERT of whoever noticed it. */
const LOGGED: ReadonlySet<AlertRule['condition']['on']> = new Set([
  'massDelete',
  'quarantine',
  'ruleLoop',
  'loggedAlert',
]);

function found(
  context: SyncContext,
  rule: AlertRule,
  { subject, system, message, since }: Extract<AlertStep, { do: 'watch' }>['finding'],
  state: Alert['state'],
  now: number,
): Alert {
  const times = { since, raisedAt: null, recoveredAt: null, at: now };
  return { id: context.newId('alt'), ruleId: rule.id, subject, system, message, state, told: [], ...times };
}

/** Nobody looks any more when the rule is off, so nobody knows. */
function ending({ enabled }: AlertRule): string {
  return enabled ? 'It is over' : 'No longer watched, because the rule was switched off';
}

function tell(context: SyncContext, tx: Store, rule: AlertRule, alert: Alert, targetIds: readonly string[]) {
  const state = alert.state === 'RAISED' ? 'raised' : 'recovered';
  const { id, system, message, since } = alert;
  const { publicUrl } = context.outward;
  const over = state === 'recovered';
  const lines = [
    `${over ? ending(rule) : 'Alert'}: ${message}`,
    `Since: ${new Date(since).toISOString()}`,
    `Rule: ${rule.name}`,
    ...(publicUrl === null ? [] : [publicUrl]),
  ];
  return announce(context, tx, {
    targetIds,
    thread: id,
    cause: `${id}:${state}`,
    type: `alert.${state}`,
    at: (over ? alert.recoveredAt : alert.raisedAt) ?? context.clock.now(),
    data: { id, alert: rule.name, state, system, message, since: new Date(since).toISOString(), link: publicUrl },
    subject: `[Tributary] ${over ? 'Over' : 'Alert'}: ${message}`,
    words: lines.join('\n'),
  });
}

async function log(
  context: SyncContext,
  tx: Store,
  { id, system }: Alert,
  kind: 'ALERT' | 'ALERT_RECOVERED',
  message: string,
): Promise<void> {
  const ledger = new Ledger(context, { origin: 'gateway', actor: null, runId: null, correlationId: id });
  ledger.event(kind, null, { system, message, reason: 'raised' });
  await ledger.flush(tx);
}

/** Does not wait for the answer: it is judged by the connection, and seen at the next look. */
function askThoseDown(context: SyncContext): void {
  const now = context.clock.now();
  for (const connection of context.connections.values()) {
    const { state, checkedAt } = connection.health();
    if (state !== 'DOWN' || now - (checkedAt ?? 0) < ASK_MS || context.stopping.aborted) continue;
    const answered = () => undefined;
    void within(newWork('poll', 'alerts'), () => connection.use((source) => source.probe())).then(answered, answered);
  }
}
