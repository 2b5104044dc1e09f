import type { MigrationStep } from './step.ts';

/**
 * Whose data it is and who may see it: workspaces, their connections, API keys and what was done with them. `settings` and
 * `tokens` are sealed, `hash` is all there is of a key, and nothing of the audit log is ever changed.
 */
export const access: MigrationStep = ({ engine, text, integer, sequence, keyed }) => [
  `create table workspaces (id ${text} primary key, name text not null, created_at ${integer} not null)`,
  `create table connections (workspace ${text} not null, system ${text} not null, settings text not null, tokens text,
    tokens_version ${integer} not null, leased_until ${integer}, refused text, created_at ${integer} not null,
    created_by ${text}, primary key (workspace, system)) ${keyed}`,
  `create table api_keys (id ${text} primary key, workspace ${text} not null, name text not null, hash ${text} not null,
    scopes text not null, created_at ${integer} not null, created_by ${text}, expires_at ${integer},
    revoked_at ${integer}, last_used_at ${integer})`,
  `create index api_keys_order on api_keys (workspace, created_at, id)`,
  `create table audit (seq ${sequence}, workspace ${text} not null, at ${integer} not null, actor ${text},
    actor_name text not null, action ${text} not null, subject ${text}, outcome ${text} not null, detail text not null,
    asked_from ${text}, correlation_id ${text} not null)`,
  `create index audit_order on audit (workspace, seq)`,
  ...appendOnly[engine],
];

/** Rows of the audit log stay as they were written, whoever is at the database. */
const appendOnly = {
  sqlite: [
    `create trigger audit_not_changed before update on audit begin select raise(abort, 'the audit log is append-only'); end`,
    // What replaces a row removes it without asking the trigger below.
    `create trigger audit_not_replaced before insert on audit when exists (select 1 from audit where seq = new.seq)
      begin select raise(abort, 'the audit log is append-only'); end`,
    `create trigger audit_not_removed before delete on audit begin select raise(abort, 'the audit log is append-only'); end`,
  ],
  postgres: [
    `create function audit_is_append_only() returns trigger language plpgsql as
      $$ begin raise exception 'the audit log is append-only'; end $$`,
    `create trigger audit_kept before update or delete or truncate on audit for each statement execute function audit_is_append_only()`,
  ],
};
