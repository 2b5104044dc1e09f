import { Problem } from '../base/errors.ts';
import type { Reception } from './service.ts';
import { countedAs, type Ticket, type Visit } from './visit.ts';

/** Somebody who is not let in, or not yet: the HTTP status that says so, why, and in how many seconds they may ask again. */
export interface TurnedAway {
  readonly status: 401 | 429 | 503;
  readonly refusal: Problem;
  readonly retryAfter?: number;
}

/** Lets somebody in who may come and has not come too often; failed attempts count against their address. */
export async function enter({ identify, rate }: Reception, ticket: Ticket): Promise<Visit | TurnedAway> {
  const visit = await identify(ticket);
  const isKnown = !(visit instanceof Problem);
  const wait = await rate.take(isKnown ? countedAs(visit, ticket) : ticket.from);
  if (wait !== null) {
    const refusal = new Problem('RATE_LIMITED', `Too many requests; ask again in ${wait} s`, { afterMs: wait * 1000 });
    return { status: 429, refusal, retryAfter: wait };
  }
  if (isKnown) return visit;
  return { status: visit.code === 'UNAUTHORIZED' ? 401 : 503, refusal: visit };
}

/** True for who was not let in. */
export function isTurnedAway(entered: Visit | TurnedAway): entered is TurnedAway {
  return 'refusal' in entered;
}
