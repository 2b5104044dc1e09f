import type { Alert, AlertRule } from './alert.ts';
import { type Finding, findings, isUnclear, type Situation } from './alert-finding.ts';

/** What becomes of one alert. */
export type AlertStep =
  /** It holds, but not yet for long enough. */
  | { readonly do: 'watch'; readonly finding: Finding }
  /** Raised anew, or what was watched has held for long enough. */
  | { readonly do: 'raise'; readonly finding: Finding; readonly alert: Alert | null }
  /** It was raised while nobody was to be told, and now they are. */
  | { readonly do: 'tell'; readonly alert: Alert }
  | { readonly do: 'recover'; readonly alert: Alert }
  /** It ended before it was worth an alert. */
  | { readonly do: 'forget'; readonly alert: Alert };

/** A rule with its mute and its alerts that are not over. */
export interface Standing {
  readonly rule: AlertRule;
  readonly mutedUntil: number | null;
  readonly current: readonly Alert[];
}

/** True while the rule tells nobody of new alerts. */
export function isMuted({ mutedUntil }: Pick<Standing, 'mutedUntil'>, now: number): boolean {
  return mutedUntil !== null && mutedUntil > now;
}

/** What is to be done about a rule's alerts. A rule that is off finds nothing: what it had raised is over. */
export function alertSteps(standing: Standing, situation: Situation): readonly AlertStep[] {
  const { rule, current } = standing;
  const { now } = situation;
  const found = rule.enabled ? findings(rule.condition, situation) : [];
  const known = new Map(current.map((alert) => [alert.subject, alert]));
  const holding = new Set(found.map(({ subject }) => subject));
  const ended = current.filter(
    ({ subject }) => !holding.has(subject) && !(rule.enabled && isUnclear(rule.condition, subject, situation)),
  );
  return [
    ...found.flatMap((finding) => stepFor(standing, finding, known.get(finding.subject) ?? null, now)),
    ...ended.map((alert): AlertStep => ({ do: alert.state === 'RAISED' ? 'recover' : 'forget', alert })),
  ];
}

function stepFor(standing: Standing, finding: Finding, alert: Alert | null, now: number): readonly AlertStep[] {
  if (alert?.state === 'RAISED') {
    const owed = alert.told.length === 0 && standing.rule.targets.length > 0 && !isMuted(standing, now);
    return owed ? [{ do: 'tell', alert }] : [];
  }
  const since = alert?.since ?? finding.since;
  if (now - since >= finding.holdMs) return [{ do: 'raise', finding, alert }];
  return alert ? [] : [{ do: 'watch', finding }];
}
