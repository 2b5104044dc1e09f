import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { request } from 'undici';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEgress, type Egress, type EgressOptions, isPublicAddress } from '../../src/base/egress.ts';

let server: Server;
let port = 0;
const made: Egress[] = [];
const connections: string[] = [];

beforeEach(async () => {
  server = createServer((_, response) => response.end('inside'));
  server.on('connection', ({ remoteAddress }) => connections.push(remoteAddress ?? ''));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterEach(async () => {
  await Promise.all(made.splice(0).map((egress) => egress.close()));
  connections.splice(0);
  await new Promise((resolve) => server.close(resolve));
});

function egress(options: Partial<EgressOptions> = {}): Egress {
  const one = createEgress({ allowed: [], ...options });
  made.push(one);
  return one;
}

const get = async ({ dispatcher }: Egress, host: string) =>
  (await request(`http://${host}:${port}/`, { dispatcher })).body.text();
const answering =
  (...addresses: string[]): NonNullable<EgressOptions['resolve']> =>
  (_, done) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

describe('a connection', () => {
  it.each(['127.0.0.1', '[::1]', '[::ffff:127.0.0.1]', '0.0.0.0', '127.1', '2130706433', 'localhost'])(
    'to %s is refused before a byte is sent',
    async (host) => {
      await expect(get(egress(), host)).rejects.toMatchObject({ code: 'FORBIDDEN', retry: 'never' });

      expect(connections).toEqual([]);
    },
  );

  it.each([[['127.0.0.1']], [['10.0.0.5']], [['169.254.169.254']], [['8.8.8.8', '127.0.0.1']], [['fd00::1']]])(
    'to a name that resolves to %s is refused',
    async (addresses) => {
      const inside = egress({ resolve: answering(...addresses) });

      await expect(get(inside, 'hooks.example.com')).rejects.toMatchObject({ code: 'FORBIDDEN' });

      expect(connections).toEqual([]);
    },
  );

  it('is checked whenever one is made: a name that changes its meaning does not get in', async () => {
    let address = '127.0.0.1';
    const rebinding = egress({ allowed: ['127.0.0.1'], resolve: (name, done) => answering(address)(name, done) });
    const before = await get(rebinding, 'hooks.example.com');
    address = '192.168.0.1';
    server.closeAllConnections();

    const after = get(rebinding, 'hooks.example.com');

    expect(before).toBe('inside');
    await expect(after).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it.each([
    ['its address', ['127.0.0.1'], '127.0.0.1'],
    ['its name, in any case', ['LocalHost'], 'localhost'],
    ['the address that a name resolves to', ['127.0.0.1'], 'hooks.example.com'],
    ['the name, whatever it resolves to', ['hooks.example.com'], 'hooks.example.com'],
  ])('is made where %s is allowed', async (_, allowed, host) => {
    const open = egress({ allowed, resolve: answering('127.0.0.1') });

    expect(await get(open, host)).toBe('inside');
  });

  it('to a name without an address fails as unreachable, not as refused', async () => {
    const nowhere = egress({ resolve: answering() });

    await expect(get(nowhere, 'nowhere.example.com')).rejects.toMatchObject({ code: 'ENOTFOUND' });
  });
});

describe('a gateway that ends', () => {
  it('breaks off a request that is not answered, and then has nothing to wait for', async () => {
    const outward = egress({ allowed: ['127.0.0.1'] });
    const asked = once(server.removeAllListeners('request'), 'request');
    const pending = expect(get(outward, '127.0.0.1')).rejects.toMatchObject({ code: 'UND_ERR_DESTROYED' });
    await asked;

    outward.breakOff();

    await pending;
    await expect(outward.close()).resolves.toBeUndefined();
  });
});

describe('an address that is entered', () => {
  it.each([
    ['http://127.0.0.1/x', 'private network'],
    ['https://[::1]/x', 'private network'],
    ['https://192.168.1.10/', 'private network'],
    ['https://localhost/', 'private network'],
    ['https://a.localhost./', 'private network'],
    ['http://hooks.example.com/', 'https://'],
    ['ftp://hooks.example.com/', 'not a web address'],
    ['javascript:alert(1)', 'not a web address'],
    ['hooks', 'not a web address'],
    ['https://user:word@hooks.example.com/', 'password'],
  ])('%s is refused: %s', (url, why) => {
    expect(egress().refusal(url)).toContain(why);
  });

  it('is taken where it is public, or named', () => {
    expect(egress().refusal('https://hooks.example.com/x?y=1')).toBeNull();
    expect(egress({ allowed: ['10.0.0.7', ' hooks.lan '] }).refusal('http://10.0.0.7:8080/x')).toBeNull();
    expect(egress({ allowed: ['10.0.0.7', ' hooks.lan '] }).refusal('http://hooks.lan/x')).toBeNull();
  });
});

describe('a public address', () => {
  it.each(['8.8.8.8', '1.1.1.1', '2606:4700::1111'])('is %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.0.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1'],
    ...['255.255.255.255', '198.18.0.1', '::', '::1', 'fe80::1', 'fc00::1', '::ffff:10.0.0.1', '64:ff9b::a00:1'],
    ...['2002:7f00:1::', '2001:db8::1', 'no address', ''],
  ])('is not %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
