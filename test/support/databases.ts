import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'libsql';
import pg from 'pg';
import { type Clock, systemClock } from '../../src/base/clock.ts';
import type { Vault } from '../../src/base/vault.ts';
import { openDatabase } from '../../src/store/database.ts';
import type { Database } from '../../src/store/store.ts';
import { testVault } from './vault.ts';

const SERVER = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/test';

const TERMINATE = 'select pg_terminate_backend(pid) from pg_stat_activity';

/** A place for a database that starts empty: `open` opens it, and again after a close; `remove` closes and clears all. */
export interface Place {
  readonly dataDir: string;
  readonly url?: string;
  open(clock?: Clock, vault?: Vault): Promise<Database>;
  /** What stands in the tables, or a change of it behind the store's back. */
  query(statement: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Closes what is still open of it. */
  close(): Promise<void>;
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
  const close = async () => {
    for (const database of opened) await database.close();
  };
  return {
    dataDir,
    ...(url ? { url } : {}),
    async open(clock = systemClock, vault = testVault) {
      const database = await openDatabase({ dataDir, ...(url ? { url } : {}), clock, vault });
      opened.push(database);
      return database;
    },
    query: (statement) => (schema ? command(`set search_path = ${schema}; ${statement}`) : inFile(dataDir, statement)),
    close,
    async disconnectAll() {
      if (schema) await command(`${TERMINATE} where application_name = '${schema}'`);
    },
    async remove() {
      await close();
      if (schema) await command(`drop schema if exists ${schema} cascade`);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function inFile(dataDir: string, statement: string) {
  const file = new Sqlite(join(dataDir, 'tributary.db'));
  try {
    const prepared = file.prepare(statement);
    if (prepared.reader) return prepared.all() as Record<string, unknown>[];
    prepared.run();
    return [];
  } finally {
    file.close();
  }
}

/** Answers the rows of the last of the statements. */
async function command(statements: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: SERVER, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    const results = [await client.query(statements)].flat();
    return results.at(-1)?.rows ?? [];
  } finally {
    await client.end();
  }
}
