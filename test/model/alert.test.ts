import { describe, expect, it } from 'vitest';
import { type Alert, AlertCondition, type AlertRule, renewedAlertRule } from '../../src/model/alert.ts';
import { findings, type Situation, type SystemSituation } from '../../src/model/alert-finding.ts';
import { alertSteps, type Standing } from '../../src/model/alert-step.ts';

const NOW = Date.UTC(2025, 5, 1, 12);
const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];

const acme: SystemSituation = {
  id: 'acme',
  name: 'Acme',
  state: 'well',
  credentialExpiresAt: null,
  failed: null,
  quarantined: null,
  missed: 0,
  budget: null,
};
const well: Situation = { now: NOW, systems: [acme], conflicts: null, told: [] };
const withAcme = (parts: Partial<SystemSituation>): Situation => ({ ...well, systems: [{ ...acme, ...parts }] });
const told = (reason: 'massDelete' | 'raised' | 'target' | null, lastAt: number, system: string | null = 'acme') => ({
  ...well,
  told: [{ reason, system, lastAt, since: lastAt, message: 'It was Ann Example' }],
});

describe('a condition', () => {
  it.each<[string, AlertCondition, Situation]>([
    ['a system that is down', { on: 'systemDown', minutes: 5 }, withAcme({ state: 'down' })],
    ['a refused credential', { on: 'systemDown', minutes: 5 }, withAcme({ state: 'unauthorized' })],
    [
      'a credential that ends on the last day',
      { on: 'credentialExpiring', days: 3 },
      withAcme({ credentialExpiresAt: NOW + 3 * DAY }),
    ],
    ['as many failed writes', { on: 'failedDeliveries', count: 2 }, withAcme({ failed: { count: 2, since: NOW } })],
    [
      'a conflict just old enough',
      { on: 'openConflict', hours: 2 },
      { ...well, conflicts: { count: 1, since: NOW - 2 * HOUR } },
    ],
    ['more missed webhooks', { on: 'missedWebhooks', count: 3 }, withAcme({ missed: 4 })],
    ['less budget', { on: 'lowBudget', percent: 10 }, withAcme({ budget: { left: 0.099, of: 'day' } })],
    ['a mass deletion', { on: 'massDelete', hours: 1 }, told('massDelete', NOW - HOUR + 1)],
    ['a record set aside', { on: 'quarantine' }, withAcme({ quarantined: { count: 1, since: NOW } })],
    ['another alert in the log', { on: 'loggedAlert', hours: 1 }, told(null, NOW)],
  ])('finds %s', (_, condition, situation) => {
    expect(findings(condition, situation)).toHaveLength(1);
  });

  it.each<[string, AlertCondition, Situation]>([
    ['a system that is well', { on: 'systemDown', minutes: 5 }, well],
    ['a system that was not asked yet', { on: 'systemDown', minutes: 5 }, withAcme({ state: 'unknown' })],
    ['a credential whose end nobody knows', { on: 'credentialExpiring', days: 3 }, well],
    [
      'a credential that ends a day later',
      { on: 'credentialExpiring', days: 3 },
      withAcme({ credentialExpiresAt: NOW + 3 * DAY + 1 }),
    ],
    ['fewer failed writes', { on: 'failedDeliveries', count: 3 }, withAcme({ failed: { count: 2, since: NOW } })],
    [
      'a younger conflict',
      { on: 'openConflict', hours: 2 },
      { ...well, conflicts: { count: 9, since: NOW - 2 * HOUR + 1 } },
    ],
    ['as many missed webhooks', { on: 'missedWebhooks', count: 3 }, withAcme({ missed: 3 })],
    ['just enough budget', { on: 'lowBudget', percent: 10 }, withAcme({ budget: { left: 0.1, of: 'day' } })],
    ['a mass deletion of before', { on: 'massDelete', hours: 1 }, told('massDelete', NOW - HOUR)],
    ['no record set aside', { on: 'quarantine' }, well],
    ['an alert of another kind', { on: 'ruleLoop', hours: 1 }, told('massDelete', NOW)],
    ['what alerts themselves tell', { on: 'loggedAlert', hours: 1 }, told('raised', NOW)],
    ['trouble with a target', { on: 'loggedAlert', hours: 1 }, told('target', NOW)],
  ])('does not find %s', (_, condition, situation) => {
    expect(findings(condition, situation)).toEqual([]);
  });

  it('is about the system, and says how long it must hold', () => {
    const [found] = findings({ on: 'systemDown', minutes: 5 }, withAcme({ state: 'down' }));

    expect(found).toEqual({
      subject: 'acme',
      system: 'acme',
      message: 'Acme has not answered for 5 minutes',
      since: NOW,
      holdMs: 5 * MINUTE,
    });
  });

  it('must hold for ten minutes where a budget comes back within a window, and at once where it is the day’s', () => {
    const low = (of: 'day' | 'window') =>
      findings({ on: 'lowBudget', percent: 10 }, withAcme({ budget: { left: 0, of } }));

    expect([low('window')[0]?.holdMs, low('day')[0]?.holdMs]).toEqual([10 * MINUTE, 0]);
  });

  it('does not repeat what an unnamed alert of the log says: that may name people', () => {
    const [found] = findings({ on: 'loggedAlert', hours: 1 }, told(null, NOW, null));

    expect(found).toMatchObject({ subject: 'gateway', system: null });
    expect(found?.message).not.toContain('Ann');
  });

  it.each([
    [{ on: 'systemDown', minutes: 0 }],
    [{ on: 'systemDown', minutes: 1.5 }],
    [{ on: 'systemDown' }],
    [{ on: 'lowBudget', percent: 100 }],
    [{ on: 'quarantine', hours: 1 }],
    [{ on: 'tuesday' }],
    ['systemDown'],
  ])('is refused as %j', (condition) => {
    expect(AlertCondition.safeParse(condition).success).toBe(false);
  });
});

