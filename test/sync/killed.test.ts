import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { createClient } from 'graphql-ws';
import { afterEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { systemClock } from '../../src/base/clock.ts';
import { loadSimulators } from '../../src/sources/generated/registry.ts';
import type { Simulator } from '../../src/sources/simulator.ts';
import { killGatewayChildren, startGatewayChild } from '../support/gateway-child.ts';
import { samplePeople } from '../support/people.ts';
import { CREATE_CONTACT, CREATE_TASK, EVENTS } from './documents.ts';

const dataDir = () => mkdtempSync(join(tmpdir(), 'tributary-'));
const closers: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  await killGatewayChildren();
  for (const close of closers.splice(0)) await close();
});

/** A HighLevel of one person. */
async function highLevel(): Promise<Simulator> {
  const definition = (await loadSimulators()).find(({ id }) => id === 'ghl');
  if (!definition) throw new Error('There is no such simulator');
  const simulator = await definition.start({ port: 0, people: samplePeople(1), clock: systemClock });
  closers.push(() => simulator.close());
  return simulator;
}

/** A gateway in a process of its own. */
const gateway = (simulator: Simulator, folder: string) =>
  startGatewayChild({ ...simulator.settings, PORT: '0', DATA_DIR: folder, SYNC_EVERY: '1h' });

async function query<T, V>(url: string, document: TypedDocumentNode<T, V>, variables: V): Promise<T> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: print(document), variables }),
  });
  return ((await response.json()) as { data: T }).data;
}

/** Waits for an event that has been or will be. */
async function event(url: string, fits: (event: { kind: string; type: string | null }) => boolean): Promise<void> {
  const client = createClient({ url: `${url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket });
  closers.push(() => client.dispose());
  type Told = { syncEvents: { kind: string; type: string | null } };
  for await (const { data, errors } of client.iterate<Told>({
    query: print(EVENTS),
    variables: { after: 'evt_000000000000' },
  })) {
    if (errors) throw errors[0];
    if (data && fits(data.syncEvents)) return;
  }
}

describe('a gateway that is killed', () => {
  it('right after it accepted a change delivers it exactly once after its restart', async () => {
    const [simulator, folder] = [await highLevel(), dataDir()];
    closers.push(() => rmSync(folder, { recursive: true, force: true }));
    const first = await gateway(simulator, folder);
    await event(first.url, ({ kind }) => kind === 'RUN_FINISHED');
    simulator.faults.push({ match: '^(POST|PUT) /contacts/$', kind: 'hang' });

    const data = await query(first.url, CREATE_CONTACT, { input: { email: 'kept@example.com', waitFor: 'ACCEPTED' } });
    await first.kill();
    simulator.faults.splice(0);
    const second = await gateway(simulator, folder);
    await event(second.url, ({ kind, type }) => kind === 'WRITE_APPLIED' && type === 'CONTACT');

    expect(data.createContact.receipts.map(({ status }) => status)).toEqual(['QUEUED']);
    expect(simulator.tables.contacts?.list().filter(({ email }) => email === 'kept@example.com')).toHaveLength(1);
  });

  it('between a write and its answer does not make the same thing twice', async () => {
    const [simulator, folder] = [await highLevel(), dataDir()];
    closers.push(() => rmSync(folder, { recursive: true, force: true }));
    const first = await gateway(simulator, folder);
    await event(first.url, ({ kind }) => kind === 'RUN_FINISHED');
    const { createContact } = await query(first.url, CREATE_CONTACT, { input: { email: 'owner@example.com' } });
    const contactId = createContact.contact?.id ?? '';
    const written = untilCalled(simulator, /^POST \/contacts\/[^/]+\/tasks$/);

    await query(first.url, CREATE_TASK, { input: { contactId, title: 'Once only', waitFor: 'ACCEPTED' } });
    await written;
    await first.kill();
    const second = await gateway(simulator, folder);
    await event(second.url, ({ kind, type }) => kind === 'WRITE_APPLIED' && type === 'TASK');

    expect(simulator.tables.tasks?.list().filter(({ title }) => title === 'Once only')).toHaveLength(1);
  });
});

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
