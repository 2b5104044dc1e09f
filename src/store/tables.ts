import type { Generated } from 'kysely';
import type { AccessTables } from './access-tables.ts';
import type { AlertTables } from './alert-tables.ts';

/** The tables as Kysely sees them. JSON is text, times are milliseconds since 1970, flags are 0 or 1. */
export interface Tables extends AlertTables, AccessTables {
  entities: EntityTable;
  entity_keys: EntityKeyTable;
  versions: VersionTable;
  links: LinkTable;
  snapshots: SnapshotTable;
  deliveries: DeliveryTable;
  inbox: InboxTable;
  events: EventTable;
  conflicts: ConflictTable;
  proposals: ProposalTable;
  runs: RunTable;
  settings: SettingTable;
  replies: ReplyTable;
  missed_webhooks: MissedWebhookTable;
  rules: RuleTable;
  rule_versions: RuleVersionTable;
  rule_firings: FiringTable;
  mappings: MappingTable;
  upstream_calls: CallTable;
}

/** Everything belongs to one workspace. */
interface Owned {
  workspace: string;
}

/** `label`, `search`, `at`, `sorted_at` and `state` are derived from the fields by the kind's model. */
export interface EntityTable extends Owned {
  number: Generated<number>;
  id: string;
  kind: string;
  version: number;
  fields: string;
  stamps: string;
  contact_id: string | null;
  label: string;
  search: string;
  at: number | null;
  sorted_at: number;
  state: string | null;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
}

/** The keys of living entities; `matching` is 1 for match keys, 2 for those that suggest, 0 for filter keys. */
export interface EntityKeyTable extends Owned {
  kind: string;
  key: string;
  entity_id: string;
  matching: number;
}

/** One version of an entity. */
export interface VersionTable extends Owned {
  entity_id: string;
  version: number;
  fields: string;
  changes: string;
  origin: string;
  actor: string | null;
  why: string | null;
  correlation_id: string;
  at: number;
}

/** Names a record, as in every table about records. */
interface RecordColumns extends Owned {
  system: string;
  kind: string;
  record_id: string;
}

/** Which entity a record belongs to. */
export interface LinkTable extends RecordColumns {
  entity_id: string;
  how: string;
  linked_at: number;
}

/** A record as last seen. */
export interface SnapshotTable extends RecordColumns {
  contact_record_id: string | null;
  fields: string;
  values: string;
  hash: string;
  seen_at: number;
  changed_at: number | null;
  created_at: number | null;
  deleted_at: number | null;
  url: string | null;
  document_id: string | null;
  confidence: number | null;
  quarantined_at: number | null;
}

/** `number` is the order in which they were added, which is the order in which they are carried out. */
export interface DeliveryTable extends Owned {
  number: Generated<number>;
  id: string;
  entity_id: string;
  kind: string;
  system: string;
  operation: string;
  fields: string;
  status: string;
  attempts: number;
  next_attempt_at: number | null;
  leased_until: number | null;
  error: string | null;
  unsupported_fields: string;
  record_id: string | null;
  correlation_id: string;
  created_at: number;
}

/** Done items stay for as long as the retention says, so that a repeated delivery is known. */
export interface InboxTable extends RecordColumns {
  id: string;
  contact_record_id: string | null;
  delivery_id: string;
  received_at: number;
  attempts: number;
  next_attempt_at: number;
  leased_until: number | null;
  done_at: number | null;
}

/** The event log. */
export interface EventTable extends Owned {
  seq: Generated<number>;
  at: number;
  kind: string;
  type: string | null;
  entity_id: string | null;
  contact_id: string | null;
  origin: string;
  system: string | null;
  changes: string;
  actor: string | null;
  run_id: string | null;
  correlation_id: string;
  message: string | null;
  /** What kind of alert it is, where it is one. */
  reason: string | null;
}

/** Conflicts, open and settled. */
export interface ConflictTable extends Owned {
  id: string;
  entity_id: string;
  kind: string;
  field: string;
  base: string;
  values: string;
  chosen: string;
  open: number;
  at: number;
}

/** Contacts that may be one; `score` in thousandths. */
export interface ProposalTable extends Owned {
  id: string;
  entity_id: string;
  into_id: string;
  score: number;
  reasons: string;
  state: string;
  at: number;
  decided_at: number | null;
}

/** Runs. */
export interface RunTable extends Owned {
  id: string;
  system: string;
  kinds: string;
  trigger: string;
  started_at: number;
  finished_at: number | null;
  read: number;
  changed: number;
  failed: number;
  upstream_calls: number;
  progress: number | null;
  error: string | null;
}

interface SettingTable extends Owned {
  key: string;
  value: string;
}

interface ReplyTable extends Owned {
  key: string;
  request_hash: string;
  entity_id: string;
  correlation_id: string;
  at: number;
}

/** Changes that polling found; `since` is when the record was last seen before. */
interface MissedWebhookTable extends RecordColumns {
  found_at: number;
  since: number;
}

/** `definition` is what is in force, `shipped` what came with the gateway; `active_from` is the event it answers from. */
export interface RuleTable extends Owned {
  id: string;
  version: number;
  definition: string;
  shipped: string | null;
  active_from: number;
  paused_at: number | null;
  resumed_at: number;
}

/** A rule as it was under one number. */
export interface RuleVersionTable extends Owned {
  rule_id: string;
  version: number;
  definition: string;
  at: number;
  why: string;
}

/** What a rule did about one cause. */
export interface FiringTable extends Owned {
  id: string;
  rule_id: string;
  cause: string;
  event_seq: number | null;
  entity_id: string | null;
  contact_id: string | null;
  origin: string;
  chain: string;
  state: string;
  result: string;
  errands: string | null;
  error: string | null;
  attempts: number;
  next_attempt_at: number | null;
  leased_until: number | null;
  at: number;
}

/** A version of a mapping. */
export interface MappingTable extends Owned {
  system: string;
  kind: string;
  version: number;
  rows: string;
  actor: string | null;
  why: string | null;
  at: number;
}

/** Masked upstream calls; `size` is how many characters a row takes. */
export interface CallTable extends Owned {
  number: Generated<number>;
  id: string;
  system: string;
  correlation_id: string;
  at: number;
  duration: number;
  method: string;
  path: string;
  status: number | null;
  error: string | null;
  request: string;
  response: string;
  size: number;
}
