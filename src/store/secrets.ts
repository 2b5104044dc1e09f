import { type Kysely, sql } from 'kysely';
import { isSealed, keyMissing, SEAL, SEAL_AND_KEY_ID, type Vault } from '../base/vault.ts';
import type { Dialect } from './scope.ts';
import { placeOf, SEALED, type SealedColumn } from './sealed.ts';
import type { Secrets } from './store.ts';
import type { Tables } from './tables.ts';

const ROWS_PER_BATCH = 100;

/** What names a row of a table with sealed columns. */
interface RowName {
  readonly workspace: string;
  readonly key: string;
}

interface SealedRow extends RowName {
  readonly text: string;
}

/** Before all rows. */
const START: RowName = { workspace: '', key: '' };

/** Everything that is sealed in a database, of all workspaces. */
export function secretsOf(db: Kysely<Tables>, dialect: Dialect, vault: Vault): Secrets {
  return {
    async sealAnew(told) {
      let sealed = 0;
      const count = (more: number) => {
        sealed += more;
        return told(sealed);
      };
      for (const column of SEALED) await sealColumn(db, vault, column, () => `${SEAL}${vault.keyId()}:`, count);
      if (sealed > 0) await dialect.forget(db, false);
      return sealed;
    },
    inUse: (look) => db.transaction().execute(async (tx) => look(await keysInUse(tx))),
  };
}

/** Seals what an earlier version kept as it was. Rejects with INVALID where something is sealed with a key that is not here. */
export async function sealPlain(db: Kysely<Tables>, dialect: Dialect, vault: Vault): Promise<void> {
  const missing = [...(await keysInUse(db))].find((id) => !vault.has(id));
  if (missing !== undefined) throw keyMissing('Secrets in the database are', missing);
  if (!(await hasPlain(db))) return;
  await db.transaction().execute(async (tx) => {
    for (const column of SEALED) await sealColumn(tx, vault, column, () => SEAL);
  });
  await dialect.forget(db, true);
}

/** The ids of the keys that something is sealed with. */
async function keysInUse(db: Kysely<Tables>): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (const { table, column } of SEALED) {
    const start = sql`substr(${sql.ref(column)}, 1, ${sql.lit(SEAL_AND_KEY_ID)})`;
    const found = await sql<{ start: string }>`select distinct ${start} as start from ${sql.table(table)}
      where ${sql.ref(column)} like ${`${SEAL}%`}`.execute(db);
    for (const row of found.rows) ids.add(row.start.slice(SEAL.length));
  }
  return ids;
}

async function hasPlain(db: Kysely<Tables>): Promise<boolean> {
  for (const column of SEALED) if ((await rowsBehind(db, column, SEAL, START, 1)).length > 0) return true;
  return false;
}

/** Seals anew what does not begin with that, each batch whole or not at all, and tells of each how many texts it changed. */
async function sealColumn(
  db: Kysely<Tables>,
  vault: Vault,
  column: SealedColumn,
  prefix: () => string,
  told: (count: number) => Promise<unknown> = async () => undefined,
): Promise<void> {
  for (let after: RowName | undefined = START; after; ) {
    const behind: RowName = after;
    const { last, count } = await inTransaction(db, async (tx) => {
      const rows = await rowsBehind(tx, column, prefix(), behind, ROWS_PER_BATCH);
      let count = 0;
      for (const row of rows) count += await sealRow(tx, vault, column, row);
      return { last: rows.at(-1), count };
    });
    if (count > 0) await told(count);
    after = last;
  }
}

function inTransaction<T>(db: Kysely<Tables>, work: (tx: Kysely<Tables>) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db) : db.transaction().execute(work);
}

/** The next rows behind that one whose text in the column does not begin with the prefix. */
async function rowsBehind(
  db: Kysely<Tables>,
  { table, key, column }: SealedColumn,
  prefix: string,
  { workspace, key: last }: RowName,
  limit: number,
): Promise<readonly SealedRow[]> {
  const [name, text] = [sql.ref(key), sql.ref(column)];
  const found = await sql<SealedRow>`select workspace, ${name} as key, ${text} as text from ${sql.table(table)}
    where ${text} not like ${`${prefix}%`}
      and (workspace > ${workspace} or (workspace = ${workspace} and ${name} > ${last}))
    order by workspace, ${name} limit ${limit}`.execute(db);
  return found.rows;
}

/** Answers how many texts it changed: none where somebody else wrote it since it was read. */
async function sealRow(
  db: Kysely<Tables>,
  vault: Vault,
  { table, key, column }: SealedColumn,
  row: SealedRow,
): Promise<number> {
  const place = placeOf(row.workspace, table, column, row.key);
  const plain = isSealed(row.text) ? vault.open(row.text, place) : row.text;
  const written = await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${vault.seal(plain, place)}
    where workspace = ${row.workspace} and ${sql.ref(key)} = ${row.key} and ${sql.ref(column)} = ${row.text}`.execute(
    db,
  );
  return Number(written.numAffectedRows);
}
