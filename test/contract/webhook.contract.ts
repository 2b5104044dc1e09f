import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { systemClock } from '../../src/base/clock.ts';
import { KINDS } from '../../src/model/kind.ts';
import { type Connection, connect, connectTo } from './connection.ts';
import type { Subject } from './subject.ts';

type Headers = Readonly<Record<string, string | undefined>>;

/** A webhook as it came in. */
interface Delivery {
  readonly body: Buffer;
  readonly headers: Headers;
}

/** What holds for the webhooks of a source that has them. */
export function describeWebhooks(subject: Subject): void {
  let connection: Connection;
  let deliveries: readonly Delivery[];
  beforeAll(async () => {
    connection = await connect(subject);
    deliveries = await editEverything(connection);
  });
  afterAll(() => connection.close());

  const verify = (body: Buffer, headers: Headers) => connection.source.webhooks?.verify(body, headers) ?? false;
  const noticesOf = ({ body }: Delivery) =>
    connection.source.webhooks?.notices(JSON.parse(body.toString('utf8'))) ?? [];

  it("its simulator's own are accepted", () => {
    expect(deliveries.length).toBeGreaterThan(0);
    expect(deliveries.filter(({ body, headers }) => !verify(body, headers))).toEqual([]);
  });

  it('it fails closed: nothing else is', () => {
    for (const { body, headers } of deliveries) {
      const touched = Buffer.from(body);
      touched[touched.length - 2] = (touched[touched.length - 2] ?? 0) ^ 1;
      const signatures = Object.keys(headers).filter((name) => !verify(body, { ...headers, [name]: undefined }));

      expect(verify(body, {})).toBe(false);
      expect(verify(touched, headers)).toBe(false);
      expect(verify(Buffer.alloc(0), headers)).toBe(false);
      expect(verify(Buffer.concat([body, Buffer.from(' ')]), headers)).toBe(false);
      expect(signatures).toHaveLength(1);
      for (const wrong of ['', 'x', headers[signatures[0] ?? '']?.slice(0, -8), '0'.repeat(64), 'A'.repeat(86)]) {
        expect(verify(body, { ...headers, [signatures[0] ?? '']: wrong })).toBe(false);
      }
    }
  });

  it('without its secret, or with another, nothing is accepted', async () => {
    const { settings } = connection.vendor;
    const accepting = await Promise.all(
      Object.keys(settings).map(async (name) => {
        const unset = definitionTakes(subject, { ...settings, [name]: undefined });
        if (!unset) return true;
        const { source, close } = connectTo(subject.definition, { ...settings, [name]: undefined }, systemClock);
        await close();
        return deliveries.some(({ body, headers }) => source.webhooks?.verify(body, headers));
      }),
    );

    expect(accepting).toContain(false);
  });

  it('they say where to look, and there something can be read', async () => {
    const notices = deliveries.flatMap(noticesOf);

    expect(notices.length).toBeGreaterThan(0);
    for (const { kind, ...ref } of notices) {
      expect(KINDS).toContain(kind);
      const [answer] = await connection.collection(kind).read([ref]);
      expect(answer).not.toBeInstanceOf(Error);
    }
  });

  it('are trusted to tell every change of a kind only where the kind is theirs and is told of', () => {
    const told = new Set(deliveries.flatMap(noticesOf).map(({ kind }) => kind));
    const tells = connection.source.webhooks?.tells ?? [];

    expect(tells.filter((kind) => !subject.kinds.includes(kind) || !told.has(kind))).toEqual([]);
  });

  it('no two have one id', () => {
    const ids = deliveries.flatMap(
      ({ body, headers }) => connection.source.webhooks?.deliveryId(JSON.parse(body.toString('utf8')), headers) ?? [],
    );

    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each([null, undefined, 1, 'text', [], {}, [null], { id: {} }, { type: 'x', event: 1, annotation: null }])(
    'a body of %j brings nothing and breaks nothing',
    (body) => {
      expect(connection.source.webhooks?.notices(body)).toEqual([]);
      expect(connection.source.webhooks?.deliveryId(body, {})).toBeNull();
      expect(connection.source.webhooks?.lifecycle?.(body) ?? null).toBeNull();
    },
  );
}

function definitionTakes({ definition }: Subject, env: Readonly<Record<string, string | undefined>>): boolean {
  return definition.settings.safeParse(env).success;
}

/** Saves the first row of every table unchanged and as a new one, as a person would, and answers what was sent of it. */
async function editEverything({ vendor }: Connection): Promise<Delivery[]> {
  const received: Delivery[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
      received.push({ body: Buffer.concat(chunks), headers: Object.fromEntries(headers) });
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  vendor.webhooks.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const sent = vi.spyOn(globalThis, 'fetch');

  for (const table of Object.values(vendor.tables)) {
    const { id, ...row } = table.list()[0] ?? {};
    if (id !== undefined) table.change(String(id), {});
    if (id !== undefined) table.add(row);
  }
  await Promise.all(sent.mock.results.map(({ value }) => value));
  sent.mockRestore();
  await new Promise((resolve) => server.close(resolve));
  return received;
}
