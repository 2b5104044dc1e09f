import { Problem, toProblem } from '../../base/errors.ts';
import type { Service } from '../service.ts';
import type { Ticket, Visit } from '../visit.ts';

/** A look every so often; with the ten seconds for which a key is remembered, whoever must go is gone within half a minute. */
const LOOK_MS = 15_000;

/**
 * Watches the credential of somebody who stays, and says once why it is good no longer: over, revoked, or for a workspace that is gone.
 * Answers what ends the watch. Who showed nothing has nothing to watch; what cannot be found out ends nobody's stay before its time.
 */
export function watchCredential(
  { identify, log }: Pick<Service, 'identify' | 'log'>,
  { caller, gateway }: Visit,
  ticket: Ticket,
  tell: (why: Problem) => void,
): () => void {
  const { clock } = gateway.sync;
  let cancel: () => void = () => undefined;
  let isWatched = caller.id !== null;

  const isOver = () => caller.until !== null && caller.until <= clock.now();
  const arm = () => {
    cancel = clock.after(Math.max(0, Math.min(LOOK_MS, (caller.until ?? Infinity) - clock.now())), look);
  };
  function look(): void {
    void reason().then((why) => {
      if (!isWatched) return;
      if (!why) return arm();
      isWatched = false;
      tell(why);
    });
  }

  async function reason(): Promise<Problem | null> {
    if (isOver()) return new Problem('UNAUTHORIZED', 'The key or token is over: connect again with another');
    const again = await identify(ticket).catch(toProblem);
    if (!(again instanceof Problem)) return null;
    if (again.code === 'UNAUTHORIZED') return again;
    log.warn({ err: again }, 'whether a connection may stay cannot be found out');
    return null;
  }

  if (isWatched) arm();
  return () => {
    isWatched = false;
    cancel();
  };
}
