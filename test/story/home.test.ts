import { describe, expect, it } from 'vitest';
import { homeOf, isSandbox } from '../../src/sandbox/home.ts';

const NOTHING = {
  sandbox: 'auto',
  systems: new Map(),
  apps: new Map(),
  databaseUrl: undefined,
  publicUrl: undefined,
} as const;
const APP = { app: {}, texts: {} };

describe('a gateway of which nothing is said', () => {
  it.each([
    ['simulates its systems', {}, true],
    ['does not where a system is set', { systems: new Map([['ghl', {}]]) }, false],
    [
      'does not where an app is set, whose connections are made through the graph',
      { apps: new Map([['ghl', APP]]) },
      false,
    ],
    ['does not where it has a database server', { databaseUrl: 'postgres://db.example.com/tributary' }, false],
    ['does not where it has a public address', { publicUrl: 'https://tributary.example.com' }, false],
    ['does not where that is said', { sandbox: 'off' as const }, false],
    [
      'does beside all of these where that is said',
      { sandbox: 'on' as const, publicUrl: 'https://t.example.com' },
      true,
    ],
  ])('%s', (_, said, expected) => {
    const circumstances = { ...NOTHING, ...said };

    expect(isSandbox(circumstances)).toBe(expected);
    expect(homeOf({ ...circumstances, dataDir: 'data' })).toBe(expected ? 'data/sandbox' : 'data');
  });
});
