import { userInfo } from 'node:os';
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient, sql } from 'kysely';
import pg from 'pg';
import { Problem } from '../base/errors.ts';
import type { Dialect } from './scope.ts';
import type { Tables } from './tables.ts';

const CONNECTIONS = 10;
const CONNECT_MS = 5_000;
const INT8 = 20;
/** SQLSTATE classes and socket errors that mean: no connection, or the server is going down. */
const GONE = /^(08|57P|53300|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_)/;

/** PostgreSQL as a dialect. Words are compared as they are: no dictionary may change them. */
export const postgresDialect: Dialect = {
  engine: 'postgres',
  concurrent: true,
  found(words) {
    const expression = words.map((word) => `'${word}':*`).join(' & ');
    return sql`entities.number in (select found.number from entities as found
      where array_to_tsvector(string_to_array(found.search, ' ')) @@ cast(${expression} as tsquery))`;
  },
  holds: (text, piece) => sql`strpos(lower(${text} collate "C"), ${piece}) > 0`,
  analyze: (db) =>
    sql`analyze entities, entity_keys, versions, links, snapshots, deliveries, inbox, events`.execute(db),
  // The server's own vacuum does, in its time.
  forget: async () => undefined,
  async lock(tx, workspace) {
    await sql`select pg_advisory_xact_lock(hashtextextended(current_schema() || '/' || ${workspace}, 0))`.execute(tx);
  },
};

/** Connects to that database; unreachable: UNAVAILABLE, naming DATABASE_URL. `?schema=` names the schema to use. */
export async function openPostgres(url: string): Promise<{ db: Kysely<Tables>; schema: string }> {
  const { connectionString, schema } = readUrl(url);
  // As psql does where the address names no user.
  pg.defaults.user ??= userInfo().username;
  const pool = new pg.Pool({
    connectionString,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    types: { getTypeParser: parserOf as typeof pg.types.getTypeParser },
    ...(schema ? { options: `-c search_path=${schema}` } : {}),
  });
  // Without a listener a lost connection ends the process; the query it carried rejects, and the pool drops it.
  const lost = () => undefined;
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: translated(pool) }) });
  try {
    const found = await sql<{ name: string | null }>`select current_schema() as name`.execute(db);
    return { db, schema: schema ?? found.rows[0]?.name ?? 'public' };
  } catch (cause) {
    await db.destroy();
    throw new Problem('UNAVAILABLE', `The database of DATABASE_URL cannot be used (${reason(cause)})`, 'later', {
      cause,
    });
  }
}

function readUrl(url: string): { connectionString: string; schema: string | null } {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (!parsed || !/^postgres(ql)?:$/.test(parsed.protocol))
    throw new Problem('INVALID', 'DATABASE_URL is not of the form postgres://user:password@host:5432/name');
  const schema = parsed.searchParams.get('schema');
  if (schema !== null && !/^[a-z_][a-z0-9_]{0,62}$/.test(schema))
    throw new Problem('INVALID', 'The schema in DATABASE_URL may hold lower-case letters, digits and _ only');
  parsed.searchParams.delete('schema');
  return { connectionString: parsed.href, schema };
}

/** Times and counts are bigint there; all of ours are exact as numbers. */
function parserOf(oid: number, format?: 'text' | 'binary'): unknown {
  return oid === INT8 ? Number : pg.types.getTypeParser(oid, format as 'text');
}

/** The pool with parameters PostgreSQL can take (no NUL in texts) and failures as Problems where the server is away. */
function translated(pool: pg.Pool): PostgresPool {
  return {
    async connect() {
      const client = await pool.connect().catch(rethrow);
      return {
        query: (statement: string, parameters: readonly unknown[]) =>
          client.query(statement, parameters.map(withoutNul)).catch(rethrow),
        release: () => client.release(),
        // Kysely's type also allows cursors, which we never ask for.
      } as unknown as PostgresPoolClient;
    },
    end: () => pool.end(),
  };
}

function withoutNul(value: unknown): unknown {
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '') : value;
}

function rethrow(error: unknown): never {
  if (!isGone(error)) throw error;
  throw new Problem('UNAVAILABLE', `The database does not answer (${reason(error)})`, 'later', { cause: error });
}

function isGone(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return GONE.test(code) || /timeout exceeded|connection terminated|not queryable/i.test(message);
}

/** A code, never the driver's words: they may hold the address. */
function reason(error: unknown): string {
  if (error instanceof Problem && error.details.cause) return reason(error.details.cause);
  const { code } = error as { code?: string };
  return code ?? 'no answer in time';
}
