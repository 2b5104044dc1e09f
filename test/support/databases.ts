import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'libsql';
import pg from 'pg';
import { type Clock, systemClock } from '../../src/base/clock.ts';
import { openDatabase } from '../../src/store/database.ts';
import type { Database } from '../../src/store/store.ts';

const SERVER = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/test';

const TERMINATE = 'select pg_terminate_backend(pid) from pg_stat_activity';

/** A place for a database that starts empty: `open` opens it, and again after a close; `remove` closes and clears all. */
export interface Place {
  readonly dataDir: string;
  readonly url?: string;
  open(clock?: Clock): Promise<Database>;
  /** Runs a statement past the store, as somebody at the database would. */
  execute(statement: string): Promise<void>;
  /** Makes a server end all connections to this place. */
  disconnectAll(): Promise<void>;
  remove(): Promise<void>;
}

/** A database engine the suites run over. Where `available` is false its tests are skipped, and the title says why. */
export interface Engine {
  readonly name: string;
  readonly available: boolean;
  /** May one process hold a database open twice and write through both? */
  readonly shared: boolean;
  place(): Promise<Place>;
}

/** Both engines; PostgreSQL in a schema of its own for every place. */
export const engines: readonly Engine[] = [sqliteEngine(), await postgresEngine()];

function sqliteEngine(): Engine {
  return { name: 'sqlite', available: true, shared: false, place: () => makePlace() };
}

async function postgresEngine(): Promise<Engine> {
  const available = await command('select 1').then(
    () => true,
    () => false,
  );
  return {
    name: available ? 'postgres' : 'postgres (skipped: no server answers)',
    available,
    shared: true,
    place: () => makePlace(`tributary_${randomBytes(6).toString('hex')}`),
  };
}

async function makePlace(schema?: string): Promise<Place> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tributary-'));
  const opened: Database[] = [];
  const url = schema && `${SERVER}?schema=${schema}&application_name=${schema}`;
  return {
    dataDir,
    ...(url ? { url } : {}),
    async open(clock = systemClock) {
      const database = await openDatabase({ dataDir, ...(url ? { url } : {}), clock });
      opened.push(database);
      return database;
    },
    async execute(statement) {
      if (schema) return command(statement, schema);
      const file = new Sqlite(join(dataDir, 'tributary.db'));
      try {
        file.exec(statement);
      } finally {
        file.close();
      }
    },
    async disconnectAll() {
      if (schema) await command(`${TERMINATE} where application_name = '${schema}'`);
    },
    async remove() {
      for (const database of opened) await database.close();
      if (schema) await command(`drop schema if exists ${schema} cascade`);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function command(statement: string, schema = 'public'): Promise<void> {
  const options = `-c search_path=${schema}`;
  const client = new pg.Client({ connectionString: SERVER, connectionTimeoutMillis: 2_000, options });
  try {
    await client.connect();
    await client.query(statement);
  } finally {
    await client.end();
  }
}
