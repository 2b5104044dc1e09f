import { systemClock } from '../base/clock.ts';
import { type Keyring, openKeyring } from '../base/keyring.ts';
import { readConfig, WORKSPACE } from '../config.ts';
import { homeOf } from '../sandbox/home.ts';
import { openDatabase } from '../store/database.ts';
import type { Database, Store } from '../store/store.ts';
import { EXIT, type Options, type Outcome, type Tools } from './command.ts';

/** The option of commands that are about one workspace: which, if not the one that the environment describes. */
export const OF_WORKSPACE = { workspace: '<id>' } as const;

/** Runs that over the database of the gateway which this environment describes, whether or not it is running. */
export async function withDatabase(
  { env, definitions }: Tools,
  run: (database: Database, keyring: Keyring) => Promise<Outcome>,
): Promise<Outcome> {
  const result = readConfig(env, definitions);
  if ('errors' in result) return { code: EXIT.failed, lines: result.errors };
  const { databaseUrl, secretKeys } = result.config;
  const dataDir = homeOf(result.config);
  const keyring = await openKeyring(secretKeys, dataDir);
  const database = await openDatabase({
    dataDir,
    clock: systemClock,
    vault: keyring.vault,
    ...(databaseUrl && { url: databaseUrl }),
  });
  try {
    return await run(database, keyring);
  } finally {
    await database.close();
  }
}

/** The same over the store of one workspace; refused where there is none of that id. */
export function withStore(
  tools: Tools,
  { workspace = WORKSPACE }: Options,
  run: (store: Store, database: Database) => Promise<Outcome>,
): Promise<Outcome> {
  return withDatabase(tools, async (database) => {
    const id = String(workspace);
    if (id === WORKSPACE || (await database.workspaces.get(id))) return run(database.store(id), database);
    return { code: EXIT.failed, lines: [`There is no workspace "${id}": "workspace list" shows those there are`] };
  });
}
