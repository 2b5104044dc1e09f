import { afterEach, describe, expect, it } from 'vitest';
import { Problem } from '../../src/base/errors.ts';
import type { HttpRequest } from '../../src/base/http.ts';
import { newWork, within } from '../../src/base/work.ts';
import { type Reply, startUpstream, type Upstream } from '../support/upstream.ts';

let upstream: Upstream;
afterEach(() => upstream.close());

async function start(...replies: readonly Reply[]): Promise<Upstream['http']> {
  upstream = await startUpstream(replies);
  return upstream.http;
}

/** Moves the clock over each of these waits as soon as it is begun. */
async function pass(...waits: readonly number[]): Promise<void> {
  for (const ms of waits) {
    await upstream.clock.timer(ms);
    await upstream.clock.advance(ms);
  }
}

const request = (method: HttpRequest['method']): HttpRequest => ({ method, path: '/a' });

describe('a system that is ill', () => {
  it.each([408, 500, 502, 503, 504])('is asked again after a status of %i', async (status) => {
    const http = await start({ status }, { status }, { json: 'well' });

    const asked = http.request(request('GET'));
    await pass(150, 300);

    expect(await asked).toMatchObject({ status: 200, body: 'well' });
  });

  it('is asked three times at most; its last answer counts', async () => {
    const http = await start({ status: 503, json: 1 }, { status: 503, json: 2 }, { status: 502, json: 3 });

    const asked = http.request(request('GET'));
    await pass(150, 300);

    expect(await asked).toMatchObject({ status: 502, body: 3 });
    expect(upstream.received).toHaveLength(3);
  });

  it.each(['PUT', 'DELETE'] as const)('gets a %s again, because it does the same twice', async (method) => {
    const http = await start({ status: 500 }, { json: 1 });

    const asked = http.request(request(method));
    await pass(150);

    expect(await asked).toMatchObject({ status: 200 });
  });

  it.each(['POST', 'PATCH'] as const)('gets a %s once, unless it says that it may be repeated', async (method) => {
    const http = await start({ status: 500 }, { status: 500 }, { json: 1 });

    const once = await http.request(request(method));
    const repeated = http.request({ ...request(method), idempotent: true });
    await pass(150);

    expect(once.status).toBe(500);
    expect(await repeated).toMatchObject({ status: 200 });
  });

  it('says itself how long to wait', async () => {
    const http = await start({ status: 503, headers: { 'retry-after': '1' } }, { json: 1 });

    const asked = http.request(request('GET'));
    await pass(1000);

    expect(await asked).toMatchObject({ status: 200 });
  });
});

describe('a spent budget', () => {
  it('is waited for as long as the system says, by a write as well, because a 429 was never worked on', async () => {
    const http = await start({ status: 429, headers: { 'retry-after': '2' } }, { json: 1 });
    const from = upstream.clock.now();

    const asked = http.request(request('POST'));
    await pass(2000);

    expect(await asked).toMatchObject({ status: 200 });
    expect(upstream.clock.now() - from).toBe(2000);
  });

  it('holds all other calls back as well', async () => {
    const http = await start({ status: 429, headers: { 'retry-after': '2' } }, { json: 1 });

    const first = http.request(request('POST'));
    await upstream.clock.timer(2000);
    const second = http.request({ method: 'GET', path: '/b' });
    await upstream.clock.advance(1999);
    const before = upstream.received.length;
    await upstream.clock.advance(1);
    await Promise.all([first, second]);

    expect([before, upstream.received.length]).toEqual([1, 3]);
  });

  it('that comes back only after long is answered at once, and nothing is sent before', async () => {
    const http = await start({ status: 429, headers: { 'retry-after': '60' } }, { json: 1 });

    const refused = await http.request(request('GET'));
    const next = http.request(request('GET'));
    await upstream.clock.advance(59_999);
    const before = upstream.received.length;
    await upstream.clock.advance(1);

    expect(refused.status).toBe(429);
    expect(await next).toMatchObject({ status: 200 });
    expect(before).toBe(1);
  });
});

describe('a refusal of the pace', () => {
  it.each(['GET', 'POST'] as const)('is final for a %s: nothing was sent, so nothing is in doubt', async (method) => {
    const http = await start({ json: 1 });
    upstream.pace.observe({ dailyLimit: 100, dailyRemaining: 5 });

    const refused = within(newWork('poll', 'c'), () => http.request(request(method)));

    await expect(refused).rejects.toMatchObject({ code: 'RATE_LIMITED', retry: { afterMs: 3_600_000 } });
    expect(upstream.received).toHaveLength(0);
  });
});

