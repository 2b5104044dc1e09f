import Sqlite from 'libsql';
import { Problem } from '../base/errors.ts';

/** The part of better-sqlite3's interface that we use: with another such driver, only this file changes. */
export interface SqliteDriverDatabase {
  prepare(sql: string): SqliteDriverStatement;
  close(): void;
}

/** A statement that may be run again and again. `reader` says whether it answers rows. */
interface SqliteDriverStatement {
  readonly reader: boolean;
  all(parameters: readonly unknown[]): unknown[];
  run(parameters: readonly unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint };
  iterate(parameters: readonly unknown[]): IterableIterator<unknown>;
}

/** Preparing costs more than a small read does; the texts in use are few. */
const MOST_STATEMENTS = 500;

/**
 * Opens a database file (made where it is missing) with these pragmas and keeps the statements it has prepared. Where
 * another process holds the lock for too long: UNAVAILABLE, and nothing was done.
 */
export function openSqliteDriver(file: string, pragmas: readonly string[]): SqliteDriverDatabase {
  const statements = new Map<string, SqliteDriverStatement>();
  let database = connect(file, pragmas);

  /**
   * libsql leaves a statement that met a lock in progress, and as long as one is, SQLite commits nothing: not even later
   * writes that seem to succeed.
   */
  function startAfresh(): void {
    statements.clear();
    database.close();
    database = connect(file, pragmas);
  }

  function guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (!/^SQLITE_(BUSY|LOCKED)/.test((error as { code?: string }).code ?? '')) throw error;
      startAfresh();
      throw new Problem('UNAVAILABLE', 'The database is locked by another process', 'later', { cause: error });
    }
  }

  function prepareNew(sql: string): SqliteDriverStatement {
    const statement = database.prepare(sql);
    return {
      reader: statement.reader,
      all: (parameters) => guarded(() => statement.all(parameters.map(bindable))),
      run: (parameters) => guarded(() => statement.run(parameters.map(bindable))),
      iterate: (parameters) => guarded(() => statement.iterate(parameters.map(bindable))),
    };
  }

  return {
    prepare(sql) {
      const known = statements.get(sql);
      if (known) return known;
      const made = prepareNew(sql);
      if (statements.size >= MOST_STATEMENTS) statements.clear();
      statements.set(sql, made);
      return made;
    },
    close() {
      statements.clear();
      database.close();
    },
  };
}

function connect(file: string, pragmas: readonly string[]): Sqlite.Database {
  const database = new Sqlite(file);
  for (const pragma of pragmas) database.prepare(`pragma ${pragma}`).all();
  return database;
}

/** libsql ends the whole process on a boolean, and SQLite's texts end at a NUL character. */
function bindable(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', '') : value;
  if (value === null || typeof value === 'number' || typeof value === 'bigint' || value instanceof Uint8Array)
    return value;
  throw new TypeError(`A statement was given a ${typeof value} as a parameter`);
}
