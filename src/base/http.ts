import { type buildConnector, Pool } from 'undici';
import type { BudgetReading } from './budget.ts';
import type { Clock } from './clock.ts';
import { sleep } from './clock.ts';
import { Problem, toProblem } from './errors.ts';
import type { Logger } from './logger.ts';
import type { Pace } from './pace.ts';
import { backoff, CALL_RETRY, type RetryPolicy, retryAfterMs } from './retry.ts';
import { countCall, currentWork } from './work.ts';

/** One upstream call. Build `path` with the `path` template; at most one of `json` and `form` may be given. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  /** Sent as application/x-www-form-urlencoded. */
  readonly form?: URLSearchParams;
  /** May it be repeated without doubling an effect? Default: everything but POST and PATCH. */
  readonly idempotent?: boolean;
  /** A read: an identical one in flight is joined instead of asked twice. Default: GET. */
  readonly shared?: boolean;
  readonly timeoutMs?: number;
}

/** An answer of any status. `body` is parsed where it is JSON, else the text; null where there is none. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** The only way out of a source: paced, counted, timed out, retried and parsed. */
export interface Http {
  /** Resolves with the system's last answer, whatever its status; rejects with a Problem where there was none. */
  request(request: HttpRequest): Promise<HttpResponse>;
  /** Breaks off what is under way: what cannot be repeated rejects as AMBIGUOUS, all else as UNAVAILABLE. To be called when the pace has ended. */
  breakOff(): void;
  close(): Promise<void>;
}

/** What an Http is made of. `readBudget` reads the system's own rate headers. */
export interface HttpOptions {
  /** The id that calls are counted under. */
  readonly system: string;
  /** What errors call the system; default: its id. */
  readonly name?: string;
  readonly baseUrl: string;
  readonly pace: Pace;
  readonly concurrency: number;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Logger;
  readonly readBudget?: (headers: HttpResponse['headers']) => BudgetReading;
  readonly retry?: RetryPolicy;
  /** How its sockets are opened; default: to any address. */
  readonly dial?: buildConnector.connector;
  /** Asked before each try; where it answers a listener, that is told what became of the try. */
  readonly observe?: () => Observer | null;
}

/** One try of one call as it was made, unmasked: its times, and the answer or why there was none. */
export interface ObservedCall {
  readonly request: HttpRequest;
  /** With the path of the base address. */
  readonly path: string;
  readonly at: number;
  readonly durationMs: number;
  readonly response: HttpResponse | null;
  readonly problem: Problem | null;
}

/** Is told of calls; must be quick and must not throw. */
export type Observer = (call: ObservedCall) => void;

const DEFAULT_TIMEOUT_MS = 15_000;
const LARGEST_BODY = 64 * 1024 * 1024;
const ILL = new Set([408, 500, 502, 503, 504]);
const SAFE = new Set(['GET', 'PUT', 'DELETE']);

