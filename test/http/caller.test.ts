import { describe, expect, it } from 'vitest';
import { createNameCaller } from '../../src/http/caller.ts';

describe('who a caller is', () => {
  const nameOf = createNameCaller(['10.0.0.0/8', '::1']);

  it.each([
    ['the address itself', '203.0.113.7', undefined, '203.0.113.7'],
    ['not what somebody else writes', '203.0.113.7', '198.51.100.1', '203.0.113.7'],
    ['what a proxy of ours writes', '10.1.2.3', '198.51.100.1', '198.51.100.1'],
    ['the last that no proxy of ours wrote', '::1', '1.1.1.1, 198.51.100.1, 10.9.9.9', '198.51.100.1'],
    ['the proxy where it wrote nonsense', '10.1.2.3', 'unknown', '10.1.2.3'],
    ['one of IPv4, however it is written', '::ffff:203.0.113.7', undefined, '203.0.113.7'],
    ['a whole network of IPv6', '2001:db8:1:2:aaaa::1', undefined, '2001:db8:1:2'],
    ['nobody where there is no address', undefined, undefined, 'unknown'],
  ])('is %s', (_, remote, forwardedFor, expected) => {
    expect(nameOf(remote, forwardedFor)).toBe(expected);
  });

  it('believes nobody unless told to', () => {
    expect(createNameCaller([])('127.0.0.1', '198.51.100.1')).toBe('127.0.0.1');
  });
});
