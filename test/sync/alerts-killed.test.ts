import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { afterEach, expect, it } from 'vitest';
import { systemClock } from '../../src/base/clock.ts';
import { loadSimulators } from '../../src/sources/generated/registry.ts';
import { samplePeople } from '../support/people.ts';
import { startReceiver } from '../support/receiver.ts';
import { CREATE_TARGET, SET_ALERT_RULE } from './alert-documents.ts';
import { CREATE_CONTACT } from './documents.ts';

const children: ChildProcess[] = [];
const closers: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const close of closers.splice(0)) await close();
});

async function gateway(env: Record<string, string>) {
  const program = join(import.meta.dirname, 'gateway-process.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', program], {
    env: { PATH: process.env.PATH ?? '', AUTH: 'off', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => resolve(line.replace('listening on ', '')));
    void ended.then(() => reject(new Error('The gateway ended before it answered')));
  });
  return {
    async query<T, V>(document: TypedDocumentNode<T, V>, variables: V): Promise<T> {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: print(document), variables }),
      });
      return ((await response.json()) as { data: T }).data;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

it('an alert whose gateway is killed between raising it and the answer is sent again under the same id, and raised once', async () => {
  const [definition] = (await loadSimulators()).filter(({ id }) => id === 'ghl');
  if (!definition) throw new Error('There is no such simulator');
  const [simulator, receiver] = [
    await definition.start({ port: 0, people: samplePeople(1), clock: systemClock }),
    await startReceiver(),
  ];
  receiver.answer = 'hang';
  const folder = mkdtempSync(join(tmpdir(), 'tributary-'));
  closers.push(
    () => simulator.close(),
    receiver.close,
    () => rmSync(folder, { recursive: true, force: true }),
  );
  const env = {
    ...simulator.settings,
    PORT: '0',
    DATA_DIR: folder,
    SYNC_EVERY: '1h',
    ALLOW_PRIVATE_HOSTS: '127.0.0.1',
  };
  const first = await gateway(env);
  simulator.faults.push({ match: '^POST /contacts/$', kind: 'status', status: 422 });
  const made = await first.query(CREATE_TARGET, { input: { name: 'Pager', via: 'WEBHOOK', url: receiver.url } });
  const targets = [made.createAlertTarget.alertTarget?.id ?? ''];
  const rule = { name: 'Refused', condition: { on: 'failedDeliveries', count: 1 }, targets };
  await first.query(SET_ALERT_RULE, { input: rule });
  await first.query(CREATE_CONTACT, { input: { email: 'refused@example.com' } });
  await first.kill();

  const second = await gateway(env);
  const sent = await receiver.nth(1);
  await second.kill();
  receiver.answer = 204;
  const before = receiver.arrived.length;
  await gateway(env);
  const again = await receiver.nth(before + 1);

  expect(again.headers['webhook-id']).toBe(sent.headers['webhook-id']);
  expect(again.body).toBe(sent.body);
  expect(JSON.parse(again.body)).toMatchObject({ type: 'alert.raised', data: { alert: 'Refused', system: 'ghl' } });
  expect(new Set(receiver.arrived.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
});
