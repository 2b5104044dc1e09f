import { type ChildProcess, fork, spawn } from 'node:child_process';
import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Pool } from 'undici';
import { systemClock } from '../../src/base/clock.ts';
import { loadSimulators } from '../../src/sources/generated/registry.ts';
import type { Row } from '../../src/sources/simulator.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { samplePeople } from '../support/people.ts';

// How fast a gateway answers webhooks while its first pass reads three systems; in the end it is killed and what it
// acknowledged is counted. Usage: npm run bench:webhooks [-- webhooks-a-second,... [seconds]]
const [rates = '50,200,500', seconds = '10'] = process.argv.slice(2);
const PEOPLE = 2_000;
const MOST_UNANSWERED = 256;
const PERCENTILES = [50, 95, 99, 100];

const keys = generateKeyPairSync('ed25519');

/** What became of the webhooks of one rate; times in milliseconds from sending, or from when it was due if answers lacked. */
interface Outcome {
  readonly times: number[];
  /** How late each was sent because this process had no time: what it measures is no better than that. */
  readonly lags: number[];
  readonly statuses: Map<number | string, number>;
  held: number;
}

/** What the gateway and the load need to know of the simulators. */
interface Simulated {
  readonly settings: Readonly<Record<string, string>>;
  readonly locationId: string;
  readonly contacts: readonly Row[];
}

async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tributary-bench-'));
  const simulators = await startSimulators();
  const gateway = await startGateway(simulators.world.settings, dataDir);
  const webhook = webhooksOf(simulators.world);
  const pool = new Pool(gateway.url, { connections: MOST_UNANSWERED });
  // A program that has just started is slow for reasons of its own.
  const warmUp = await load(pool, webhook, 20, 3);
  let accepted = warmUp.statuses.get(204) ?? 0;
  print(`${PEOPLE} people in each of three systems; ${seconds} s at each rate while the first pass reads them`);
  print('a second     sent   p50 ms   p95 ms   p99 ms   max ms  not 204   held  lag p99 ms');
  for (const rate of rates.split(',').map(Number)) {
    const outcome = await load(pool, webhook, rate, Number(seconds));
    accepted += outcome.statuses.get(204) ?? 0;
    report(rate, outcome);
  }
  await end(gateway.child);
  await end(simulators.child);
  await pool.destroy();
  await account(dataDir, accepted);
  rmSync(dataDir, { recursive: true, force: true });
}

/** The simulators in a process of their own: three vendors are three other machines. */
async function startSimulators(): Promise<{ world: Simulated; child: ChildProcess }> {
  const child = fork(import.meta.filename, ['simulate'], { execArgv: ['--import', 'tsx'] });
  const world = await new Promise<Simulated>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Simulated));
    child.once('exit', () => reject(new Error('The simulators ended before they answered')));
  });
  return { world, child };
}

async function simulate(): Promise<void> {
  const people = samplePeople(PEOPLE);
  const options = { port: 0, people, clock: systemClock };
  const all = await Promise.all((await loadSimulators()).map((definition) => definition.start(options)));
  const settings: Record<string, string> = Object.assign({}, ...all.map((simulator) => simulator.settings));
  const told = all.find((simulator) => simulator.settings.GHL_LOCATION_ID);
  process.send?.({
    settings,
    locationId: settings.GHL_LOCATION_ID ?? '',
    contacts: told?.tables.contacts?.list() ?? [],
  } satisfies Simulated);
}

async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

/** A gateway in a process of its own, so that making the load does not slow it. */
async function startGateway(
  settings: Simulated['settings'],
  dataDir: string,
): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, '../sync/gateway-process.ts')], {
    env: {
      ...process.env,
      ...settings,
      GHL_WEBHOOK_PUBLIC_KEY: keys.publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
      PORT: '0',
      DATA_DIR: dataDir,
      SYNC_EVERY: '1h',
      AUTH: 'off',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => resolve(line.replace('listening on ', '')));
    child.once('exit', () => reject(new Error('The gateway ended before it answered')));
  });
  return { url, child };
}

/** Makes signed webhooks about the contacts that are there, one after another. */
function webhooksOf({ contacts, locationId }: Simulated): () => { body: string; headers: Record<string, string> } {
  let next = 0;
  return () => {
    const contact = contacts[next++ % contacts.length];
    const body = JSON.stringify({ ...contact, type: 'ContactUpdate', locationId, webhookId: randomUUID() });
    const signature = sign(null, Buffer.from(body), keys.privateKey).toString('base64');
    return { body, headers: { 'content-type': 'application/json', 'x-ghl-signature': signature } };
  };
}

/** Sends at that rate whether answers come or not, up to a number of unanswered ones. */
async function load(pool: Pool, webhook: ReturnType<typeof webhooksOf>, rate: number, forSeconds: number) {
  const outcome: Outcome = { times: [], lags: [], statuses: new Map(), held: 0 };
  const unanswered = new Set<Promise<void>>();
  const total = rate * forSeconds;
  const start = performance.now();
  for (let sent = 0; sent < total; sent++) {
    const due = start + (sent * 1000) / rate;
    const early = due - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    outcome.lags.push(performance.now() - due);
    const mustWait = unanswered.size >= MOST_UNANSWERED;
    if (mustWait) await Promise.race(unanswered);
    if (mustWait) outcome.held += 1;
    const one = send(pool, webhook(), mustWait ? due : performance.now(), outcome);
    unanswered.add(one);
    void one.finally(() => unanswered.delete(one));
  }
  await Promise.all(unanswered);
  return outcome;
}

async function send(
  pool: Pool,
  { body, headers }: { body: string; headers: Record<string, string> },
  from: number,
  { times, statuses }: Outcome,
): Promise<void> {
  let status: number | string;
  try {
    const answer = await pool.request({ method: 'POST', path: '/webhooks/ghl', body, headers });
    await answer.body.dump();
    status = answer.statusCode;
  } catch (error) {
    status = (error as { code?: string }).code ?? 'failed';
  }
  times.push(performance.now() - from);
  statuses.set(status, (statuses.get(status) ?? 0) + 1);
}

function report(rate: number, { times, lags, statuses, held }: Outcome): void {
  const others = [...statuses].filter(([status]) => status !== 204).map(([status, count]) => `${status}: ${count}`);
  print(
    [
      String(rate).padStart(8),
      String(times.length).padStart(9),
      ...PERCENTILES.map((percent) => at(times, percent).toFixed(1).padStart(9)),
      (others.join(', ') || '0').padStart(9),
      String(held).padStart(7),
      at(lags, 99).toFixed(1).padStart(11),
    ].join(''),
  );
}

function at(times: readonly number[], percent: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.ceil((percent / 100) * sorted.length) - 1] ?? 0;
}

/** What the killed gateway left behind. */
async function account(dataDir: string, accepted: number): Promise<void> {
  const db = await openSqlite(dataDir);
  const count = (table: 'inbox' | 'snapshots') =>
    db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow();
  const [kept, read] = [await count('inbox'), await count('snapshots')];
  const done = await db
    .selectFrom('inbox')
    .select((eb) => eb.fn.countAll<number>().as('rows'))
    .where('done_at', 'is not', null)
    .executeTakeFirstOrThrow();
  await db.destroy();
  print(`killed: of ${accepted} acknowledged ${kept.rows} are kept, ${done.rows} of them were worked already`);
  print(`meanwhile the first pass read ${read.rows} records`);
  if (kept.rows !== accepted) process.exitCode = 1;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

await (rates === 'simulate' ? simulate() : main());