/** Makes the Http of one connection, with keep-alive sockets of its own. */
export function createHttp(options: HttpOptions): Http {
  const { system, pace, clock, log, random } = options;
  const name = options.name ?? system;
  const base = new URL(options.baseUrl);
  const prefix = base.pathname.replace(/\/$/, '');
  const pool = new Pool(base.origin, {
    connections: options.concurrency,
    keepAliveTimeout: 30_000,
    pipelining: 1,
    ...(options.dial && { connect: options.dial }),
  });
  const policy = options.retry ?? CALL_RETRY;
  const inFlight = new Map<string, Promise<HttpResponse>>();

  async function once(request: HttpRequest): Promise<HttpResponse> {
    const timer = new AbortController();
    const timeout = request.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    const cancel = clock.after(timeout, () => timer.abort());
    const startedAt = clock.now();
    countCall(system);
    try {
      const answer = await pool.request({
        method: request.method,
        path: prefix + request.path + queryString(request.query),
        headers: { accept: 'application/json', ...bodyHeaders(request), ...request.headers },
        body: bodyOf(request),
        signal: timer.signal,
        headersTimeout: 0,
        bodyTimeout: 0,
      });
      const text = await readText(answer.body, name);
      const headers = flatHeaders(answer.headers);
      const response = { status: answer.statusCode, headers, body: parseBody(text, headers, name) };
      if (options.readBudget) pace.observe(options.readBudget(headers));
      log.debug(
        { system, method: request.method, status: response.status, ms: clock.now() - startedAt },
        'upstream call',
      );
      return response;
    } catch (cause) {
      if (cause instanceof Problem) throw cause;
      throw noAnswer(name, timer.signal.aborted, timeout, cause);
    } finally {
      cancel();
    }
  }

  async function observed(request: HttpRequest): Promise<HttpResponse> {
    const tell = options.observe?.() ?? null;
    if (tell === null) return once(request);
    const at = clock.now();
    const call = () => ({ request, path: prefix + request.path, at, durationMs: clock.now() - at });
    try {
      const response = await once(request);
      tell({ ...call(), response, problem: null });
      return response;
    } catch (error) {
      tell({ ...call(), response: null, problem: toProblem(error) });
      throw error;
    }
  }

  async function withRetries(request: HttpRequest): Promise<HttpResponse> {
    const idempotent = request.idempotent ?? SAFE.has(request.method);
    for (let attempt = 1; ; attempt++) {
      const last = attempt >= policy.attempts;
      let isSent = false;
      const send = () => {
        isSent = true;
        return observed(request);
      };
      try {
        const response = await pace.run(currentWork().lane, send);
        const wait = waitBeforeRepeat(response, idempotent, attempt);
        if (response.status === 429 && wait !== null) pace.pause(wait);
        if (wait === null || last || wait > policy.maxMs) return response;
        await sleep(clock, wait);
      } catch (error) {
        // Refused by the pace, as the next attempt would be.
        if (!isSent) throw error;
        if (!idempotent) throw asAmbiguous(error);
        if (last || !(error instanceof Problem) || error.retry === 'never') throw error;
        await sleep(clock, backoff(policy, attempt, random));
      }
    }
  }

  /** Milliseconds until the same request is worth repeating; null where it is not. A 429 was never processed, so any method may. */
  function waitBeforeRepeat(response: HttpResponse, idempotent: boolean, attempt: number): number | null {
    const repeatable = response.status === 429 || (idempotent && ILL.has(response.status));
    if (!repeatable) return null;
    return retryAfterMs(response.headers['retry-after'], clock.now()) ?? backoff(policy, attempt, random);
  }

  return {
    request(request) {
      if (!(request.shared ?? request.method === 'GET')) return withRetries(request);
      const key = JSON.stringify([request.method, request.path, request.query, request.headers, request.json]);
      const same = inFlight.get(key);
      if (same) return same;
      const asked = withRetries(request).finally(() => inFlight.delete(key));
      inFlight.set(key, asked);
      return asked;
    },
    breakOff: () => void pool.destroy(),
    close: async () => (pool.destroyed ? undefined : pool.close()),
  };
}

function queryString(query: HttpRequest['query']): string {
  const pairs = Object.entries(query ?? {}).filter((pair): pair is [string, string | number] => pair[1] !== undefined);
  if (pairs.length === 0) return '';
  return `?${pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&')}`;
}

function bodyHeaders(request: HttpRequest): Record<string, string> {
  if (request.json !== undefined) return { 'content-type': 'application/json' };
  return request.form ? { 'content-type': 'application/x-www-form-urlencoded' } : {};
}

function bodyOf(request: HttpRequest): string | null {
  if (request.json !== undefined) return JSON.stringify(request.json);
  return request.form?.toString() ?? null;
}

function flatHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  );
}

async function readText(body: AsyncIterable<Buffer>, name: string): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > LARGEST_BODY) throw new Problem('MALFORMED', `${name} answered with more than 64 MB`, 'later');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseBody(text: string, headers: Record<string, string>, name: string): unknown {
  if (text === '') return null;
  if (!headers['content-type']?.includes('json')) return text;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Problem('MALFORMED', `${name} answered with broken JSON`, 'later', { cause });
  }
}

function noAnswer(name: string, timedOut: boolean, timeout: number, cause: unknown): Problem {
  if (timedOut) return new Problem('TIMEOUT', `${name} did not answer within ${timeout / 1000} s`, 'later', { cause });
  return new Problem('UNAVAILABLE', `${name} could not be reached`, 'later', { cause });
}

/** The connection was refused: nothing was sent. Anything else may have been applied before the answer got lost. */
function asAmbiguous(error: unknown): unknown {
  if (!(error instanceof Problem)) return error;
  const code = (error.details.cause as { code?: string } | undefined)?.code;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'UND_ERR_CONNECT_TIMEOUT') return error;
  return new Problem('AMBIGUOUS', `${error.message}; the write may have been applied`, 'later', { cause: error });
}
