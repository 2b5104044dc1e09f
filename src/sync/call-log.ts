import type { Clock } from '../base/clock.ts';
import type { ObservedCall, Observer } from '../base/http.ts';
import type { NewId } from '../base/id.ts';
import type { Logger } from '../base/logger.ts';
import { maskCall, maskText } from '../base/mask.ts';
import { currentWork } from '../base/work.ts';
import type { Value } from '../model/kind.ts';
import type { UpstreamCall } from '../store/log-shapes.ts';
import type { Store } from '../store/store.ts';

/** The calls to systems whose connection is verbose: masked at once, and written in batches behind the work they belong to. */
export interface CallLog {
  /** To be asked before each call to that system: who records it, or null where its connection is not verbose. */
  observer(system: string, secrets: readonly string[]): () => Observer | null;
  /** Until when; null where it is not verbose. */
  verboseUntil(system: string): number | null;
  /** Makes a connection verbose until then, also across restarts; a time that has passed ends it. */
  setVerbose(system: string, until: number): Promise<void>;
  /** Goes on where the process before this one was verbose. */
  restore(): Promise<void>;
  /** Resolves when everything recorded so far is kept. */
  flush(): Promise<void>;
}

interface Tools {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Logger;
}

const PREFIX = 'verbose:';
const FLUSH_MS = 500;
const MOST_WAITING = 500;
/** Headers that say how a call went and nothing of anybody. */
const TOLD_HEADER = /^(accept|content-type|version|retry-after|date|x-request-id|(x-)?ratelimit-[a-z-]+)$/;

/** Remembers in the store's settings which connections are verbose. */
export function createCallLog({ store, clock, newId, log }: Tools): CallLog {
  const untils = new Map<string, number>();
  let waiting: UpstreamCall[] = [];
  let dropped = 0;
  let cancelTimer: (() => void) | null = null;
  let writing: Promise<void> = Promise.resolve();

  function verboseUntil(system: string): number | null {
    const until = untils.get(system);
    return until !== undefined && until > clock.now() ? until : null;
  }

  function record(call: UpstreamCall): void {
    if (waiting.length >= MOST_WAITING) {
      dropped += 1;
      return;
    }
    waiting.push(call);
    cancelTimer ??= clock.after(FLUSH_MS, () => void flush());
  }

  async function write(): Promise<void> {
    const [calls, lost] = [waiting, dropped];
    [waiting, dropped] = [[], 0];
    if (lost > 0) log.warn({ lost }, 'upstream calls came faster than they could be kept');
    try {
      await store.calls.add(calls);
    } catch (error) {
      log.error({ err: error, lost: calls.length }, 'upstream calls could not be kept');
    }
  }

  function flush(): Promise<void> {
    cancelTimer?.();
    cancelTimer = null;
    if (waiting.length > 0) writing = writing.then(write);
    return writing;
  }

  return {
    observer(system, secrets) {
      const observe: Observer = (call) =>
        record({ id: newId('cal'), system, correlationId: currentWork().correlationId, ...masked(call, secrets) });
      return () => (verboseUntil(system) === null ? null : observe);
    },
    verboseUntil,
    async setVerbose(system, until) {
      await store.settings.put(PREFIX + system, until);
      untils.set(system, until);
    },
    async restore() {
      for (const [key, until] of await store.settings.list(PREFIX)) untils.set(key.slice(PREFIX.length), Number(until));
    },
    flush,
  };
}

type What = Omit<UpstreamCall, 'id' | 'system' | 'correlationId'>;

function masked({ request, path, at, durationMs, response, problem }: ObservedCall, secrets: readonly string[]): What {
  const body = request.json ?? (request.form ? Object.fromEntries(request.form) : null);
  const shown = maskCall(
    {
      path,
      query: request.query ?? {},
      request: body,
      response: response?.body ?? null,
      error: problem?.message ?? null,
    },
    secrets,
  );
  return {
    at,
    durationMs,
    method: request.method,
    path: shown.path,
    status: response?.status ?? null,
    error: shown.error,
    request: { headers: headersOf(request.headers ?? {}, secrets), body: shown.request },
    response: response && { headers: headersOf(response.headers, secrets), body: shown.response },
  };
}

function headersOf(headers: Readonly<Record<string, string>>, secrets: readonly string[]): Value {
  const told = Object.entries(headers).filter(([name]) => TOLD_HEADER.test(name.toLowerCase()));
  return Object.fromEntries(told.map(([name, value]) => [name.toLowerCase(), maskText(value, secrets)]));
}
