import { EventEmitter, once } from 'node:events';
import { connect } from 'node:net';
import { print } from 'graphql';
import { afterEach, expect, it } from 'vitest';
import { closeWorlds, startWorld } from '../support/world.ts';
import { SET_RETENTION } from '../sync/log-documents.ts';

afterEach(closeWorlds);

it('what somebody asked who has left meanwhile is waited for before the gateway ends', async () => {
  const world = await startWorld({ systems: [] });
  const { audit } = world.running.gateway.sync.store;
  const signals = new EventEmitter();
  const order: string[] = [];
  const { append } = audit;
  Object.assign(audit, {
    async append(entry: Parameters<typeof append>[0]) {
      signals.emit('asked');
      await once(signals, 'released');
      await append(entry);
      order.push('noted');
    },
  });
  const [asked, gone] = [once(signals, 'asked'), new AbortController()];
  const body = JSON.stringify({ query: print(SET_RETENTION), variables: { input: { calls: 3 } } });
  const headers = { 'content-type': 'application/json' };
  const answer = fetch(`${world.url}/graphql`, { method: 'POST', headers, body, signal: gone.signal });
  const left = expect(answer).rejects.toThrow(/abort/);
  await asked;
  gone.abort();
  await left;

  const { url } = world;
  const restarted = world.restart(async () => void order.push('ended'));
  await untilNobodyListens(url);
  for (let round = 0; round < 200; round++) await new Promise((resolve) => setImmediate(resolve));
  signals.emit('released');
  await restarted;

  expect(order).toEqual(['noted', 'ended']);
});

async function untilNobodyListens(url: string): Promise<void> {
  const { hostname, port } = new URL(url);
  for (;;) {
    const socket = connect(Number(port), hostname);
    const isRefused = await once(socket, 'connect').then(
      () => false,
      () => true,
    );
    socket.destroy();
    if (isRefused) return;
  }
}
