import { join } from 'node:path';
import Database from 'libsql';

/** Everything that the embedded database in that folder keeps for a workspace, table by table. */
export function rowsOf(dataDir: string, workspace: string): ReadonlyMap<string, readonly unknown[]> {
  const database = new Database(join(dataDir, 'tributary.db'), { readonly: true });
  try {
    const tables = database
      .prepare("select name from sqlite_master where type = 'table' and sql like '%workspace%'")
      .all();
    const names = (tables as { name: string }[]).map(({ name }) => name).filter((name) => name !== 'workspaces');
    return new Map(
      names.map((name) => [name, database.prepare(`select * from ${name} where workspace = ?`).all(workspace)]),
    );
  } finally {
    database.close();
  }
}
