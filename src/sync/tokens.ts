import { type Clock, sleep } from '../base/clock.ts';
import { Problem, type ProblemCode, toProblem } from '../base/errors.ts';
import type { Logger } from '../base/logger.ts';
import type { Value } from '../model/kind.ts';
import { sameValue } from '../model/merge.ts';
import type { Tokens } from '../sources/oauth.ts';
import type { ConnectionStore, KeptConnection } from '../store/access-store.ts';

/** What a keeper works with; `oauth` is the system's, bound to the operator's app. */
export interface TokenParts {
  readonly system: { readonly id: string; readonly name: string };
  readonly connections: ConnectionStore;
  readonly oauth: { renew(tokens: Value): Promise<Value>; expiresAt(tokens: Value): number };
  readonly clock: Clock;
  readonly log: Logger;
  /** Ends the waiting for another process. */
  readonly stopping?: AbortSignal;
}

/** Tokens with less left are renewed while they still serve: a system that does not answer then costs nothing. */
const AHEAD_MS = 5 * 60_000;
/** How long a renewal is one process's alone: several times what its one call may take, so that only who died loses it. */
export const TOKEN_LEASE_MS = 60_000;
/** How often who waits for another process looks whether that has come to an end. */
export const LOOK_MS = 250;
/** So soon after a renewal there is no other: it failed, or its tokens are refused for something else than their age. */
const REST_MS = 60_000;
/** The most steps that a renewal may take. */
const MOST_STEPS = 3;

/** Tokens as the store has them. */
interface Held {
  readonly tokens: Value;
  readonly version: number;
}

/**
 * The tokens of a connection for all who use it. Whoever finds them about to end renews them under a lease, one for all
 * processes; callers in this one share it, the other processes wait for what it keeps. New tokens are durable before they are
 * used, because the old ones may be spent. Who dies in the middle is replaced when the lease has run out; if that spent the
 * grant without an answer, the system refuses the next renewal, and a person is told to connect anew.
 */
export function createTokens(parts: TokenParts): Tokens {
  const { system, connections, oauth, clock, log, stopping } = parts;
  const { id, name } = system;
  let known: Held | null = null;
  let refused: Value = null;
  /** What this keeper got last. */
  let made: Value = null;
  /** Got from the system and not taken by the database yet: what that has is spent. */
  let unsaved: Held | null = null;
  let renewedAt = Number.NEGATIVE_INFINITY;
  let underWay: Promise<Value> | null = null;

  const left = ({ tokens }: Held) => oauth.expiresAt(tokens) - clock.now();
  const serves = (held: Held) => left(held) > 0 && !sameValue(held.tokens, refused);
  const isResting = () => clock.now() - renewedAt < REST_MS;
  const isFresh = (held: Held) => serves(held) && (left(held) > AHEAD_MS || isResting());

  async function save(): Promise<void> {
    if (!unsaved) return;
    const { tokens, version } = unsaved;
    const isKept = await connections.renewTokens({ system: id, version, tokens });
    if (!isKept) log.warn({ system: id }, 'renewed tokens came too late: the connection has others by now');
    unsaved = null;
  }

  /** What the store has; rejects where that is of no use. */
  async function look(): Promise<Held> {
    await save();
    known = null;
    known = heldIn(await connections.get(id), name, id);
    return known;
  }

  /** One step under the lease. */
  async function renew(held: Held): Promise<void> {
    try {
      made = await oauth.renew(held.tokens);
    } catch (thrown) {
      return giveUp(held, toProblem(thrown));
    } finally {
      renewedAt = clock.now();
    }
    unsaved = { tokens: made, version: held.version };
    await save();
  }

  async function giveUp({ version }: Held, problem: Problem): Promise<void> {
    log.warn({ system: id, code: problem.code }, 'tokens could not be renewed');
    if (problem.code === 'UNAUTHORIZED' && problem.retry === 'never') {
      // Who was too slow to keep its lease has been overtaken, and is refused for what the other one got.
      if ((await connections.get(id))?.tokensVersion !== version) return;
      await connections.refuse(id, problem.message);
    } else await connections.releaseTokens(id, version);
    throw asFelt(problem, name, id);
  }

  async function settle(): Promise<Value> {
    for (let steps = 0; ; ) {
      const held = await look();
      if (isFresh(held)) return held.tokens;
      if (steps === MOST_STEPS) throw noGoodTokens(name, id);
      if (
        await connections.leaseTokens({ system: id, version: held.version, now: clock.now(), leaseMs: TOKEN_LEASE_MS })
      ) {
        steps += 1;
        await renew(held).catch((error: unknown) => {
          // Renewed ahead of time: the old ones serve on.
          if (!serves(held)) throw error;
        });
      } else if (serves(held)) return held.tokens;
      else await pause();
    }
  }

  async function pause(): Promise<void> {
    await sleep(clock, LOOK_MS, stopping);
    if (stopping?.aborted) throw new Problem('UNAVAILABLE', 'The gateway is stopping', 'later', { system: id });
  }

  function shared(): Promise<Value> {
    underWay ??= settle().finally(() => {
      underWay = null;
    });
    return underWay;
  }

  return {
    current: async () => (known && isFresh(known) ? known.tokens : shared()),
    async renewed(bad) {
      if (made !== null && sameValue(made, bad) && isResting()) throw noGoodTokens(name, id);
      refused = bad;
      return shared();
    },
  };
}

function heldIn(kept: KeptConnection | null, name: string, system: string): Held {
  if (!kept) throw new Problem('NOT_CONNECTED', `${name} is not connected any more`, 'later', { system });
  if (kept.refused !== null) throw new Problem('UNAUTHORIZED', kept.refused, 'later', { system });
  if (kept.tokens === null)
    throw new Problem('UNAUTHORIZED', `${name} has no grant; connect it anew`, 'later', { system });
  return { tokens: kept.tokens, version: kept.tokensVersion };
}

/** What says nothing of a record must not look as if it did, and is no reason to give a write up: it goes on when somebody has connected anew. */
const OF_THE_SYSTEM: readonly ProblemCode[] = [
  'UNAUTHORIZED',
  'FORBIDDEN',
  'RATE_LIMITED',
  'UNAVAILABLE',
  'TIMEOUT',
  'MALFORMED',
];

function asFelt(problem: Problem, name: string, system: string): Problem {
  if (problem.code === 'AMBIGUOUS')
    return new Problem('UNAVAILABLE', `${name} did not answer when it was asked for a new token`, 'later', {
      system,
      cause: problem,
    });
  const code = OF_THE_SYSTEM.includes(problem.code) ? problem.code : 'UNAUTHORIZED';
  const retry = problem.retry === 'never' ? 'later' : problem.retry;
  return new Problem(code, problem.message, retry, { system, cause: problem });
}

function noGoodTokens(name: string, system: string): Problem {
  return new Problem('UNAUTHORIZED', `${name} refuses the token that it has just given`, 'later', { system });
}
