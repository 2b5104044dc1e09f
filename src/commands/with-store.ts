import { systemClock } from '../base/clock.ts';
import { readConfig, WORKSPACE } from '../config.ts';
import { homeOf } from '../sandbox/home.ts';
import { openDatabase } from '../store/database.ts';
import type { Store } from '../store/store.ts';
import { EXIT, type Outcome, type Tools } from './command.ts';

/** Runs that over the store of the gateway which this environment describes, whether or not it is running. */
export async function withStore(
  { env, definitions }: Tools,
  run: (store: Store) => Promise<Outcome>,
): Promise<Outcome> {
  const result = readConfig(env, definitions);
  if ('errors' in result) return { code: EXIT.failed, lines: result.errors };
  const { databaseUrl } = result.config;
  const database = await openDatabase({
    dataDir: homeOf(result.config),
    clock: systemClock,
    ...(databaseUrl && { url: databaseUrl }),
  });
  try {
    return await run(database.store(WORKSPACE));
  } finally {
    await database.close();
  }
}
