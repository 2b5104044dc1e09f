import type { AlertCondition, AlertReason } from './alert.ts';

/** How one system is at the moment, as far as alerts look at it. */
export interface SystemSituation {
  readonly id: string;
  readonly name: string;
  /** 'unknown': nobody has asked it since the start. */
  readonly state: 'well' | 'down' | 'unauthorized' | 'unknown';
  readonly credentialExpiresAt: number | null;
  readonly failed: Sign | null;
  readonly quarantined: Sign | null;
  readonly missed: number;
  /** What is left of the budget, 0 to 1, of a day's or of a window's; null where nothing is known. */
  readonly budget: { readonly left: number; readonly of: 'day' | 'window' } | null;
}

/** So many of something, the first since that time (ms since 1970). */
export interface Sign {
  readonly count: number;
  readonly since: number;
}

/** What the log told of, of one reason and about one system. */
export interface Told {
  readonly reason: AlertReason | null;
  readonly system: string | null;
  readonly lastAt: number;
  readonly since: number;
  readonly message: string;
}

/** All that alerts look at, at one moment. */
export interface Situation {
  readonly now: number;
  readonly systems: readonly SystemSituation[];
  readonly conflicts: Sign | null;
  readonly told: readonly Told[];
}

/** A condition that holds. `holdMs` is how long it must before an alert is raised. No personal data in `message`. */
export interface Finding {
  readonly subject: string;
  readonly system: string | null;
  readonly message: string;
  readonly since: number;
  readonly holdMs: number;
}

/** What is about no system in particular. */
const GATEWAY = 'gateway';
const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];
/** A window's budget is used up for moments by every burst; only what lasts is worth an alert. */
const WINDOW_HOLDS_MS = 10 * MINUTE;

/** What holds of a condition now: at most one finding for each subject. */
export function findings(condition: AlertCondition, situation: Situation): readonly Finding[] {
  switch (condition.on) {
    case 'openConflict':
      return oldConflicts(condition.hours, situation);
    case 'massDelete':
    case 'ruleLoop':
      return toldOf(condition.on, condition.hours, situation);
    case 'loggedAlert':
      return toldOf(null, condition.hours, situation);
    default:
      return situation.systems.flatMap((system) => ofSystem(condition, system, situation.now) ?? []);
  }
}

/** True where it cannot be said whether the condition holds for that subject: an alert about it stays as it is. */
export function isUnclear(condition: AlertCondition, subject: string, { systems }: Situation): boolean {
  if (condition.on !== 'systemDown' && condition.on !== 'lowBudget') return false;
  return systems.some(({ id, state }) => id === subject && state === 'unknown');
}

type OfSystem = Exclude<AlertCondition, { on: 'openConflict' | 'massDelete' | 'ruleLoop' | 'loggedAlert' }>;

function ofSystem(condition: OfSystem, system: SystemSituation, now: number): Finding | null {
  const { id, name, state, failed, quarantined, missed, credentialExpiresAt: ends, budget } = system;
  const found = (message: string, since = now, holdMs = 0): Finding => ({
    subject: id,
    system: id,
    message,
    since,
    holdMs,
  });
  switch (condition.on) {
    case 'systemDown': {
      if (state !== 'down' && state !== 'unauthorized') return null;
      const what = state === 'down' ? 'has not answered' : 'has refused its credential';
      return found(`${name} ${what} for ${many(condition.minutes, 'minute')}`, now, condition.minutes * MINUTE);
    }
    case 'credentialExpiring':
      if (ends === null || ends > now + condition.days * DAY) return null;
      return found(
        ends <= now
          ? `The credential of ${name} has ended`
          : `The credential of ${name} ends in ${many(Math.ceil((ends - now) / DAY), 'day')}`,
      );
    case 'failedDeliveries':
      if (!failed || failed.count < condition.count) return null;
      return found(`Failed and waiting for a person: ${many(failed.count, 'write')} to ${name}`, failed.since);
    case 'missedWebhooks':
      if (missed <= condition.count) return null;
      return found(`${many(missed, 'change')} in ${name} came without webhooks in the last 24 hours`);
    case 'lowBudget': {
      if (!budget || budget.left * 100 >= condition.percent) return null;
      const left = `${name} has ${Math.floor(budget.left * 100)} % of its calls left`;
      return budget.of === 'day'
        ? found(`${left} for today`)
        : found(`${left}, and not more for ten minutes`, now, WINDOW_HOLDS_MS);
    }
    case 'quarantine':
      if (!quarantined) return null;
      return found(
        `Set aside because they changed too often: ${many(quarantined.count, 'record')} of ${name}`,
        quarantined.since,
      );
  }
}

function oldConflicts(hours: number, { conflicts, now }: Situation): readonly Finding[] {
  if (!conflicts || now - conflicts.since < hours * HOUR) return [];
  const age = many(Math.floor((now - conflicts.since) / HOUR), 'hour');
  const message = `Waiting for a person: ${many(conflicts.count, 'conflict')}, the oldest for ${age}`;
  return [{ subject: GATEWAY, system: null, message, since: conflicts.since, holdMs: 0 }];
}

/** Of each system the newest of its kind, while it is not older than that. What an unnamed alert says is left to the log: it may name people. */
function toldOf(reason: AlertReason | null, hours: number, { told, now }: Situation): readonly Finding[] {
  return told
    .filter((one) => one.reason === reason && now - one.lastAt < hours * HOUR)
    .map(({ system, message, since }) => ({
      subject: system ?? GATEWAY,
      system,
      message: reason === null ? 'The event log has an alert that somebody should read' : message,
      since,
      holdMs: 0,
    }));
}

function many(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
