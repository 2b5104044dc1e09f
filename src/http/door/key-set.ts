import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey } from 'jose';
import { request } from 'undici';
import type { Clock } from '../../base/clock.ts';
import type { Egress } from '../../base/egress.ts';
import { Problem } from '../../base/errors.ts';
import type { Logger } from '../../base/logger.ts';

/** The ways out and the time that a key set is fetched with. */
export interface KeySetTools {
  readonly egress: Egress;
  readonly clock: Clock;
  readonly log: Logger;
}

const TIMEOUT_MS = 5_000;
const MOST_BYTES = 262_144;
/** An unknown key is looked for in a new set, but not more often than this: anybody can make tokens up. */
const COOLDOWN_MS = 30_000;
const LONGEST_USE_MS = 600_000;
/** So long nobody is asked again who did not answer. */
const PAUSE_MS = 5_000;

/**
 * The public keys at that address, fetched when they are needed. Answers the key of a token, or rejects with what is wrong with the
 * token; where the keys cannot be had, with a Problem: UNAVAILABLE.
 */
export function createKeySet(
  url: string,
  { egress, clock, log }: KeySetTools,
  timeoutMs = TIMEOUT_MS,
): JWTVerifyGetKey {
  let failed: { readonly problem: Problem; readonly until: number } | null = null;
  const lately = () => (failed && clock.now() < failed.until ? failed.problem : null);

  const find = createRemoteJWKSet(new URL(url), {
    timeoutDuration: timeoutMs,
    cooldownDuration: COOLDOWN_MS,
    cacheMaxAge: LONGEST_USE_MS,
    async [customFetch](address, { headers, signal }) {
      const problem = lately();
      if (problem) throw problem;
      return new Response(await read(egress, address, headers, signal));
    },
  });
  return (header, token) =>
    find(header, token).catch((cause: unknown) => {
      if (isOfToken(cause)) throw cause;
      const known = lately();
      if (known) throw known;
      const problem = unavailable(cause);
      failed = { problem, until: clock.now() + PAUSE_MS };
      log.warn({ reason: reasonOf(cause) }, 'the keys that tokens are checked with cannot be had');
      throw problem;
    });
}

/** What jose says of a token, and not of the set. */
function isOfToken(thrown: unknown): boolean {
  return (
    thrown instanceof errors.JWKSNoMatchingKey ||
    thrown instanceof errors.JWKSMultipleMatchingKeys ||
    thrown instanceof errors.JOSENotSupported
  );
}

/** The text at an address: of a 200 only, so of no redirect, and of so many bytes at most. */
async function read(egress: Egress, address: string, headers: Headers, signal: AbortSignal): Promise<string> {
  const { statusCode, body } = await request(address, {
    dispatcher: egress.dispatcher,
    headers: Object.fromEntries(headers),
    signal,
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  if (statusCode !== 200) {
    await body.dump({ limit: MOST_BYTES });
    throw new Problem('REFUSED', `it answers ${statusCode}`);
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new Problem('MALFORMED', `it answers more than ${MOST_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function unavailable(cause: unknown): Problem {
  const words = 'The keys that tokens are checked with cannot be had just now; try again in some seconds';
  return new Problem('UNAVAILABLE', words, 'later', { cause });
}

/** Why, without an address: a Problem's words, else a code or the name of the error. */
function reasonOf(cause: unknown): string {
  if (cause instanceof Problem) return cause.message;
  const { code, name } = cause as { code?: unknown; name?: unknown };
  return String(code ?? name);
}
