import type { AlertRule } from '../model/alert.ts';

/** The target that is always there. */
export const LOG_TARGET = 'tgt_log';

/** The alert rules that come with the gateway; they are on, and write to the log. */
export const shippedAlertRules: readonly AlertRule[] = [
  rule('system-down', 'A system has not answered for 5 minutes', { on: 'systemDown', minutes: 5 }),
  rule('credential', 'A credential ends within 14 days', { on: 'credentialExpiring', days: 14 }),
  rule('failed-writes', 'A system refused 10 writes that wait for a person', { on: 'failedDeliveries', count: 10 }),
  rule('old-conflict', 'A conflict has waited for a day', { on: 'openConflict', hours: 24 }),
  rule('missed-webhooks', 'More than 20 webhooks were missed in a day', { on: 'missedWebhooks', count: 20 }),
  rule('low-budget', 'A system has less than 5 % of its budget left', { on: 'lowBudget', percent: 5 }),
  rule('mass-delete', 'Much was deleted at once and was not passed on', { on: 'massDelete', hours: 24 }),
  rule('quarantine', 'Records are set aside', { on: 'quarantine' }),
  rule('rule-loop', 'Rules go round in a loop', { on: 'ruleLoop', hours: 24 }),
  rule('logged', 'The log has another alert', { on: 'loggedAlert', hours: 1 }),
];

function rule(id: string, name: string, condition: AlertRule['condition']): AlertRule {
  return { id: `alr_${id}`, name, enabled: true, condition, targets: [LOG_TARGET] };
}
