import type { Generated } from 'kysely';

/** The tables about who may see what. JSON is text, times are milliseconds since 1970. */
export interface AccessTables {
  workspaces: WorkspaceTable;
  connections: ConnectionTable;
  api_keys: ApiKeyTable;
  audit: AuditTable;
}

/** A workspace; the one that the environment describes has no row. */
interface WorkspaceTable {
  id: string;
  name: string;
  created_at: number;
}

/** A connection that was made through the graph. `settings` and `tokens` are sealed JSON; `refused` says why it is of no use any more. */
export interface ConnectionTable {
  workspace: string;
  system: string;
  settings: string;
  tokens: string | null;
  tokens_version: number;
  leased_until: number | null;
  refused: string | null;
  created_at: number;
  created_by: string | null;
}

/** An API key; `hash` is the SHA-256 of its secret. */
export interface ApiKeyTable {
  id: string;
  workspace: string;
  name: string;
  hash: string;
  scopes: string;
  created_at: number;
  created_by: string | null;
  expires_at: number | null;
  revoked_at: number | null;
  last_used_at: number | null;
}

/** What was done, by whom. */
export interface AuditTable {
  seq: Generated<number>;
  workspace: string;
  at: number;
  actor: string | null;
  actor_name: string;
  action: string;
  subject: string | null;
  outcome: string;
  detail: string;
  asked_from: string | null;
  correlation_id: string;
}
