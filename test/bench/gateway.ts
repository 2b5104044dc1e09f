import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Env } from '../../src/config.ts';
import type { FromGateway, Receipt, ToGateway } from './gateway-process.ts';

/** A gateway in a process of its own. */
export interface BenchGateway {
  readonly url: string;
  /** The webhooks it received since it was last asked. */
  receipts(): Promise<readonly Receipt[]>;
  close(): Promise<void>;
}

/** How it is started: with or without the vendors' limits, and with a CPU profile left in `profileDir` at its end. */
export interface GatewayOptions {
  readonly env: Env;
  readonly limited: boolean;
  readonly profileDir: string | null;
}

/** Starts one; rejects where it ends before it answers. */
export async function startBenchGateway({ env, limited, profileDir }: GatewayOptions): Promise<BenchGateway> {
  const profile = profileDir === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileDir}`];
  const child = fork(join(import.meta.dirname, 'gateway-process.ts'), limited ? [] : ['lifted'], {
    env: { PATH: process.env.PATH, ...env },
    execArgv: ['--import', 'tsx', ...profile],
  });
  const ended = once(child, 'exit');
  const answer = async (): Promise<FromGateway> => {
    const [message] = await Promise.race([once(child, 'message'), ended.then(() => Promise.reject(ENDED))]);
    return message as FromGateway;
  };
  const ask = (wish: ToGateway) => child.send(wish);
  const started = await answer();
  if (!('url' in started)) throw ENDED;
  return {
    url: started.url,
    async receipts() {
      const answered = answer();
      ask('receipts');
      const told = await answered;
      return 'receipts' in told ? told.receipts : [];
    },
    async close() {
      ask('end');
      await ended;
    },
  };
}

const ENDED = new Error('The gateway under measurement ended too early; what it said stands above');
