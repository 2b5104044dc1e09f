import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHttp, type Http, type HttpOptions } from '../../src/base/http.ts';
import { createLogger } from '../../src/base/logger.ts';
import { createPace, type Pace } from '../../src/base/pace.ts';
import { createManualClock, type ManualClock } from './clock.ts';

/** A request as it arrived, its body as text. */
export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** What is answered: a status with JSON, text or headers, or a way not to answer. */
export type Reply =
  | {
      readonly status?: number;
      readonly json?: unknown;
      readonly text?: string;
      readonly headers?: Record<string, string>;
    }
  | 'cut'
  | 'hang'
  | ((response: ServerResponse) => void);

/** An Http over a real server that gives the replies in their order, the last one for ever. */
export interface Upstream {
  readonly http: Http;
  readonly clock: ManualClock;
  readonly pace: Pace;
  readonly received: readonly Received[];
  readonly url: string;
  /** Resolves when the n-th request (from 1) has arrived. */
  arrived(nth: number): Promise<void>;
  close(): Promise<void>;
}

/** Starts the server and an Http of it whose chance is always the highest. */
export async function startUpstream(replies: readonly Reply[], options: Partial<HttpOptions> = {}): Promise<Upstream> {
  const received: Received[] = [];
  const waiting = new Map<number, () => void>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const reply = replies[Math.min(received.length, replies.length - 1)] ?? {};
      received.push({ method, url, headers, body: Buffer.concat(chunks).toString('utf8') });
      give(reply, response);
      waiting.get(received.length)?.();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clock = createManualClock();
  const pace = createPace({ calls: 1000, perMs: 1000, concurrency: 10 }, clock);
  const tools = { clock, pace, random: () => 1, log: createLogger('silent') };
  const http = createHttp({ system: 'acme', name: 'Acme', baseUrl: url, concurrency: 10, ...tools, ...options });
  return {
    http,
    clock,
    pace,
    received,
    url,
    arrived(nth) {
      if (received.length >= nth) return Promise.resolve();
      return new Promise((resolve) => waiting.set(nth, resolve));
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await http.close();
    },
  };
}

function give(reply: Reply, response: ServerResponse): void {
  if (reply === 'hang') return;
  if (reply === 'cut') response.destroy();
  else if (typeof reply === 'function') reply(response);
  else {
    const type = reply.json === undefined ? 'text/plain' : 'application/json; charset=utf-8';
    response.writeHead(reply.status ?? 200, { 'content-type': type, ...reply.headers });
    response.end(reply.json === undefined ? reply.text : JSON.stringify(reply.json));
  }
}
