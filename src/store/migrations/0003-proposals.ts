import type { MigrationStep } from './step.ts';

/** Contacts that may be one, for a person to decide; `score` in thousandths. */
export const proposals: MigrationStep = ({ text, integer }) => [
  `create table proposals (workspace ${text} not null, id ${text} not null, entity_id ${text} not null,
    into_id ${text} not null, score integer not null, reasons text not null, state ${text} not null,
    at ${integer} not null, decided_at ${integer}, primary key (workspace, id))`,
  `create index proposals_entity on proposals (workspace, entity_id)`,
  `create index proposals_into on proposals (workspace, into_id)`,
  `create index proposals_order on proposals (workspace, state, score, id)`,
];