const rule: AlertRule = {
  id: 'alr_a',
  name: 'A',
  enabled: true,
  condition: { on: 'systemDown', minutes: 5 },
  targets: ['tgt_a'],
};
const alert: Alert = {
  id: 'alt_1',
  ruleId: 'alr_a',
  subject: 'acme',
  system: 'acme',
  message: 'Acme has not answered',
  state: 'RAISED',
  since: NOW - 5 * MINUTE,
  raisedAt: NOW,
  recoveredAt: null,
  told: ['tgt_a'],
  at: NOW,
};
const standing = (current: Alert[] = [], parts: Partial<Standing> = {}): Standing => ({
  rule,
  mutedUntil: null,
  current,
  ...parts,
});
const down = withAcme({ state: 'down' });
const stepsOf = (given: Standing, situation: Situation) => alertSteps(given, situation).map((step) => step.do);

describe('what becomes of an alert', () => {
  it('is watched first, raised when it has held for long enough, and raised once', () => {
    const watched = { ...alert, state: 'WATCHED' as const, since: NOW - 5 * MINUTE + 1 };

    expect(stepsOf(standing(), down)).toEqual(['watch']);
    expect(stepsOf(standing([watched]), down)).toEqual([]);
    expect(stepsOf(standing([{ ...watched, since: NOW - 5 * MINUTE }]), down)).toEqual(['raise']);
    expect(stepsOf(standing([alert]), down)).toEqual([]);
  });

  it('is over when it no longer holds, and forgotten where it was only watched', () => {
    expect(stepsOf(standing([alert]), well)).toEqual(['recover']);
    expect(stepsOf(standing([{ ...alert, state: 'WATCHED' }]), well)).toEqual(['forget']);
  });

  it('stays as it is while nobody knows', () => {
    expect(stepsOf(standing([alert]), withAcme({ state: 'unknown' }))).toEqual([]);
  });

  it('is over when the rule is switched off, whatever holds', () => {
    const off = { rule: { ...rule, enabled: false } };

    expect(stepsOf(standing([alert], off), down)).toEqual(['recover']);
    expect(stepsOf(standing([alert], off), withAcme({ state: 'unknown' }))).toEqual(['recover']);
    expect(stepsOf(standing([], off), down)).toEqual([]);
  });

  it('is told after the mute where it was raised within it, and once', () => {
    const untold = { ...alert, told: [] };

    expect(stepsOf(standing([untold], { mutedUntil: NOW + 1 }), down)).toEqual([]);
    expect(stepsOf(standing([untold], { mutedUntil: NOW }), down)).toEqual(['tell']);
    expect(stepsOf(standing([alert], { mutedUntil: NOW }), down)).toEqual([]);
  });

  it('is decided for each subject by itself', () => {
    const other = { ...acme, id: 'other', name: 'Other' };
    const situation = { ...well, systems: [{ ...acme, state: 'down' as const }, other] };

    const steps = stepsOf(standing([{ ...alert, id: 'alt_2', subject: 'other', system: 'other' }]), situation);

    expect(steps.sort()).toEqual(['recover', 'watch']);
  });
});

describe('a shipped rule in a new form', () => {
  it('keeps what an operator made different', () => {
    const mine: AlertRule = { ...rule, enabled: false, targets: ['tgt_mine'] };
    const theirs: AlertRule = { ...rule, name: 'B', condition: { on: 'systemDown', minutes: 9 }, targets: ['tgt_log'] };

    expect(renewedAlertRule(mine, rule, theirs)).toEqual({ ...theirs, enabled: false, targets: ['tgt_mine'] });
  });
});
