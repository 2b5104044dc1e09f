import { expect, it } from 'vitest';
import { chosenEncoding } from '../../src/http/encoding.ts';

it.each([
  [undefined, null],
  ['', null],
  ['identity', null],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['GZIP', 'gzip'],
  ['*', 'br'],
  ['br;q=0.2, gzip;q=0.8', 'gzip'],
  ['br;q=0, *', 'gzip'],
  ['br;q=0, gzip;q=0', null],
  ['gzip;q=0.5, identity', null],
  ['zstd', null],
  ['br;q=nonsense', null],
])('of br and gzip, %j takes %j', (header, encoding) => {
  expect(chosenEncoding(header, ['br', 'gzip'])).toBe(encoding);
});

it('takes nothing that is not at hand', () => {
  expect(chosenEncoding('br, gzip', ['gzip'])).toBe('gzip');
  expect(chosenEncoding('br, gzip', [])).toBeNull();
});
