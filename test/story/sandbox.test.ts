import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(ROOT, '.build-test-'));
const program = join(folder, 'main.js');
const running: ChildProcessWithoutNullStreams[] = [];

/** The gateway as a process of its own, in an empty environment but for what a test sets. */
function launch(env: Record<string, string>) {
  const child = spawn(process.execPath, [program], { cwd: folder, env: { PATH: process.env.PATH ?? '', ...env } });
  running.push(child);
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk;
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
  const says = (words: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const found = words.exec(output);
        if (found) resolve(found);
      };
      listeners.add(look);
      look();
      void ended.then((code) => reject(new Error(`ended with ${code} before it said ${words}: ${output}`)));
    });
  return { child, ended, says, output: () => output };
}

beforeAll(async () => {
  await build({
    entryPoints: [join(ROOT, 'src/main.ts')],
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    outdir: folder,
  });
});

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('npm start', () => {
  it('starts the sandbox where no system is configured, says so in ten lines and answers', async () => {
    const gateway = launch({ PORT: '0', DATA_DIR: join(folder, 'sandbox') });

    const [, url] = await gateway.says(/Tributary {2}(http:\S+)/);
    await gateway.says(/Rossum {5,}http/);
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ systems { id health { state } } }' }),
    });
    const page = await (await fetch(`${url}/`)).text();
    const health = await Promise.all(['healthz', 'readyz'].map(async (path) => (await fetch(`${url}/${path}`)).status));

    expect(gateway.output().trim().split('\n').length).toBeLessThanOrEqual(10);
    expect(gateway.output()).toMatch(/open {7}to everybody on this machine/);
    expect(await answer.json()).toMatchObject({
      data: { systems: [{ id: 'commusoft' }, { id: 'ghl' }, { id: 'rossum' }] },
    });
    expect(page).toContain('/graphql');
    expect(page).toContain('Commusoft, simulated');
    expect(health).toEqual([200, 200]);
  });

  it('ends within ten seconds on SIGTERM, in the middle of its first sync', async () => {
    const gateway = launch({ PORT: '0', DATA_DIR: join(folder, 'sigterm') });
    await gateway.says(/Rossum {5,}http/);

    gateway.child.kill('SIGTERM');

    expect(await gateway.ended).toBe(0);
  });

  it('says in one line that the port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };

    const gateway = launch({ PORT: String(port), DATA_DIR: join(folder, 'port'), SANDBOX: 'off', AUTH: 'off' });

    expect(await gateway.ended).toBe(1);
    expect(gateway.output().trim()).toBe(`127.0.0.1:${port} is in use by another program; set PORT to a free one`);
    other.close();
  });

  it.each([{ SANDBOX: 'off' }, { HOST: '0.0.0.0' }])('says in one line how to let callers in, with %j', async (env) => {
    const gateway = launch({ PORT: '0', DATA_DIR: join(folder, 'closed'), ...env });

    expect(await gateway.ended).toBe(1);
    expect(gateway.output().trim().split('\n')).toHaveLength(1);
    expect(gateway.output()).toMatch(/^Nobody could call this gateway: .*keys add.*AUTH_JWKS_URL.*AUTH=off/);
  });

  it('says in one line that the data folder cannot be written', async () => {
    const gateway = launch({ PORT: '0', DATA_DIR: '/proc/nowhere', SANDBOX: 'off' });

    expect(await gateway.ended).toBe(1);
    expect(gateway.output().trim().split('\n')).toHaveLength(1);
    expect(gateway.output()).toContain('DATA_DIR');
  });

  it('says in one line which variable is wrong, why, and what would be right', async () => {
    const gateway = launch({ GHL_BASE_URL: 'not a url', GHL_LOCATION_ID: 'x', GHL_TOKEN: 'secret-token' });

    expect(await gateway.ended).toBe(1);
    expect(gateway.output().trim().split('\n')).toHaveLength(1);
    expect(gateway.output()).toMatch(/GHL_BASE_URL .*example: GHL_BASE_URL=https:/);
    expect(gateway.output()).not.toContain('secret-token');
  });
});
