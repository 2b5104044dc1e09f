import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/base/clock.ts';
import { definition } from '../../src/sources/ghl/index.ts';
import { type HighLevelSimulator, simulator } from '../../src/sources/ghl/simulator/index.ts';
import type { Webhooks } from '../../src/sources/source.ts';
import { connectTo } from '../contract/connection.ts';
import { samplePeople } from '../support/people.ts';

type Headers = Readonly<Record<string, string | undefined>>;

interface Delivery {
  readonly body: Buffer;
  readonly headers: Headers;
}

let vendor: HighLevelSimulator;
let current: Delivery;
let old: Delivery;
let both: Delivery;

beforeAll(async () => {
  vendor = await simulator.start({ port: 0, people: samplePeople(1), clock: systemClock });
  current = await delivered('ed25519');
  old = await delivered('rsa');
  both = await delivered('both');
});
afterAll(() => vendor.close());

/** What the vendor sends of an edit when it signs that way. */
async function delivered(signing: HighLevelSimulator['signing']): Promise<Delivery> {
  const receiver = createServer();
  const received = new Promise<Delivery>((resolve) => {
    receiver.on('request', async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      response.writeHead(204).end();
      resolve({ body: Buffer.concat(chunks), headers: request.headers as Headers });
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  vendor.webhooks.url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  vendor.signing = signing;
  const [row] = vendor.tables.contacts?.list() ?? [];
  vendor.tables.contacts?.change(String(row?.id), { city: `Signed by ${signing}` });
  const delivery = await received;
  receiver.closeAllConnections();
  receiver.close();
  return delivery;
}

/** What the gateway takes in with these settings. */
function webhooksWith(env: Readonly<Record<string, string>>): Webhooks {
  const { source } = connectTo(definition, { ...vendor.settings, ...env }, systemClock);
  if (!source.webhooks) throw new Error('There are no webhooks');
  return source.webhooks;
}

const accepting = (keys = vendor.rsaPublicKey()) =>
  webhooksWith({ GHL_ACCEPT_RSA_SIGNATURE: 'on', GHL_WEBHOOK_RSA_PUBLIC_KEY: keys });
const rsaKey = (bits = 2048) =>
  generateKeyPairSync('rsa', { modulusLength: bits })
    .publicKey.export({ format: 'der', type: 'spki' })
    .toString('base64');

describe('the RSA signature of old', () => {
  it('is what the vendor sends of old, alone or beside the new one', () => {
    const names = (delivery: Delivery) => Object.keys(delivery.headers).filter((name) => name.endsWith('-signature'));

    expect([names(current), names(old), names(both).sort()]).toEqual([
      ['x-ghl-signature'],
      ['x-wh-signature'],
      ['x-ghl-signature', 'x-wh-signature'],
    ]);
  });

  it('is accepted only while the setting says so', () => {
    const key = { GHL_WEBHOOK_RSA_PUBLIC_KEY: vendor.rsaPublicKey() };

    expect(accepting().verify(old.body, old.headers)).toBe(true);
    expect(webhooksWith(key).verify(old.body, old.headers)).toBe(false);
    expect(webhooksWith({ ...key, GHL_ACCEPT_RSA_SIGNATURE: 'off' }).verify(old.body, old.headers)).toBe(false);
  });

  it('changes nothing for the new one', () => {
    expect(accepting().verify(current.body, current.headers)).toBe(true);
    expect(accepting().verify(both.body, both.headers)).toBe(true);
  });

  it.each(['', 'N/A', 'x', 'A'.repeat(86), 'AAAA'.repeat(100)])(
    'never counts beside the new header, even where that says "%s"',
    (signature) => {
      const headers = { ...both.headers, 'x-ghl-signature': signature };

      expect(accepting().verify(both.body, headers)).toBe(false);
    },
  );

  it('never counts beside a new signature of something else', () => {
    const headers = { ...both.headers, 'x-ghl-signature': current.headers['x-ghl-signature'] };

    expect(accepting().verify(both.body, headers)).toBe(false);
  });

  it('is refused for another body, and under another key', () => {
    const tampered = Buffer.from(old.body.toString().replace('Signed by', 'Sealed by'));

    expect(accepting().verify(tampered, old.headers)).toBe(false);
    expect(accepting().verify(Buffer.alloc(0), old.headers)).toBe(false);
    expect(accepting(rsaKey()).verify(old.body, old.headers)).toBe(false);
    expect(webhooksWith({ GHL_ACCEPT_RSA_SIGNATURE: 'on' }).verify(old.body, old.headers)).toBe(false);
  });

  it.each(['', 'N/A', 'x', 'A'.repeat(86), 'AAAA'.repeat(100), undefined])('is not "%s"', (signature) => {
    expect(accepting().verify(old.body, { ...old.headers, 'x-wh-signature': signature })).toBe(false);
  });

  it('is not the new signature under the old name', () => {
    const headers = { 'x-wh-signature': current.headers['x-ghl-signature'] };

    expect(accepting().verify(current.body, headers)).toBe(false);
  });

  it('may be made with any of several keys, so that one can be replaced by another', () => {
    const keys = `${rsaKey()}, ${vendor.rsaPublicKey()}`;

    expect(accepting(keys).verify(old.body, old.headers)).toBe(true);
  });

  it('has keys that are checked when the gateway starts', () => {
    const { GHL_WEBHOOK_PUBLIC_KEY: ed25519 = '' } = vendor.settings;
    const takes = (keys: string) =>
      definition.settings.safeParse({ ...vendor.settings, GHL_WEBHOOK_RSA_PUBLIC_KEY: keys }).success;

    expect(takes(`${rsaKey()},${rsaKey()}`)).toBe(true);
    for (const wrong of ['no key', ed25519, rsaKey(1024), `${rsaKey()},`, `${rsaKey()},no key`]) {
      expect(takes(wrong)).toBe(false);
    }
  });
});
