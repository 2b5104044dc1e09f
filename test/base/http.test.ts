import { afterEach, describe, expect, it } from 'vitest';
import type { HttpOptions } from '../../src/base/http.ts';
import { newWork, within } from '../../src/base/work.ts';
import { type Reply, startUpstream, type Upstream } from '../support/upstream.ts';

const ONCE = { attempts: 1, baseMs: 1, maxMs: 1 };

let upstream: Upstream;
afterEach(() => upstream.close());

async function start(replies: readonly Reply[], options: Partial<HttpOptions> = {}): Promise<Upstream['http']> {
  upstream = await startUpstream(replies, options);
  return upstream.http;
}

describe('a request', () => {
  it('goes below the base address with its query encoded and its unset parameters left out', async () => {
    const http = await start([{ json: {} }]);

    await http.request({ method: 'GET', path: '/a', query: { q: 'a&b=ü c', limit: 20, cursor: undefined } });
    await http.request({ method: 'GET', path: '/b', query: { cursor: undefined } });

    expect(upstream.received.map(({ url }) => url)).toEqual(['/a?q=a%26b%3D%C3%BC%20c&limit=20', '/b']);
  });

  it('keeps the path of the base address, with or without a slash at its end', async () => {
    upstream = await startUpstream([{ json: {} }]);
    const below = await startUpstream([{ json: {} }], { baseUrl: `${upstream.url}/api/v1/` });

    await below.http.request({ method: 'GET', path: '/a' });
    await below.close();

    expect(upstream.received[0]?.url).toBe('/api/v1/a');
  });

  it('carries JSON or a form with the type that says so, and asks for JSON', async () => {
    const http = await start([{ json: {} }]);

    await http.request({ method: 'POST', path: '/j', json: { a: [1, null] }, headers: { authorization: 'Bearer t' } });
    await http.request({ method: 'PUT', path: '/f', form: new URLSearchParams({ 'a[b]': 'c d' }) });
    await http.request({ method: 'DELETE', path: '/n' });

    expect(upstream.received).toMatchObject([
      {
        body: '{"a":[1,null]}',
        headers: { 'content-type': 'application/json', accept: 'application/json', authorization: 'Bearer t' },
      },
      { body: 'a%5Bb%5D=c+d', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      { body: '' },
    ]);
    expect(upstream.received[2]?.headers).not.toHaveProperty('content-type');
  });

  it('is counted on the work it is part of, every attempt of it', async () => {
    const http = await start([{ status: 503 }, { json: {} }]);
    const work = newWork('read', 'c');

    const asked = within(work, () => http.request({ method: 'GET', path: '/a' }));
    await upstream.clock.timer(150);
    await upstream.clock.advance(150);
    await asked;

    expect(work.calls).toEqual(new Map([['acme', 2]]));
  });

  it("tells the pace what the system's headers say", async () => {
    const readBudget = (headers: Readonly<Record<string, string>>) => ({ remaining: Number(headers['x-left']) });
    const http = await start([{ json: {}, headers: { 'x-left': '7' } }], { readBudget });

    await http.request({ method: 'GET', path: '/a' });

    expect(upstream.pace.budget().remaining).toBe(7);
  });
});

describe('an answer', () => {
  it.each<[string, Reply, unknown]>([
    ['JSON', { json: { a: 1 } }, { a: 1 }],
    ['JSON of a vendor type', { text: '[1]', headers: { 'content-type': 'application/vnd.api+json' } }, [1]],
    ['text', { text: '{"a":1}' }, '{"a":1}'],
    ['nothing', { status: 204 }, null],
    ['no JSON in spite of its type', { text: '', headers: { 'content-type': 'application/json' } }, null],
  ])('is parsed by its type: %s', async (_, reply, body) => {
    const http = await start([reply]);

    expect(await http.request({ method: 'GET', path: '/a' })).toMatchObject({ body });
  });

  it.each([400, 401, 404, 409, 422])('of status %i is an answer, asked for once', async (status) => {
    const http = await start([{ status, json: { message: 'no' } }]);

    expect(await http.request({ method: 'GET', path: '/a' })).toMatchObject({ status, body: { message: 'no' } });
    expect(upstream.received).toHaveLength(1);
  });

  it('brings its headers in small letters, repeated ones joined', async () => {
    const http = await start([(response) => response.writeHead(200, { 'X-A': ['1', '2'] }).end()]);

    expect((await http.request({ method: 'GET', path: '/a' })).headers).toMatchObject({ 'x-a': '1, 2' });
  });

  it('of broken JSON is malformed, and says so without quoting it', async () => {
    const broken = { text: '{"secret": [1,', headers: { 'content-type': 'application/json' } };
    const http = await start([broken], { retry: ONCE });

    const asked = http.request({ method: 'GET', path: '/a' });

    await expect(asked).rejects.toMatchObject({ code: 'MALFORMED', message: 'Acme answered with broken JSON' });
  });

  it('that never ends is cut off at 64 MB', async () => {
    const chunk = Buffer.alloc(1024 * 1024, 'x');
    const http = await start([
      (response) => {
        const more = () => {
          while (!response.destroyed && response.write(chunk));
          if (!response.destroyed) response.once('drain', more);
        };
        more();
      },
    ]);

    const asked = http.request({ method: 'POST', path: '/a', idempotent: false });

    await expect(asked).rejects.toThrow('Acme answered with more than 64 MB');
  });
});

describe('equal reads at one time', () => {
  it('are one call, and the next one asks again', async () => {
    const http = await start([{ json: 1 }, { json: 2 }]);
    const ask = () => http.request({ method: 'GET', path: '/a', query: { q: 'x' } });

    const [first, second] = await Promise.all([ask(), ask()]);
    const third = await ask();

    expect([first.body, second.body, third.body]).toEqual([1, 1, 2]);
    expect(upstream.received).toHaveLength(2);
  });

  it('fail together, and the next one asks again', async () => {
    const http = await start(['cut', { json: 1 }], { retry: ONCE });
    const ask = () => http.request({ method: 'GET', path: '/a' });

    const [first, second] = await Promise.allSettled([ask(), ask()]);

    expect([first.status, second.status]).toEqual(['rejected', 'rejected']);
    expect(await ask()).toMatchObject({ body: 1 });
  });

  it('are not joined where anything differs, or where they write', async () => {
    const http = await start([{ json: 1 }]);

    await Promise.all([
      http.request({ method: 'GET', path: '/a' }),
      http.request({ method: 'GET', path: '/b' }),
      http.request({ method: 'GET', path: '/a', query: { q: 'x' } }),
      http.request({ method: 'GET', path: '/a', headers: { authorization: 'Bearer other' } }),
      http.request({ method: 'POST', path: '/a', json: {} }),
      http.request({ method: 'POST', path: '/a', json: {} }),
      http.request({ method: 'PUT', path: '/a', json: {} }),
      http.request({ method: 'PUT', path: '/a', json: {} }),
    ]);

    expect(upstream.received).toHaveLength(8);
  });

  it('are joined where a POST is a search and says so', async () => {
    const http = await start([{ json: 1 }]);
    const search = (json: unknown) => http.request({ method: 'POST', path: '/search', json, shared: true });

    await Promise.all([search({ q: 'a' }), search({ q: 'a' }), search({ q: 'b' })]);

    expect(upstream.received).toHaveLength(2);
  });
});
