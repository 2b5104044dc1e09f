import { describe, expect, it } from 'vitest';
import { createTurns } from '../../src/base/turns.ts';

/** Work that ends when it is told to, and the order in which it began. */
function workshop() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) => () => {
    begun.push(name);
    return new Promise<string>((resolve) => ends.set(name, () => resolve(name)));
  };
  return {
    begun,
    work,
    /** Ends each as soon as it has begun. */
    async endAll(...names: string[]) {
      for (const name of names) {
        while (!ends.has(name)) await new Promise((resolve) => setImmediate(resolve));
        ends.get(name)?.();
      }
    },
  };
}

describe('turns', () => {
  it('let work under one key run one after another, and other keys meanwhile', async () => {
    const turns = createTurns();
    const { begun, work, endAll } = workshop();

    const all = [turns('a', work('a1')), turns('a', work('a2')), turns('b', work('b1'))];
    expect(begun).toEqual(['a1', 'b1']);
    await endAll('a1', 'a2', 'b1');

    expect(await Promise.all(all)).toEqual(['a1', 'a2', 'b1']);
    expect(begun).toEqual(['a1', 'b1', 'a2']);
  });

  it('let what is urgent overtake the others, and then one of them for each that is urgent', async () => {
    const turns = createTurns();
    const { begun, work, endAll } = workshop();

    const all = ['first', 'second', 'third'].map((name) => turns('a', work(name)));
    all.push(...['urgent', 'pressing', 'burning'].map((name) => turns('a', work(name), true)));
    await endAll('first', 'urgent', 'second', 'pressing', 'third', 'burning');

    await Promise.all(all);
    expect(begun).toEqual(['first', 'urgent', 'second', 'pressing', 'third', 'burning']);
  });

  it('go on behind work that fails', async () => {
    const turns = createTurns();
    const failing = () => Promise.reject(new Error('refused'));

    const [first, second] = await Promise.allSettled([turns('a', failing), turns('a', async () => 'done')]);

    expect(first).toMatchObject({ status: 'rejected', reason: new Error('refused') });
    expect(second).toEqual({ status: 'fulfilled', value: 'done' });
  });

  it('leave the event loop a round between two that wait for nothing', async () => {
    const turns = createTurns();
    const order: string[] = [];

    setImmediate(() => order.push('somebody else'));
    await Promise.all(['first', 'second'].map((name) => turns('a', async () => order.push(name))));

    expect(order).toEqual(['first', 'somebody else', 'second']);
  });
});
