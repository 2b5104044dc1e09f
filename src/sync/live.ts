import { Problem } from '../base/errors.ts';
import type { Logger } from '../base/logger.ts';
import type { EventFilter, LoggedEvent } from '../store/shapes.ts';
import type { Store } from '../store/store.ts';

/** The event log as a stream. One reader follows the log for all subscribers; whoever falls behind reads the log itself. */
export interface Live {
  /** Looks for new events; called after every commit that may have appended some. */
  wake(): void;
  /**
   * Events behind `after` (null: from now on), then the live ones: none is lost, none comes twice. `return()` ends it. Rejects
   * with EXPIRED where some of them were forgotten.
   */
  events(after: number | null, filter: EventFilter): Promise<AsyncIterableIterator<LoggedEvent>>;
  close(): void;
}

const PAGE = 500;
const RECENT = 2_000;

/** Follows the log of one store. */
export function createLive(store: Store, log: Pick<Logger, 'error'>): Live {
  /** Every event behind `recentFrom`, in order. */
  let recent: LoggedEvent[] = [];
  let recentFrom: number | null = null;
  let subscribers = 0;
  let closed = false;
  let following: Promise<void> | null = null;
  let again = false;
  const waiting = new Set<() => void>();

  function pulse(): void {
    for (const wakeUp of waiting) wakeUp();
    waiting.clear();
  }

  async function follow(): Promise<void> {
    if (recentFrom === null) {
      recentFrom = await store.events.lastSeq();
      // Whoever found nothing in the log before this may have missed what came in between.
      pulse();
    }
    do {
      again = false;
      const page = await store.events.after(recent.at(-1)?.seq ?? recentFrom, {}, PAGE);
      recent.push(...page);
      const dropped = recent.splice(0, Math.max(0, recent.length - RECENT));
      recentFrom = dropped.at(-1)?.seq ?? recentFrom;
      if (page.length > 0) pulse();
      again ||= page.length === PAGE;
    } while (again && !closed);
  }

  function wake(): void {
    again = true;
    if (subscribers === 0 || closed) return;
    following ??= follow()
      .catch((error) => {
        again = false;
        log.error({ err: error }, 'following the event log failed; the next event tries again');
      })
      .finally(() => {
        following = null;
        if (again) wake();
      });
  }

  /** What lies behind `last`, and how far it is now known that nothing else does. */
  async function behind(last: number, filter: EventFilter): Promise<{ events: readonly LoggedEvent[]; upTo: number }> {
    // Names and texts are looked up where they are kept, so that the rule is the store's own.
    if (filter.search === undefined && recentFrom !== null && last >= recentFrom) {
      const later = recent.filter((event) => event.seq > last);
      return { events: later.filter((event) => matches(filter, event)), upTo: later.at(-1)?.seq ?? last };
    }
    // Taken before the log is read: what comes meanwhile may be forgotten again before it is told.
    const followed = (filter.search === undefined ? null : recent.at(-1)?.seq) ?? recentFrom ?? last;
    const events = await store.events.after(last, filter, PAGE);
    await refuseForgotten(last);
    const upTo = events.at(-1)?.seq ?? last;
    return { events, upTo: events.length < PAGE ? Math.max(upTo, followed) : upTo };
  }

  /** Asked after the log was read: what was there then was not forgotten before. */
  async function refuseForgotten(after: number): Promise<void> {
    if (after >= (await store.retention.forgottenUpTo())) return;
    const text =
      'Events behind this one have been forgotten (see retention): read what you need anew and subscribe without after';
    throw new Problem('EXPIRED', text);
  }

  async function* stream(from: number, filter: EventFilter, ended: () => boolean): AsyncGenerator<LoggedEvent, void> {
    let last = from;
    while (!closed && !ended()) {
      const news = new Promise<void>((resolve) => waiting.add(resolve));
      const { events, upTo } = await behind(last, filter);
      yield* events;
      if (upTo === last && !ended()) await news;
      last = upTo;
    }
  }

  return {
    wake,
    async events(after, filter) {
      if (after !== null) await refuseForgotten(after);
      if (subscribers === 0 && following === null) [recent, recentFrom] = [[], null];
      subscribers += 1;
      let over = false;
      const start = after ?? (await store.events.lastSeq());
      const generator = stream(start, filter, () => over);
      wake();
      const iterator: AsyncIterableIterator<LoggedEvent> = {
        next: () => generator.next(),
        async return() {
          if (!over) subscribers -= 1;
          over = true;
          pulse();
          await generator.return();
          return { done: true, value: undefined };
        },
        [Symbol.asyncIterator]: () => iterator,
      };
      return iterator;
    },
    close() {
      closed = true;
      pulse();
    },
  };
}

/** True if the filter lets the event through, but for its search; the same rule as the store's. */
function matches(filter: EventFilter, event: LoggedEvent): boolean {
  const { systems, types, kinds, contactId, from, to } = filter;
  if (systems && !systems.some((id) => id === event.system || id === event.origin)) return false;
  if (types && !(event.type && types.includes(event.type))) return false;
  if (kinds && !kinds.includes(event.kind)) return false;
  if (event.at < (from ?? event.at) || event.at >= (to ?? Number.POSITIVE_INFINITY)) return false;
  return contactId === undefined || contactId === event.contactId;
}
