import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Env } from '../../src/config.ts';

/** A gateway in a process of its own. */
export interface GatewayChild {
  readonly url: string;
  /** Ends it at once, whatever it is doing; resolves when it is gone. */
  kill(): Promise<void>;
}

const children = new Set<() => Promise<void>>();

/** Starts a gateway with these variables and nothing of ours; resolves when it answers. */
export async function startGatewayChild(env: Env): Promise<GatewayChild> {
  const program = join(import.meta.dirname, '../sync/gateway-process.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', program], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
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
