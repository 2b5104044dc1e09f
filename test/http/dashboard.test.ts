import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeWorlds, startWorld, type World } from '../support/world.ts';

const SCRIPT = 'export const words = "of the dashboard";';
const places = [{ name: 'Alpha, simulated', url: 'http://127.0.0.1:1', what: 'change a record there' }];

const folder = mkdtempSync(join(tmpdir(), 'tributary-built-'));
let world: World;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Built</title>');
  writeFileSync(join(folder, 'secret.txt'), 'listed nowhere');
  writeFileSync(join(folder, 'assets/index-abc.js'), SCRIPT);
  writeFileSync(join(folder, 'assets/index-abc.js.br'), brotliCompressSync(SCRIPT));
  const files = [
    { path: 'index.html', encodings: [] },
    { path: 'assets/index-abc.js', encodings: ['br'] },
  ];
  writeFileSync(join(folder, 'files.json'), JSON.stringify({ pages: ['/', '/contacts/:id'], files }));
  world = await startWorld({ systems: [], places, dashboard: pathToFileURL(`${folder}/`) });
});
afterAll(async () => {
  await closeWorlds();
  rmSync(folder, { recursive: true });
});

/** As a browser asks; `fetch` would unpack the answer and clean up the path. */
const ask = (path: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    const { hostname, port } = new URL(world.url);
    request({ hostname, port, path, headers }, async (answer) => {
      const chunks: Buffer[] = [];
      for await (const chunk of answer) chunks.push(chunk as Buffer);
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) });
    })
      .on('error', reject)
      .end();
  });

it.each(['/', '/contacts/con_1'])(
  'shows its page at %s, under a policy of its own, never from memory',
  async (path) => {
    const { status, headers, body } = await ask(path);

    expect(status).toBe(200);
    expect(body.toString()).toContain('<title>Built</title>');
    expect(headers['cache-control']).toBe('no-cache');
    expect(headers['content-security-policy']).toMatch(/default-src 'none'; script-src 'self'; style-src 'self'/);
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['x-frame-options']).toBe('DENY');
  },
);

it('answers its files for ever, compressed for who takes that', async () => {
  const [packed, plain] = [
    await ask('/assets/index-abc.js', { 'accept-encoding': 'gzip, br' }),
    await ask('/assets/index-abc.js'),
  ];

  expect(brotliDecompressSync(packed.body).toString()).toBe(SCRIPT);
  expect(packed.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' });
  expect(plain.body.toString()).toBe(SCRIPT);
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(plain.headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
  });
});

it.each([
  '/secret.txt',
  '/files.json',
  '/assets/',
  '/assets/index-old.js',
  '/assets/../secret.txt',
  '/assets/%2e%2e/secret.txt',
  '/contacts/con_1/more',
])('has nothing at %s', async (path) => {
  const { status, body } = await ask(path);

  expect(status).toBe(404);
  expect(body.toString()).toContain('There is nothing here');
});

it('says which places there are besides', async () => {
  expect(JSON.parse((await ask('/places')).body.toString())).toEqual(places);
});

it('is stood in for where it is not built, by a page that says so', async () => {
  const plain = await startWorld({ systems: [], dashboard: pathToFileURL(`${folder}/assets/`) });

  const page = await (await fetch(plain.url)).text();

  expect(page).toContain('npm run build');
  expect(page).toContain('/graphql');
});
