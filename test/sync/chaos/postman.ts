import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { World } from '../../support/world.ts';

/** A webhook that a system has sent and nobody has received yet. */
interface Letter {
  readonly system: string;
  readonly body: Buffer;
  readonly headers: Record<string, string>;
}

/** Stands between the systems and the gateway: webhooks arrive when, in what order and as often as a test says. */
export interface Postman {
  readonly letters: Letter[];
  /** Brings one to the gateway; it can be brought again. */
  bring(letter: Letter): Promise<void>;
  close(): Promise<void>;
}

/** Takes in from now on whatever the world's systems send. */
export async function createPostman(world: World): Promise<Postman> {
  const letters: Letter[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const kept = Object.entries(request.headers).filter(([name]) => name.startsWith('x-') || name === 'deliveryid');
    const headers = Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
    letters.push({ system: (request.url ?? '').slice(1), body: Buffer.concat(parts), headers });
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  for (const system of world.systems) world.simulator(system).webhooks.url = `http://127.0.0.1:${port}/${system}`;
  return {
    letters,
    async bring({ system, body, headers }) {
      const request = { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } };
      const answer = await fetch(`${world.url}/webhooks/${system}`, request);
      if (!answer.ok) throw new Error(`The gateway refused a webhook of ${system}: ${answer.status}`);
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
