import { type Kysely, sql } from 'kysely';
import type { Clock } from '../base/clock.ts';
import { Problem } from '../base/errors.ts';
import { createTurns, type Turns } from '../base/turns.ts';
import type { Vault } from '../base/vault.ts';
import { alertRuleStore, alertStore } from './alerts.ts';
import { auditStore } from './audit.ts';
import { callStore } from './calls.ts';
import { conflictStore } from './conflicts.ts';
import { connectionStore } from './connections.ts';
import { entityStore } from './entities.ts';
import { eventStore } from './events.ts';
import { firingStore } from './firings.ts';
import { inboxStore } from './inbox.ts';
import { keyStore } from './keys.ts';
import { linkStore } from './links.ts';
import { mappingStore } from './mappings.ts';
import { messageStore } from './messages.ts';
import { checkTables, migrate } from './migrations/index.ts';
import { missedStore } from './missed.ts';
import { outboxStore } from './outbox.ts';
import { proposalStore } from './proposals.ts';
import { replyStore } from './replies.ts';
import { retentionStore } from './retention.ts';
import { ruleStore } from './rules.ts';
import { runStore } from './runs.ts';
import type { Dialect, Scope } from './scope.ts';
import { sealPlain, secretsOf } from './secrets.ts';
import { settingStore } from './settings.ts';
import { signStore } from './signs.ts';
import { snapshotStore } from './snapshots.ts';
import { openSqlite, sqliteDialect } from './sqlite.ts';
import { createStatistics, type Statistics } from './statistics.ts';
import type { Database, Store } from './store.ts';
import type { Tables } from './tables.ts';
import { targetStore } from './targets.ts';
import { versionStore } from './versions.ts';
import { workspaceStore } from './workspaces.ts';

/** Where the database is: a folder for the embedded one, or the address of a PostgreSQL server. */
interface DatabaseOptions {
  readonly dataDir: string;
  readonly url?: string;
  readonly clock: Clock;
  readonly vault: Vault;
}

/** Opens the database, brings its tables up to date and seals its secrets; rejects with a Problem that names the setting to mend. */
export async function openDatabase({ dataDir, url, clock, vault }: DatabaseOptions): Promise<Database> {
  const { db, dialect, schema } = await connect(dataDir, url);
  try {
    await migrate(db, dialect.engine, schema);
    await sealPlain(db, dialect, vault);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  const turns = createTurns();
  const statistics = createStatistics(() => dialect.analyze(db));
  return {
    engine: dialect.engine,
    store: (workspace) => toStore(createScope(db, { workspace, dialect, clock, vault }, turns, statistics)),
    workspaces: workspaceStore(db),
    keys: keyStore(db),
    secrets: secretsOf(db, dialect, vault),
    async ping() {
      await sql`select 1`.execute(db).catch((cause: unknown) => {
        throw new Problem('UNAVAILABLE', 'The database does not answer', 'later', { cause });
      });
      await checkTables(db);
    },
    async close() {
      await statistics.settled();
      await db.destroy();
    },
  };
}

async function connect(dataDir: string, url: string | undefined) {
  if (url === undefined) return { db: await openSqlite(dataDir), dialect: sqliteDialect, schema: undefined };
  // Loaded only where it is used: the embedded default starts without it.
  const { openPostgres, postgresDialect } = await import('./postgres.ts');
  return { ...(await openPostgres(url)), dialect: postgresDialect };
}

type Place = Pick<Scope, 'workspace' | 'clock' | 'vault'> & { readonly dialect: Dialect };

function createScope(db: Kysely<Tables>, place: Place, turns: Turns, statistics: Statistics): Scope {
  return {
    ...place,
    db,
    async atomically(work, urgent) {
      const commit = () =>
        db.transaction().execute(async (tx) => {
          await place.dialect.lock(tx, place.workspace);
          const inside: Scope = { ...place, db: tx, atomically: (nested) => nested(inside) };
          return work(inside);
        });
      const result = await turns(place.workspace, commit, urgent);
      statistics.committed();
      return result;
    },
  };
}

function toStore(scope: Scope): Store {
  return {
    workspace: scope.workspace,
    transaction: (work, options) => scope.atomically((tx) => work(toStore(tx)), options?.urgent),
    entities: entityStore(scope),
    versions: versionStore(scope),
    links: linkStore(scope),
    snapshots: snapshotStore(scope),
    outbox: outboxStore(scope),
    inbox: inboxStore(scope),
    events: eventStore(scope),
    conflicts: conflictStore(scope),
    proposals: proposalStore(scope),
    runs: runStore(scope),
    settings: settingStore(scope),
    replies: replyStore(scope),
    missed: missedStore(scope),
    rules: ruleStore(scope),
    mappings: mappingStore(scope),
    firings: firingStore(scope),
    alertRules: alertRuleStore(scope),
    alerts: alertStore(scope),
    targets: targetStore(scope),
    messages: messageStore(scope),
    signs: signStore(scope),
    calls: callStore(scope),
    retention: retentionStore(scope),
    connections: connectionStore(scope),
    audit: auditStore(scope),
  };
}
