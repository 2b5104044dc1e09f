import type { MigrationStep } from './step.ts';

/** Alerts, their rules and targets, the messages to them, and ways to what they look for that do not grow with the data. */
export const alerts: MigrationStep = ({ text, integer }) => [
  `create table targets (workspace ${text} not null, id ${text} not null, name text not null, enabled integer not null,
    via ${text} not null, url text, recipients text not null, secret text, old_secret text, old_secret_until ${integer},
    why_off text, created_at ${integer} not null, primary key (workspace, id))`,

  `create table messages (workspace ${text} not null, id ${text} not null, target_id ${text} not null,
    thread ${text} not null, cause ${text} not null, type ${text} not null, subject text not null, words text not null,
    body text not null, status ${text} not null, attempts integer not null, next_attempt_at ${integer},
    leased_until ${integer}, error text, created_at ${integer} not null, settled_at ${integer},
    primary key (workspace, id), unique (workspace, target_id, cause))`,
  `create index messages_queued on messages (workspace, target_id, thread, id) where status = 'QUEUED'`,
  `create index messages_settled on messages (workspace, settled_at) where settled_at is not null`,

  `create table alert_rules (workspace ${text} not null, id ${text} not null, definition text not null, shipped text,
    muted_until ${integer}, primary key (workspace, id))`,
  `create table alerts (workspace ${text} not null, id ${text} not null, rule_id ${text} not null,
    subject ${text} not null, system ${text}, message text not null, state ${text} not null, since ${integer} not null,
    raised_at ${integer}, recovered_at ${integer}, told text not null, at ${integer} not null, primary key (workspace, id))`,
  `create unique index alerts_current on alerts (workspace, rule_id, subject) where state <> 'RECOVERED'`,
  `create index alerts_order on alerts (workspace, at, id)`,

  `alter table events add column reason ${text}`,
  `create index events_alerts on events (workspace, at) where kind = 'ALERT'`,
  `create index conflicts_open on conflicts (workspace, at) where open = 1`,
  `create index snapshots_quarantined on snapshots (workspace, system) where quarantined_at is not null`,
  `create index deliveries_failed on deliveries (workspace, system, created_at) where status = 'FAILED'`,
];
