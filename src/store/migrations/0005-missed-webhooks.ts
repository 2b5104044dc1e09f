import type { MigrationStep } from './step.ts';

/** Changes that polling found, and a way to the notices of a record. */
export const missedWebhooks: MigrationStep = ({ text, integer, keyed }) => [
  `create table missed_webhooks (workspace ${text} not null, system ${text} not null, kind ${text} not null,
    record_id ${text} not null, found_at ${integer} not null, since ${integer} not null,
    primary key (workspace, system, found_at, kind, record_id)) ${keyed}`,
  `create index inbox_record on inbox (workspace, system, kind, record_id)`,
];
