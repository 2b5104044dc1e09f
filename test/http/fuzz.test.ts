import { Agent, type IncomingMessage, request } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Logger } from '../../src/base/logger.ts';
import { createFastClock } from '../support/fast-clock.ts';
import { samplePeople } from '../support/people.ts';
import { closeWorlds, startWorld, type World } from '../support/world.ts';
import { tokenKeys } from './fuzz-access.ts';
import { type FuzzCase, fuzzCases, webhookKeys } from './fuzz-cases.ts';

// 2,000 cases with every run of the tests, all 20,000 by `npm run test:fuzz`.
const COUNT = Number(process.env.FUZZ_CASES ?? 2_000);
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_127);
const LANES = 12;
/** So many findings are enough to begin with. */
const SHOWN = 10;
const MOST_GROWTH = 48 * 1024 * 1024;

/** What only the inside of a program says. */
const INTERNALS =
  /node_modules|\bat (?:async )?[\w.<>]+ \(|\.[jt]s:\d+|file:\/\/|SQLITE|syntax error at or near|ECONN|(?<!Syntax )Error: |is not a function|Cannot read prop|Maximum call stack|Something failed inside|Internal server error/;

let world: World;
const agent = new Agent({ keepAlive: true, maxSockets: LANES });
const alarms: string[] = [];

beforeAll(async () => {
  world = await startWorld({
    clock: createFastClock(32),
    people: () => samplePeople(3),
    env: { SYNC_EVERY: '100h', INTROSPECTION: 'on', ...webhookKeys, ...tokenKeys },
    log: listening(),
  });
});
afterAll(async () => {
  agent.destroy();
  await closeWorlds();
});

it(`${COUNT} requests that nobody meant: no crash, no 5xx, nothing of the inside told, no memory kept`, async () => {
  const cases = fuzzCases(COUNT, SEED);
  const secrets = secretsOf(world);
  const warmUp = Math.floor(COUNT / 2);

  const first = await sendAll(cases.slice(0, warmUp), secrets);
  const before = heap();
  const second = await sendAll(cases.slice(warmUp), secrets);
  const growth = heap() - before;

  expect([...first.findings, ...second.findings].slice(0, SHOWN)).toEqual([]);
  expect(alarms.slice(0, SHOWN)).toEqual([]);
  expect(growth).toBeLessThan(MOST_GROWTH);
  // What is refused at the door alone would find nothing: some must come through.
  expect(first.statuses.get(200) ?? 0).toBeGreaterThan(warmUp / 10);
  expect(first.statuses.get(204) ?? 0).toBeGreaterThan(0);
  expect(await (await fetch(`${world.url}/readyz`)).json()).toMatchObject({ status: 'ready' });
}, 600_000);

async function sendAll(cases: readonly FuzzCase[], secrets: readonly string[]) {
  const findings: string[] = [];
  const statuses = new Map<number, number>();
  const queue = cases.values();
  const lane = async () => {
    for (const one of queue) {
      const { status, text } = await send(one);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      const told = INTERNALS.exec(text)?.[0] ?? secrets.find((secret) => text.includes(secret));
      if (status >= 500 || status < 200 || told !== undefined)
        findings.push(`${status} ${told ?? ''}: ${text.slice(0, 300)} ← ${JSON.stringify(one)}`.slice(0, 600));
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return { findings, statuses };
}

/** Reads what a stream says at first, and no more: a subscription has no end. */
async function send({ method, path, headers, body }: FuzzCase): Promise<{ status: number; text: string }> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    request(world.url + path, { method, headers, agent }, resolve)
      .on('error', reject)
      .end(body);
  });
  const isStream = answer.headers['content-type']?.startsWith('text/event-stream');
  let text = '';
  for await (const chunk of answer) {
    text += chunk;
    if (isStream && text.length > 3) break;
  }
  return { status: answer.statusCode ?? 0, text };
}

function secretsOf({ config }: World): string[] {
  const texts = [...config.systems.values()].flatMap((settings) => Object.entries(settings as Record<string, unknown>));
  return texts.flatMap(([name, value]) =>
    /TOKEN|PASSWORD|SECRET/.test(name) && typeof value === 'string' ? [value] : [],
  );
}

/** Hears what is logged as an error: it is one of ours even where the caller was answered well. */
function listening(): Logger {
  const quiet = () => undefined;
  const log: Logger = {
    debug: quiet,
    info: quiet,
    warn: quiet,
    error: (...said: unknown[]) => {
      const { err } = (said[0] ?? {}) as { err?: Error };
      alarms.push(`${said[1] ?? said[0]}: ${err?.stack ?? ''}`.slice(0, 1000));
    },
    child: () => log as never,
  };
  return log;
}

function heap(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}
