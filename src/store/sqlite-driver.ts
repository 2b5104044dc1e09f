import Sqlite from 'libsql';

/** The part of better-sqlite3's interface that we use: with another such driver, only this file changes. */
export interface SqliteDriverDatabase {
  prepare(sql: string): SqliteDriverStatement;
  close(): void;
}

/** A statement that may be run again and again. `reader` says whether it answers rows. */
export interface SqliteDriverStatement {
  readonly reader: boolean;
  all(parameters: readonly unknown[]): unknown[];
  run(parameters: readonly unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint };
  iterate(parameters: readonly unknown[]): IterableIterator<unknown>;
}

/** Preparing costs more than a small read does; the texts in use are few. */
const MOST_STATEMENTS = 500;

/** Opens a database file (made where it is missing) and keeps the statements it has prepared. */
export function openSqliteDriver(file: string): SqliteDriverDatabase {
  const database = new Sqlite(file);
  const statements = new Map<string, SqliteDriverStatement>();

  function prepare(sql: string): SqliteDriverStatement {
    const known = statements.get(sql);
    if (known) return known;
    const made = prepareNew(database, sql, () => statements.delete(sql));
    if (statements.size >= MOST_STATEMENTS) statements.clear();
    statements.set(sql, made);
    return made;
  }

  return {
    prepare,
    close() {
      statements.clear();
      database.close();
    },
  };
}

/** A statement that failed is `dropped`: it may be left half-way. */
function prepareNew(database: Sqlite.Database, sql: string, dropped: () => void): SqliteDriverStatement {
  const statement = database.prepare(sql);
  function guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      dropped();
      throw error;
    }
  }
  return {
    reader: statement.reader,
    all: (parameters) => guarded(() => statement.all(parameters.map(bindable))),
    run: (parameters) => guarded(() => statement.run(parameters.map(bindable))),
    iterate: (parameters) => guarded(() => statement.iterate(parameters.map(bindable))),
  };
}

/** libsql ends the whole process on a boolean, and SQLite's texts end at a NUL character. */
function bindable(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', '') : value;
  if (value === null || typeof value === 'number' || typeof value === 'bigint' || value instanceof Uint8Array)
    return value;
  throw new TypeError(`A statement was given a ${typeof value} as a parameter`);
}
