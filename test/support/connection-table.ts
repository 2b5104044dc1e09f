import { systemClock } from '../../src/base/clock.ts';
import type { ConnectionStore } from '../../src/store/access-store.ts';
import { openDatabase } from '../../src/store/database.ts';
import { testVault } from './vault.ts';

/** The connections of a database, for tests of several processes over one. */
export interface OpenConnections {
  readonly connections: ConnectionStore;
  close(): Promise<void>;
}

/** Opens the database of that folder or address and its connections of a workspace. */
export async function openConnections(dataDir: string, url: string | undefined): Promise<OpenConnections> {
  const database = await openDatabase({ dataDir, clock: systemClock, vault: testVault, ...(url && { url }) });
  return { connections: database.store('w').connections, close: () => database.close() };
}
