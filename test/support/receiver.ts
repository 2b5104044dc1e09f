import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A webhook as it arrived. */
export interface Arrived {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A server that webhooks are sent to. */
export interface Receiver {
  readonly url: string;
  readonly arrived: readonly Arrived[];
  /** What is answered from now on; default: 204. 'hang' never answers. */
  answer: number | 'hang';
  /** Resolves with the n-th webhook (from 1) when it has come. */
  nth(number: number): Promise<Arrived>;
  close(): Promise<void>;
}

/** Starts a receiver on a free loopback port. */
export async function startReceiver(): Promise<Receiver> {
  const arrived: Arrived[] = [];
  const waiting = new Map<number, (one: Arrived) => void>();
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => {
      body += part;
    });
    request.on('end', () => {
      const one = { headers: request.headers as Record<string, string>, body };
      arrived.push(one);
      if (receiver.answer !== 'hang') response.writeHead(receiver.answer).end();
      waiting.get(arrived.length)?.(one);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/alerts`,
    arrived,
    answer: 204,
    nth(number) {
      const there = arrived[number - 1];
      return there ? Promise.resolve(there) : new Promise((resolve) => waiting.set(number, resolve));
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return receiver;
}
