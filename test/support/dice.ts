/** Chance that repeats itself: the same seed, the same throws. */
export interface Dice {
  /** A whole number from `least` to `most`, both possible. */
  between(least: number, most: number): number;
  pick<T>(items: readonly [T, ...T[]]): T;
  /** True in so many of a hundred throws. */
  chance(percent: number): boolean;
  /** Dice of its own for somebody whose throws must not depend on when others throw. */
  fork(): Dice;
}

/** Dice of that seed (mulberry32). */
export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    between,
    pick: (items) => items[between(0, items.length - 1)] ?? items[0],
    chance: (percent) => between(1, 100) <= percent,
    fork: () => createDice(between(0, 2 ** 31)),
  };
}
