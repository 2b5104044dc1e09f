import type { MigrationStep } from './step.ts';

/** The whole first schema, every row of one workspace. `number` and `seq` grow with every row and are never reused. */
export const first: MigrationStep = ({ text, integer, real, sequence, keyed, engine }) => [
  `create table entities (number ${sequence}, workspace ${text} not null, id ${text} not null, kind ${text} not null,
    version integer not null, fields text not null, stamps text not null, contact_id ${text}, label ${text} not null,
    search ${text} not null, at ${integer}, sorted_at ${integer} not null, state ${text}, created_at ${integer} not null,
    updated_at ${integer} not null, deleted_at ${integer}, unique (workspace, id))`,
  ...['label', 'sorted_at', 'created_at', 'updated_at'].map(
    (column) => `create index entities_${column} on entities (workspace, kind, ${column}, id) where deleted_at is null`,
  ),
  `create index entities_contact on entities (workspace, contact_id, kind, sorted_at, id) where deleted_at is null`,
  ...searchIndex[engine],
  `create table entity_keys (workspace ${text} not null, kind ${text} not null, "key" ${text} not null,
    entity_id ${text} not null, matching integer not null, primary key (workspace, kind, "key", entity_id)) ${keyed}`,
  `create index entity_keys_entity on entity_keys (workspace, entity_id)`,

  `create table versions (workspace ${text} not null, entity_id ${text} not null, version integer not null,
    fields text not null, changes text not null, origin ${text} not null, actor ${text}, correlation_id ${text} not null,
    at ${integer} not null, primary key (workspace, entity_id, version))`,

  `create table links (workspace ${text} not null, system ${text} not null, kind ${text} not null,
    record_id ${text} not null, entity_id ${text} not null, how ${text} not null, linked_at ${integer} not null,
    primary key (workspace, system, kind, record_id)) ${keyed}`,
  `create index links_entity on links (workspace, entity_id, system)`,

  `create table snapshots (workspace ${text} not null, system ${text} not null, kind ${text} not null,
    record_id ${text} not null, contact_record_id ${text}, fields text not null, "values" text not null,
    hash ${text} not null, seen_at ${integer} not null, changed_at ${integer}, created_at ${integer},
    deleted_at ${integer}, url text, document_id text, confidence ${real},
    primary key (workspace, system, kind, record_id))`,
  `create index snapshots_contact on snapshots (workspace, system, kind, contact_record_id) where deleted_at is null`,
  `create index snapshots_seen on snapshots (workspace, system, kind, seen_at) where deleted_at is null`,

  `create table deliveries (number ${sequence}, workspace ${text} not null, id ${text} not null,
    entity_id ${text} not null, kind ${text} not null, system ${text} not null, operation ${text} not null,
    fields text not null, status ${text} not null, attempts integer not null, next_attempt_at ${integer},
    leased_until ${integer}, error text, unsupported_fields text not null, record_id ${text},
    correlation_id ${text} not null, created_at ${integer} not null, unique (workspace, id))`,
  `create index deliveries_status on deliveries (workspace, status, number)`,
  `create index deliveries_entity on deliveries (workspace, entity_id, system, number)`,
  `create index deliveries_correlation on deliveries (workspace, correlation_id)`,
  `create index deliveries_created on deliveries (workspace, created_at, id)`,

  `create table inbox (workspace ${text} not null, id ${text} not null, system ${text} not null, kind ${text} not null,
    record_id ${text} not null, contact_record_id ${text}, delivery_id ${text} not null, received_at ${integer} not null,
    attempts integer not null, next_attempt_at ${integer} not null, leased_until ${integer}, done_at ${integer},
    primary key (workspace, id), unique (workspace, system, delivery_id, kind, record_id))`,
  `create index inbox_waiting on inbox (workspace, received_at, id) where done_at is null`,
  `create index inbox_done on inbox (workspace, done_at) where done_at is not null`,

  `create table events (seq ${sequence}, workspace ${text} not null, at ${integer} not null, kind ${text} not null,
    type ${text}, entity_id ${text}, contact_id ${text}, origin ${text} not null, system ${text}, changes text not null,
    actor ${text}, run_id ${text}, correlation_id ${text} not null, message text)`,
  `create index events_order on events (workspace, seq)`,
  `create index events_contact on events (workspace, contact_id, seq)`,

  `create table conflicts (workspace ${text} not null, id ${text} not null, entity_id ${text} not null,
    kind ${text} not null, field ${text} not null, base text not null, "values" text not null, chosen text not null,
    open integer not null, at ${integer} not null, primary key (workspace, id))`,
  `create index conflicts_entity on conflicts (workspace, entity_id, open)`,
  `create index conflicts_order on conflicts (workspace, at, id)`,

  `create table runs (workspace ${text} not null, id ${text} not null, system ${text} not null, kinds text not null,
    "trigger" ${text} not null, started_at ${integer} not null, finished_at ${integer}, read integer not null,
    changed integer not null, failed integer not null, upstream_calls integer not null,
    progress ${real}, error text, primary key (workspace, id))`,
  `create index runs_order on runs (workspace, started_at, id)`,
  `create index runs_finished on runs (workspace, system, finished_at)`,

  `create table settings (workspace ${text} not null, "key" ${text} not null, value text not null,
    primary key (workspace, "key"))`,
  `create table replies (workspace ${text} not null, "key" ${text} not null, request_hash ${text} not null,
    entity_id ${text} not null, correlation_id ${text} not null, at ${integer} not null,
    primary key (workspace, "key"))`,
];

/** Words are cut by us; both indexes are told to take them as they are. */
const searchIndex = {
  sqlite: [
    `create virtual table entity_words using fts5(search, content='entities', content_rowid='number', detail=none,
      tokenize="ascii tokenchars '@.-_+'")`,
    `create trigger entities_added after insert on entities begin
      insert into entity_words(rowid, search) values (new.number, new.search); end`,
    `create trigger entities_changed after update of search on entities when old.search <> new.search begin
      insert into entity_words(entity_words, rowid, search) values ('delete', old.number, old.search);
      insert into entity_words(rowid, search) values (new.number, new.search); end`,
    `create trigger entities_removed after delete on entities begin
      insert into entity_words(entity_words, rowid, search) values ('delete', old.number, old.search); end`,
  ],
  postgres: [`create index entities_search on entities using gin (array_to_tsvector(string_to_array(search, ' ')))`],
};
