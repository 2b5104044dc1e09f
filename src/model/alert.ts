import { z } from 'zod';

/** Why an ALERT stands in the log, where it is more than words: a breaker tripped, a record was set aside, rules went round. */
export const ALERT_REASONS = ['massDelete', 'quarantine', 'ruleLoop', 'raised', 'target'] as const;
/** One of the reasons. 'raised' and 'target' are what alerts themselves tell of, and no occasion for others. */
export type AlertReason = (typeof ALERT_REASONS)[number];

/** When an alert is raised; it is over as soon as this no longer holds. */
export type AlertCondition =
  /** A system does not answer, or refuses its credential, for at least so long. */
  | { readonly on: 'systemDown'; readonly minutes: number }
  /** A credential ends within so many days, where the system says when. */
  | { readonly on: 'credentialExpiring'; readonly days: number }
  /** A system refused at least so many writes that still wait for a person. */
  | { readonly on: 'failedDeliveries'; readonly count: number }
  /** A conflict waits for a person for at least so long. */
  | { readonly on: 'openConflict'; readonly hours: number }
  /** More than so many changes in 24 h came without their webhooks. */
  | { readonly on: 'missedWebhooks'; readonly count: number }
  /** Less is left of what a system allows: of the day's calls where it counts them, else of the window's for ten minutes. */
  | { readonly on: 'lowBudget'; readonly percent: number }
  /** So much was gone at once that it was not passed on; over when it has not happened for so long. */
  | { readonly on: 'massDelete'; readonly hours: number }
  /** Records are set aside because they changed too often. */
  | { readonly on: 'quarantine' }
  /** Rules followed one from another without end; over when it has not happened for so long. */
  | { readonly on: 'ruleLoop'; readonly hours: number }
  /** The log has another alert, such as one that a rule raised; over when none has come for so long. */
  | { readonly on: 'loggedAlert'; readonly hours: number };

/** What to watch for, and whom to tell. */
export interface AlertRule {
  readonly id: string;
  readonly name: string;
  readonly enabled: boolean;
  readonly condition: AlertCondition;
  /** Target ids. */
  readonly targets: readonly string[];
}

const number = (least: number, most: number) => z.number().int().min(least).max(most);
const hours = number(1, 744);

/** Reads a condition that came from outside. */
export const AlertCondition: z.ZodType<AlertCondition> = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('systemDown'), minutes: number(1, 1_440) }),
  z.strictObject({ on: z.literal('credentialExpiring'), days: number(1, 365) }),
  z.strictObject({ on: z.literal('failedDeliveries'), count: number(1, 1_000_000) }),
  z.strictObject({ on: z.literal('openConflict'), hours }),
  z.strictObject({ on: z.literal('missedWebhooks'), count: number(0, 1_000_000) }),
  z.strictObject({ on: z.literal('lowBudget'), percent: number(1, 99) }),
  z.strictObject({ on: z.literal('massDelete'), hours }),
  z.strictObject({ on: z.literal('quarantine') }),
  z.strictObject({ on: z.literal('ruleLoop'), hours }),
  z.strictObject({ on: z.literal('loggedAlert'), hours }),
]);

/** Reads an alert rule that came from outside or from the store. */
export const AlertRule: z.ZodType<AlertRule> = z.strictObject({
  id: z.string(),
  name: z.string().trim().min(1).max(300),
  enabled: z.boolean(),
  condition: AlertCondition,
  targets: z.array(z.string()).max(20),
});

/** WATCHED: it holds, but not yet for long enough. */
export type AlertState = 'WATCHED' | 'RAISED' | 'RECOVERED';

/** One thing a rule found, from when it began until it is over. Times in milliseconds since 1970. */
export interface Alert {
  readonly id: string;
  readonly ruleId: string;
  /** What it is about: a system's id, or 'gateway'. Of one rule and subject at most one alert is not over. */
  readonly subject: string;
  readonly system: string | null;
  readonly message: string;
  readonly state: AlertState;
  readonly since: number;
  readonly raisedAt: number | null;
  readonly recoveredAt: number | null;
  /** The targets that were told that it was raised; they are told when it is over. */
  readonly told: readonly string[];
  /** When it was first seen. */
  readonly at: number;
}

/** A condition in words, for people. */
export function conditionInWords(condition: AlertCondition): string {
  switch (condition.on) {
    case 'systemDown':
      return `a system has not answered for ${condition.minutes} minutes`;
    case 'credentialExpiring':
      return `a credential ends within ${condition.days} days`;
    case 'failedDeliveries':
      return `a system refused ${condition.count} or more writes that wait for a person`;
    case 'openConflict':
      return `a conflict has waited for a person for ${condition.hours} hours`;
    case 'missedWebhooks':
      return `more than ${condition.count} changes of a system came without their webhooks in 24 hours`;
    case 'lowBudget':
      return `less than ${condition.percent} % of a system's budget is left`;
    case 'massDelete':
      return 'so much was gone from a system at once that it was not passed on';
    case 'quarantine':
      return 'records are set aside because they changed too often';
    case 'ruleLoop':
      return 'rules followed one from another without end';
    case 'loggedAlert':
      return 'the event log has another alert';
  }
}

const PARTS = ['name', 'enabled', 'condition', 'targets'] as const;

/** The rule as a new version of the gateway ships it, except for the parts that an operator has made different since the last. */
export function renewedAlertRule(rule: AlertRule, shippedBefore: AlertRule, shippedNow: AlertRule): AlertRule {
  const text = (part: unknown) => JSON.stringify(part);
  const kept = PARTS.filter((part) => text(rule[part]) !== text(shippedBefore[part]));
  return { ...shippedNow, ...Object.fromEntries(kept.map((part) => [part, rule[part]])) };
}
