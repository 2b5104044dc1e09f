import type { MigrationStep } from './step.ts';

/** Upstream calls that a verbose connection keeps, and what finding and forgetting entries of the logs needs. */
export const calls: MigrationStep = ({ text, integer, sequence }) => [
  `create table upstream_calls (number ${sequence}, workspace ${text} not null, id ${text} not null,
    system ${text} not null, correlation_id ${text} not null, at ${integer} not null, duration ${integer} not null,
    method ${text} not null, path text not null, status integer, error text, request text not null,
    response text not null, size ${integer} not null, unique (workspace, id))`,
  `create index upstream_calls_system on upstream_calls (workspace, system, number, size)`,
  `create index upstream_calls_work on upstream_calls (workspace, correlation_id, number)`,
  `create index upstream_calls_at on upstream_calls (workspace, at)`,
  `create index events_at on events (workspace, at)`,
  `create index events_kind on events (workspace, kind, seq)`,
  `create index events_told on events (workspace, seq) where message is not null`,
  `create index deliveries_told on deliveries (workspace, created_at) where error is not null`,
  `create index entities_contact_gone on entities (workspace, contact_id) where deleted_at is not null`,
  `create index versions_at on versions (workspace, at)`,
];
