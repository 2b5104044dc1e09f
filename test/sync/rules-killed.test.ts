import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { print } from 'graphql';
import { createClient } from 'graphql-ws';
import { afterEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { systemClock } from '../../src/base/clock.ts';
import { loadSimulators } from '../../src/sources/generated/registry.ts';
import type { Simulator } from '../../src/sources/simulator.ts';
import { samplePeople } from '../support/people.ts';
import { EVENTS, SYNC_NOW } from './documents.ts';
import { CREATE_RULE, FIRINGS } from './rule-documents.ts';

const children: ChildProcess[] = [];
const closers: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const close of closers.splice(0)) await close();
});

async function simulate(id: string): Promise<Simulator> {
  const definition = (await loadSimulators()).find((one) => one.id === id);
  if (!definition) throw new Error('There is no such simulator');
  const simulator = await definition.start({ port: 0, people: samplePeople(1), clock: systemClock });
  closers.push(() => simulator.close());
  return simulator;
}

/** A gateway in a process of its own; the simulator's notices go to it. */
async function gateway(simulators: readonly Simulator[], folder: string, more: Record<string, string> = {}) {
  const settings = Object.assign({}, ...simulators.map((one) => one.settings)) as Record<string, string>;
  const env = { ...settings, PORT: '0', DATA_DIR: folder, SYNC_EVERY: '1h', SANDBOX: 'on', ...more };
  const program = join(import.meta.dirname, 'gateway-process.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', program], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => resolve(line.replace('listening on ', '')));
    void ended.then(() => reject(new Error('The gateway ended before it answered')));
  });
  return {
    url,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

interface Told {
  readonly kind: string;
  readonly type: string | null;
  readonly message: string | null;
  readonly system: { readonly id: string } | null;
}

/** Waits for an event that has been or will be. */
async function event(url: string, fits: (event: Told) => boolean): Promise<void> {
  const client = createClient({ url: `${url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket });
  closers.push(() => client.dispose());
  const variables = { after: 'evt_000000000000' };
  for await (const { data, errors } of client.iterate<{ syncEvents: Told }>({ query: print(EVENTS), variables })) {
    if (errors) throw errors[0];
    if (data && fits(data.syncEvents)) return;
  }
}

describe('a gateway that is killed', () => {
  it('right after a rule fired has its task in the system once, and no second one', async () => {
    const [simulator, folder] = [await simulate('ghl'), mkdtempSync(join(tmpdir(), 'tributary-'))];
    closers.push(() => rmSync(folder, { recursive: true, force: true }));
    const first = await gateway([simulator], folder);
    await event(first.url, ({ kind }) => kind === 'RUN_FINISHED');
    simulator.faults.push({ match: '^POST /contacts/[^/]+/tasks$', kind: 'hang' });
    simulator.webhooks.url = `${first.url}/webhooks/ghl`;
    const { contacts } = simulator.tables;

    contacts?.change(String(contacts.list()[0]?.id), { phone: '+447700900777' });
    await event(first.url, ({ kind, type }) => kind === 'RULE_FIRED' && type === 'CONTACT');
    await first.kill();
    simulator.faults.splice(0);
    const second = await gateway([simulator], folder);
    await event(second.url, ({ kind, type }) => kind === 'WRITE_APPLIED' && type === 'TASK');

    const made = simulator.tables.tasks?.list().filter(({ title }) => String(title).startsWith('Check the new phone'));
    expect(made).toHaveLength(1);
  });

  it('while a rule asks a system takes it up again after the restart', async () => {
    const [ghl, commusoft] = [await simulate('ghl'), await simulate('commusoft')];
    const folder = mkdtempSync(join(tmpdir(), 'tributary-'));
    closers.push(() => rmSync(folder, { recursive: true, force: true }));
    const first = await gateway([ghl, commusoft], folder);
    for (const id of ['ghl', 'commusoft'])
      await event(first.url, ({ kind, system }) => kind === 'RUN_FINISHED' && system?.id === id);
    const { contacts } = ghl.tables;
    contacts?.change(String(contacts.list()[0]?.id), { phone: '+447700900777' });
    ghl.faults.push({ match: '^GET /contacts/', kind: 'hang' });
    const { customers } = commusoft.tables;
    const asked = untilCalled(ghl, /^GET \/contacts\/[^/]+$/);

    customers?.change(String(customers.list()[0]?.id), { addressline1: '9 New Road' });
    await syncContacts(first.url, 'commusoft');
    await asked;
    await first.kill();
    ghl.faults.splice(0);
    const second = await gateway([ghl, commusoft], folder);
    await event(
      second.url,
      ({ kind, type, system }) => kind === 'WRITE_APPLIED' && type === 'CONTACT' && system?.id === 'commusoft',
    );

    expect(customers?.list()[0]?.mobile).toContain('900777');
  });

  it('while a webhook of a rule has not answered sends it again under the same id, and notes the answer', async () => {
    const [simulator, folder] = [await simulate('ghl'), mkdtempSync(join(tmpdir(), 'tributary-'))];
    closers.push(() => rmSync(folder, { recursive: true, force: true }));
    const hook = await silentReceiver();
    const free = { ALLOW_PRIVATE_HOSTS: '127.0.0.1' };
    const first = await gateway([simulator], folder, free);
    await event(first.url, ({ kind }) => kind === 'RUN_FINISHED');
    await callOnChange(first.url, hook.url);
    simulator.webhooks.url = `${first.url}/webhooks/ghl`;
    const { contacts } = simulator.tables;

    contacts?.change(String(contacts.list()[0]?.id), { phone: '+447700900777' });
    await hook.asked(1);
    await first.kill();
    hook.answer();
    const second = await gateway([simulator], folder, free);
    await hook.asked(2);
    const firings = await firingsWhenDone(second.url);

    expect(new Set(hook.ids).size).toBe(1);
    expect(firings.map(({ result }) => result)).toEqual([`The hook took the message ${hook.ids[0]}`]);
  });
});

/** Has the system's contacts read now. */
async function syncContacts(url: string, system: string): Promise<void> {
  await ask(url, print(SYNC_NOW), { input: { systems: [system], types: ['CONTACT'] } });
}

/** Resolves when the simulator has received such a call. */
function untilCalled(simulator: Simulator, call: RegExp): Promise<void> {
  const { calls } = simulator;
  return new Promise((resolve) => {
    const push = calls.push.bind(calls);
    calls.push = (...added) => {
      if (added.some(({ method, path }) => call.test(`${method} ${path}`))) setImmediate(resolve);
      return push(...added);
    };
  });
}

/** An address that answers nothing until it is told to; `asked` resolves when it was called so often. */
async function silentReceiver() {
  const ids: string[] = [];
  const waiting = new Set<() => void>();
  let answers = false;
  const server = createServer((request, response) => {
    ids.push(String(request.headers['webhook-id']));
    request.resume();
    if (answers) response.end();
    for (const look of waiting) look();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    ids,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    answer() {
      answers = true;
    },
    async asked(times: number) {
      while (ids.length < times) await new Promise<void>((resolve) => waiting.add(resolve));
    },
  };
}

/** Makes a target of that address and a rule that calls it. */
async function callOnChange(gatewayUrl: string, url: string): Promise<void> {
  const target = await ask(
    gatewayUrl,
    'mutation($url: String!) { createAlertTarget(input: { name: "The hook", via: WEBHOOK, url: $url }) { alertTarget { id } } }',
    { url },
  );
  const { id } = (target.createAlertTarget as { alertTarget: { id: string } }).alertTarget;
  const input = {
    id: 'rul_hook',
    name: 'Calls',
    trigger: { on: ['changed'], kinds: ['contact'], fields: ['phone'] },
    actions: [{ do: 'callWebhook', target: id }],
  };
  await ask(gatewayUrl, print(CREATE_RULE), { input });
}

/** What the rule that calls the hook did, as soon as all of it is over. */
async function firingsWhenDone(url: string) {
  for (;;) {
    const { ruleFirings } = await ask(url, print(FIRINGS), { ruleId: 'rul_hook' });
    const { nodes } = ruleFirings as { nodes: { state: string; result: string }[] };
    if (nodes.every(({ state }) => state !== 'PENDING')) return nodes;
  }
}

async function ask(url: string, query: string, variables: Record<string, unknown>): Promise<Record<string, unknown>> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables }),
  });
  return ((await response.json()) as { data: Record<string, unknown> }).data;
}
