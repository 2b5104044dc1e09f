import type { MigrationStep } from './step.ts';

/** Rules with a history, that can be paused; firings that keep what they still have to ask of systems. */
export const automations: MigrationStep = ({ text, integer }) => [
  `alter table rules add column paused_at ${integer}`,
  `alter table rules add column resumed_at ${integer} not null default 0`,
  `create table rule_versions (workspace ${text} not null, rule_id ${text} not null, version integer not null,
    definition text not null, at ${integer} not null, why text not null, primary key (workspace, rule_id, version))`,
  `insert into rule_versions (workspace, rule_id, version, definition, at, why)
    select workspace, id, version, definition, 0, 'in force before versions were kept' from rules`,
  `alter table rule_firings add column errands text`,
];
