import { KeyvCacheableMemory } from '@cacheable/memory';
import { Keyv, type KeyvStoreAdapter } from 'keyv';
import type { Logger } from './logger.ts';

/** Shared short-term memory. Losing it costs upstream calls, never data. */
export type Cache = Keyv<number>;

const MOST_ENTRIES = 200_000;

/** In process by default; in Redis where a URL is given, so that several gateways share it. A Redis that is down is a miss. */
export async function createCache(redisUrl: string | undefined, log: Logger): Promise<Cache> {
  const store = redisUrl ? await redisStore(redisUrl) : new KeyvCacheableMemory({ lruSize: MOST_ENTRIES });
  const cache = new Keyv<number>({ store, namespace: 'tributary', throwOnErrors: false });
  cache.on('error', (error: Error) =>
    log.warn({ error: error.message }, 'the cache does not answer; reading goes on without it'),
  );
  return cache;
}

/** Loaded only where it is used: it is a third of the start-up time. Its default options wait for ever when Redis is down. */
async function redisStore(url: string): Promise<KeyvStoreAdapter> {
  const { default: KeyvRedis } = await import('@keyv/redis');
  const client = { url, disableOfflineQueue: true, socket: { connectTimeout: 1_000 } };
  return new KeyvRedis<number>(client, { throwOnConnectError: false, connectionTimeout: 1_000 });
}
