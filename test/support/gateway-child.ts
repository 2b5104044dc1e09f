import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import type { Env } from '../../src/config.ts';

/** A gateway in a process of its own. */
export interface GatewayChild {
  readonly url: string;
  /** Ends it at once, whatever it is doing; resolves when it is gone. */
  kill(): Promise<void>;
}

const ROOT = join(import.meta.dirname, '../..');
const children = new Set<() => Promise<void>>();
let built: Promise<string> | null = null;

/** The program, bundled once for all children of this process: they start four times as fast. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, 'test/sync/gateway-process.ts')],
    write: false,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    external: ['libsql', 'pg-native'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  return outputFiles[0]?.text ?? '';
}

/** Starts a gateway with these variables and nothing of ours, open to everybody unless they say otherwise; resolves when it answers. */
export async function startGatewayChild(env: Env): Promise<GatewayChild> {
  built ??= bundle();
  const child = spawn(process.execPath, ['--input-type=module', '-'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? '', AUTH: 'off', ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(await built);
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const kill = async () => {
    children.delete(kill);
    child.kill('SIGKILL');
    await ended;
  };
  children.add(kill);
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => resolve(line.replace('listening on ', '')));
    void ended.then(() => reject(new Error('The gateway ended before it answered')));
  });
  return { url, kill };
}

/** Ends all that are still running; for an afterEach. */
export async function killGatewayChildren(): Promise<void> {
  await Promise.all([...children].map((kill) => kill()));
}
