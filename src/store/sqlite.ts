import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
  Kysely,
  type Dialect as KyselyDialect,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
} from 'kysely';
import { Problem } from '../base/errors.ts';
import { makeFolder } from '../base/folder.ts';
import type { Dialect } from './scope.ts';
import { openSqliteDriver, type SqliteDriverDatabase } from './sqlite-driver.ts';
import type { Tables } from './tables.ts';

const FILE = 'tributary.db';
const PRAGMAS = [
  'busy_timeout=5000',
  'journal_mode=WAL',
  'synchronous=FULL',
  'foreign_keys=ON',
  'cache_size=-65536',
  'temp_store=MEMORY',
  'analysis_limit=400',
  // What is written over must not stay in the file, where a key that was given up opens it.
  'secure_delete=FAST',
];

/** SQLite as a dialect: one connection, so that transactions never meet. */
export const sqliteDialect: Dialect = {
  engine: 'sqlite',
  concurrent: false,
  found(words) {
    const expression = words.map((word) => `"${word}"*`).join(' ');
    return sql`entities.number in (select rowid from entity_words where entity_words match ${expression})`;
  },
  holds: (text, piece) => sql`instr(lower(${text}), ${piece}) > 0`,
  analyze: (db) => sql`analyze`.execute(db),
  async forget(db, thoroughly) {
    if (thoroughly) await sql`vacuum`.execute(db);
    await sql`pragma wal_checkpoint(truncate)`.execute(db);
  },
  lock: async () => undefined,
};

/** Opens the database file in that folder, which is made where it is missing; unusable: INVALID, naming DATA_DIR. */
export async function openSqlite(dataDir: string): Promise<Kysely<Tables>> {
  try {
    await makeFolder(resolve(dataDir));
    await access(dataDir, constants.W_OK | constants.X_OK);
    return new Kysely<Tables>({ dialect: durableDialect(openDurable(join(dataDir, FILE))) });
  } catch (cause) {
    const { code = 'unknown reason' } = cause as { code?: string };
    throw new Problem('INVALID', `DATA_DIR is not a folder that a database can be kept in (${code})`, 'never', {
      cause,
    });
  }
}

/** A commit is on the disk when it is answered: only then is a write acknowledged to anybody. */
function openDurable(file: string): SqliteDriverDatabase {
  const database = openSqliteDriver(file, PRAGMAS);
  return {
    ...database,
    // A transaction that reads before it writes must not find at its first write that another process was faster.
    prepare: (statement) => database.prepare(statement === 'begin' ? 'begin immediate' : statement),
  };
}

/** Kysely's SQLite, except that it may change tables in a transaction, as SQLite can: migrations then run in one. */
function durableDialect(database: SqliteDriverDatabase): KyselyDialect {
  return {
    createDriver: () => new SqliteDriver({ database }),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => Object.defineProperty(new SqliteAdapter(), 'supportsTransactionalDdl', { value: true }),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}
