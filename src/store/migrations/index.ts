import { type Kysely, type Migration, Migrator, sql } from 'kysely';
import { Problem } from '../../base/errors.ts';
import { first } from './0001-first.ts';
import { twoWay } from './0002-two-way.ts';
import { proposals } from './0003-proposals.ts';
import { rules } from './0004-rules.ts';
import { missedWebhooks } from './0005-missed-webhooks.ts';
import { mappings } from './0006-mappings.ts';
import { alerts } from './0007-alerts.ts';
import { automations } from './0008-automations.ts';
import { calls } from './0009-calls.ts';
import { access } from './0010-access.ts';
import type { MigrationStep, Spelling } from './step.ts';

/** Steps are only ever added; their names sort in the order they run. */
const STEPS: Readonly<Record<string, MigrationStep>> = {
  '0001-first': first,
  '0002-two-way': twoWay,
  '0003-proposals': proposals,
  '0004-rules': rules,
  '0005-missed-webhooks': missedWebhooks,
  '0006-mappings': mappings,
  '0007-alerts': alerts,
  '0008-automations': automations,
  '0009-calls': calls,
  '0010-access': access,
};

const SPELLINGS: Readonly<Record<Spelling['engine'], Spelling>> = {
  sqlite: {
    engine: 'sqlite',
    text: 'text',
    integer: 'integer',
    real: 'real',
    sequence: 'integer primary key autoincrement',
    keyed: 'without rowid',
  },
  postgres: {
    engine: 'postgres',
    text: 'text collate "C"',
    integer: 'bigint',
    real: 'double precision',
    sequence: 'bigint generated always as identity primary key',
    keyed: '',
  },
};

/** Brings the tables up to date in one transaction, alone among all processes; `schema` is PostgreSQL's. */
export async function migrate<T>(db: Kysely<T>, engine: Spelling['engine'], schema?: string): Promise<void> {
  const migrations = Object.fromEntries(
    Object.entries(STEPS).map(([name, step]) => [name, toMigration(step(SPELLINGS[engine]))]),
  );
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    ...(schema ? { migrationTableSchema: schema } : {}),
  });
  const error = await failureOf(migrator);
  if (error instanceof Problem) throw error;
  if (!error) return;
  await refuseNewer(db).catch((found) => {
    if (found instanceof Problem) throw found;
  });
  throw new Problem('INTERNAL', 'The database could not be brought up to date with this version', 'never', {
    cause: error,
  });
}

const MOST_LOOKS = 5;
/** PostgreSQL's invalid_schema_name. */
const SCHEMA_GONE = '3F000';

/** Undefined where it went well. Kysely looks at the tables of all schemas: one that somebody drops meanwhile is none of ours, so it looks again. */
async function failureOf(migrator: Migrator): Promise<unknown> {
  for (let looks = 1; ; looks++) {
    const { error } = await migrator.migrateToLatest();
    const isOthers = (error as { code?: string } | undefined)?.code === SCHEMA_GONE;
    if (!isOthers || looks === MOST_LOOKS) return error;
  }
}

/** Resolves where the tables are as this version has them; INVALID where another one changed them, or they are not up to date. */
export async function checkTables<T>(db: Kysely<T>): Promise<void> {
  const done = await refuseNewer(db);
  if (done.length < Object.keys(STEPS).length)
    throw new Problem('INVALID', 'The database is not up to date: start this version of Tributary again');
}

/** The steps that were taken; INVALID where this version does not know them all. */
async function refuseNewer<T>(db: Kysely<T>): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  const unknown = rows.find(({ name }) => !Object.hasOwn(STEPS, name));
  if (!unknown) return rows.map(({ name }) => name);
  const text = `The database was brought up to date by a newer version of Tributary (step ${unknown.name}): start that one`;
  throw new Problem('INVALID', text);
}

function toMigration(statements: readonly string[]): Migration {
  return {
    async up(db) {
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}
