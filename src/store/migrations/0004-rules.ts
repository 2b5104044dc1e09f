import type { MigrationStep } from './step.ts';

/** Rules, and what they did: never twice about one cause. */
export const rules: MigrationStep = ({ text, integer }) => [
  `create table rules (workspace ${text} not null, id ${text} not null, version integer not null,
    definition text not null, shipped text, active_from ${integer} not null, primary key (workspace, id))`,
  `create table rule_firings (workspace ${text} not null, id ${text} not null, rule_id ${text} not null,
    cause ${text} not null, event_seq ${integer}, entity_id ${text}, contact_id ${text}, origin ${text} not null,
    chain text not null, state ${text} not null, result text not null, error text, attempts integer not null,
    next_attempt_at ${integer}, leased_until ${integer}, at ${integer} not null, primary key (workspace, id),
    unique (workspace, rule_id, cause))`,
  `create index rule_firings_order on rule_firings (workspace, at, id)`,
  `create index rule_firings_rule on rule_firings (workspace, rule_id, at, id)`,
  `create index rule_firings_pending on rule_firings (workspace, at, id) where state = 'PENDING'`,
];
