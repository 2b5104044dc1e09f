import { type Cache, createCache } from '../base/cache.ts';
import type { Clock } from '../base/clock.ts';
import { createEgress, type Egress } from '../base/egress.ts';
import { createIds, type NewId } from '../base/id.ts';
import { openKeyring } from '../base/keyring.ts';
import type { Logger } from '../base/logger.ts';
import { createMailer } from '../base/mail.ts';
import type { Vault } from '../base/vault.ts';
import { createPostWebhook } from '../base/webhook-post.ts';
import type { Config } from '../config.ts';
import type { SourceDefinition } from '../sources/source.ts';
import { openDatabase } from '../store/database.ts';
import { createKeyLookup, type KeyLookup } from '../store/key-lookup.ts';
import type { Database } from '../store/store.ts';
import { type Apps, createApps } from '../sync/apps.ts';
import type { Outward } from '../sync/outward.ts';

/** What the workspaces of one gateway share; nothing of it holds a workspace's data but under that workspace's name. */
export interface Platform {
  readonly config: Config;
  readonly definitions: readonly SourceDefinition[];
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Logger;
  readonly newId: NewId;
  readonly vault: Vault;
  readonly database: Database;
  readonly keys: KeyLookup;
  readonly cache: Cache;
  readonly apps: Apps;
  /** The way out to addresses that people enter. */
  readonly egress: Egress;
  readonly outward: Outward;
  /** Aborted when the gateway shuts down. */
  readonly stopping: AbortSignal;
}

/** What stands in for the world. */
type Surroundings = Pick<Platform, 'config' | 'definitions' | 'clock' | 'random' | 'log' | 'stopping'>;

/** Opens what is shared; nobody is connected to but the database and the cache. `close` ends it. */
export async function openPlatform(
  surroundings: Surroundings,
): Promise<{ platform: Platform; close: () => Promise<void> }> {
  const { config, clock, log } = surroundings;
  const { dataDir, databaseUrl } = config;
  const { vault } = await openKeyring(config.secretKeys, dataDir);
  const database = await openDatabase({ dataDir, clock, vault, ...(databaseUrl && { url: databaseUrl }) });
  const cache = await createCache(config.redisUrl, log);
  const egress = createEgress({ allowed: config.allowPrivateHosts });
  const apps = createApps(config.apps, { clock, random: surroundings.random, log });
  const mailer = config.smtp ? createMailer(config.smtp) : null;
  const outward: Outward = {
    post: createPostWebhook(egress, clock),
    mailer,
    refusal: egress.refusal,
    publicUrl: config.publicUrl ?? null,
  };
  return {
    platform: {
      ...surroundings,
      newId: createIds(() => clock.now()),
      vault,
      database,
      keys: createKeyLookup(database.keys, clock),
      cache,
      apps,
      egress,
      outward,
    },
    async close() {
      mailer?.close();
      await apps.close();
      await egress.close();
      await cache.disconnect();
      await database.close();
    },
  };
}
