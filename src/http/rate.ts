import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Counts the requests of each caller. */
export interface Rate {
  /** Counts one; answers null, or in how many seconds the caller may ask again. */
  take(caller: string): Promise<number | null>;
}

/** So many requests a minute from each caller; null lets everybody ask as often as they like. */
export function createRate(perMinute: number | null): Rate {
  if (perMinute === null) return { take: async () => null };
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return {
    async take(caller) {
      try {
        await limiter.consume(caller);
        return null;
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
      }
    },
  };
}

/** A refusal for asking too often, as the graph shapes errors. */
export function tooOften(seconds: number) {
  const message = `Too many requests; ask again in ${seconds} s`;
  return { message, extensions: { code: 'RATE_LIMITED', retryable: true, retryAfter: seconds } };
}