describe('no answer', () => {
  it('in time is a TIMEOUT after three attempts of a read', async () => {
    const http = await start('hang');

    const failed = problemOf(http.request({ ...request('GET'), timeoutMs: 5000 }));
    await upstream.arrived(1);
    await pass(5000, 150);
    await upstream.arrived(2);
    await pass(5000, 300);
    await upstream.arrived(3);
    await pass(5000);

    expect(await failed).toMatchObject({
      code: 'TIMEOUT',
      retry: 'later',
      message: 'Acme did not answer within 5 s',
    });
    expect(upstream.clock.pending()).toEqual([]);
  });

  it('in time to a write is AMBIGUOUS, and the write is not repeated', async () => {
    const http = await start('hang');

    const failed = problemOf(http.request({ ...request('POST'), timeoutMs: 5000 }));
    await upstream.arrived(1);
    await pass(5000);

    expect(await failed).toMatchObject({ code: 'AMBIGUOUS', retry: 'later' });
    expect(upstream.received).toHaveLength(1);
  });

  it('within fifteen seconds is none, where the request does not say otherwise', async () => {
    const http = await start('hang');

    const failed = problemOf(http.request(request('POST')));
    await upstream.arrived(1);
    await upstream.clock.advance(14_999);
    const before = upstream.clock.pending();
    await upstream.clock.advance(1);

    expect(before).toEqual([1]);
    expect((await failed).message).toContain('within 15 s');
  });

  it('stops half-way when the time is over as well', async () => {
    const http = await start((response) => response.writeHead(200, { 'content-length': '10' }).write('half'));

    const failed = problemOf(http.request(request('POST')));
    await upstream.arrived(1);
    await pass(15_000);

    expect((await failed).code).toBe('AMBIGUOUS');
  });

  it.each<[HttpRequest['method'], string, number]>([
    ['GET', 'UNAVAILABLE', 3],
    ['PUT', 'UNAVAILABLE', 3],
    ['POST', 'AMBIGUOUS', 1],
    ['PATCH', 'AMBIGUOUS', 1],
  ])('because the connection was cut: %s is %s after %i', async (method, code, times) => {
    const http = await start('cut');

    const failed = problemOf(http.request(request(method)));
    if (times > 1) await pass(150, 300);

    expect(await failed).toMatchObject({ code, retry: 'later' });
    expect(upstream.received).toHaveLength(times);
  });

  it('because nobody listens leaves a write undone for sure', async () => {
    const gone = await startUpstream([{ json: 1 }]);
    await gone.close();
    upstream = await startUpstream([{ json: 1 }], { baseUrl: gone.url });

    const failed = await problemOf(upstream.http.request(request('POST')));

    expect(failed).toMatchObject({ code: 'UNAVAILABLE', retry: 'later', message: 'Acme could not be reached' });
  });

  it('that can be understood leaves a write in doubt', async () => {
    const http = await start({ text: '{', headers: { 'content-type': 'application/json' } });

    expect((await problemOf(http.request(request('POST')))).code).toBe('AMBIGUOUS');
  });

  it('is told without the address and what was sent', async () => {
    const http = await start('cut');
    const sent = { headers: { authorization: 'Bearer s3cret' }, json: { email: 'ann@example.com' } };

    const { message } = await problemOf(http.request({ method: 'POST', path: '/customers/17', ...sent }));

    expect(message).toBe('Acme could not be reached; the write may have been applied');
  });
});

async function problemOf(asked: Promise<unknown>): Promise<Problem> {
  const thrown = await asked.then(
    () => null,
    (error: unknown) => error,
  );
  if (thrown instanceof Problem) return thrown;
  throw new Error('No Problem was thrown', { cause: thrown });
}

describe('a gateway that ends', () => {
  it('breaks off what has no answer: a read is only unavailable, a write may have been applied', async () => {
    const http = await start('hang');
    const read = expect(http.request(request('GET'))).rejects.toMatchObject(pending);
    const write = expect(http.request(request('POST'))).rejects.toMatchObject({ code: 'AMBIGUOUS', retry: 'later' });
    await upstream.arrived(2);

    upstream.pace.end();
    http.breakOff();
    await Promise.all([read, write, pass(150)]);

    expect(upstream.received).toHaveLength(2);
  });

  it('sends nothing more, and says of a write that it was not sent', async () => {
    const http = await start({ json: 1 });

    upstream.pace.end();
    http.breakOff();

    await expect(http.request(request('POST'))).rejects.toMatchObject(pending);
    await expect(http.close()).resolves.toBeUndefined();
    expect(upstream.received).toEqual([]);
  });

  const pending = { code: 'UNAVAILABLE', message: 'The gateway is shutting down', retry: 'later' };
});
