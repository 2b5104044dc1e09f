import { KeyvCacheableMemory } from '@cacheable/memory';
import KeyvRedis from '@keyv/redis';
import { Keyv } from 'keyv';
import type { Logger } from './logger.ts';

/** Shared short-term memory. Losing it costs upstream calls, never data. */
export type Cache = Keyv<number>;

const MOST_ENTRIES = 200_000;

/** In process by default; in Redis where a URL is given, so that several gateways share it. A Redis that is down is a miss. */
export function createCache(redisUrl: string | undefined, log: Logger): Cache {
  const store = redisUrl ? redisStore(redisUrl) : new KeyvCacheableMemory({ lruSize: MOST_ENTRIES });
  const cache = new Keyv<number>({ store, namespace: 'tributary', throwOnErrors: false });
  cache.on('error', (error: Error) =>
    log.warn({ error: error.message }, 'the cache does not answer; reading goes on without it'),
  );
  return cache;
}

/** Default options of the Redis client wait for ever when Redis is down. */
function redisStore(url: string): KeyvRedis<number> {
  const client = { url, disableOfflineQueue: true, socket: { connectTimeout: 1_000 } };
  return new KeyvRedis<number>(client, { throwOnConnectError: false, connectionTimeout: 1_000 });
}
