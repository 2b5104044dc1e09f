import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/base/clock.ts';
import { createEgress, type Egress } from '../../src/base/egress.ts';
import { newWebhookSecret } from '../../src/base/standard-webhook.ts';
import { createPostWebhook } from '../../src/base/webhook-post.ts';
import { createManualClock } from '../support/clock.ts';

const message = { id: 'msg_1', body: '{"type":"test"}' };
const secret = newWebhookSecret();

let server: Server;
let egress: Egress;
let url = '';
let answer: (response: ServerResponse) => void;
const received: { url: string; headers: IncomingHttpHeaders; body: string }[] = [];

beforeEach(async () => {
  answer = (response) => response.writeHead(204).end();
  server = createServer((incoming, response) => {
    let body = '';
    incoming.setEncoding('utf8').on('data', (part: string) => {
      body += part;
    });
    incoming.on('end', () => {
      received.push({ url: incoming.url ?? '', headers: incoming.headers, body });
      answer(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?a=1`;
  egress = createEgress({ allowed: ['127.0.0.1'] });
});
afterEach(async () => {
  received.splice(0);
  server.closeAllConnections();
  await egress.close();
  await new Promise((resolve) => server.close(resolve));
});

const post = (clock = systemClock) => createPostWebhook(egress, clock)({ url, secrets: [secret] }, message);
const answering =
  (status: number, headers: Record<string, string> = {}) =>
  (response: ServerResponse) =>
    response.writeHead(status, headers).end('{"secret":"not for our log"}');

describe('posting a webhook', () => {
  it('brings a body that the receiver can verify', async () => {
    const outcome = await post();

    const [{ headers, body, url: path } = { headers: {}, body: '', url: '' }] = received;
    expect(outcome).toBe('taken');
    expect(path).toBe('/hook?a=1');
    expect(headers['content-type']).toBe('application/json');
    expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toEqual({ type: 'test' });
  });

  it.each([200, 201, 204, 299])('is done where %s is answered', async (status) => {
    answer = (response) => response.writeHead(status).end();

    expect(await post()).toBe('taken');
  });

  it('says that the target is gone where 410 is answered', async () => {
    answer = answering(410);

    expect(await post()).toBe('gone');
  });

  it.each([400, 404, 500, 502, 503])(
    'is to be tried again where %s is answered, and repeats nothing of the answer',
    async (status) => {
      answer = answering(status);

      await expect(post()).rejects.toMatchObject({ message: `It answered ${status}`, retry: 'later' });
    },
  );

  it('waits as long as a Retry-After says', async () => {
    answer = answering(429, { 'retry-after': '120' });

    await expect(post()).rejects.toMatchObject({ retry: { afterMs: 120_000 } });
  });

  it('follows no redirect and says so', async () => {
    answer = answering(307, { location: `${url}&again` });

    await expect(post()).rejects.toMatchObject({ message: expect.stringContaining('redirects are not followed') });
    expect(received).toHaveLength(1);
  });

  it('gives up after 20 seconds without an answer', async () => {
    const clock = createManualClock();
    const arrived = new Promise<void>((resolve) => {
      answer = () => resolve();
    });

    const outcome = post(clock).catch((error) => error);
    await arrived;
    await clock.advance(20_000);

    expect(await outcome).toMatchObject({ code: 'TIMEOUT', message: 'It did not answer within 20 s', retry: 'later' });
  });

  it('is to be tried again where nobody listens', async () => {
    await new Promise((resolve) => server.close(resolve));

    await expect(post()).rejects.toMatchObject({ code: 'UNAVAILABLE', retry: 'later' });
  });

  it('is refused where the address is private and not allowed', async () => {
    const strict = createEgress({ allowed: [] });

    const outcome = createPostWebhook(strict, systemClock)({ url, secrets: [secret] }, message);

    await expect(outcome).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(received).toEqual([]);
    await strict.close();
  });

  it('is refused where the name leads to a private address', async () => {
    const strict = createEgress({
      allowed: [],
      resolve: (_, done) => done(null, [{ address: '127.0.0.1', family: 4 }]),
    });
    const target = { url: 'https://hooks.example.com/', secrets: [secret] };

    await expect(createPostWebhook(strict, systemClock)(target, message)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await strict.close();
  });
});
