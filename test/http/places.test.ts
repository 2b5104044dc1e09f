import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPlaces, type Place } from '../../src/http/places.ts';
import { createUnderWay } from '../../src/http/under-way.ts';

describe('places', () => {
  it('are so many for each caller, and free again when they are given back, once', () => {
    const places = createPlaces(2);
    const [first, second] = [places.open('ann'), places.open('ann')];

    expect([places.open('ann'), places.open('bob')]).toEqual([null, expect.anything()]);
    first?.close();
    first?.close();
    expect(places.open('ann')).not.toBeNull();
    expect(places.open('ann')).toBeNull();
    second?.close();
  });

  it('go to whom it turns out to be, where that one has any left', () => {
    const places = createPlaces(1);
    const [address, key] = [places.open('127.0.0.1'), places.open('key_1')];

    expect(address?.moveTo('key_1')).toBe(false);
    expect(places.open('127.0.0.1')).toBeNull();
    key?.close();
    expect(address?.moveTo('key_1')).toBe(true);
    expect(address?.moveTo('key_1')).toBe(true);
    expect([places.open('127.0.0.1'), places.open('key_1')]).toEqual([expect.anything(), null]);
    address?.close();
    expect(address?.moveTo('bob')).toBe(false);
    expect(places.open('key_1')).not.toBeNull();
  });

  it('are never more than they may be, whatever is opened, moved and closed', () => {
    const caller = fc.constantFrom('a', 'b', 'c');
    const step = fc.tuple(fc.constantFrom('open', 'move', 'close'), fc.nat(9), caller);
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const places = createPlaces(2);
        const held: { place: Place; owner: string }[] = [];
        const count = (name: string) => held.filter(({ owner }) => owner === name).length;
        for (const [act, at, name] of steps) {
          const one = held[at % Math.max(1, held.length)];
          if (act === 'open') {
            const place = places.open(name);
            expect(place === null).toBe(count(name) >= 2);
            if (place) held.push({ place, owner: name });
          } else if (one && act === 'close') {
            one.place.close();
            held.splice(held.indexOf(one), 1);
          } else if (one) {
            expect(one.place.moveTo(name)).toBe(one.owner === name || count(name) < 2);
            if (one.owner === name || count(name) < 2) one.owner = name;
          }
        }
      }),
    );
  });
});

describe('what is under way', () => {
  it('is waited for by client or altogether, also where it fails and where more comes meanwhile', async () => {
    const underWay = createUnderWay<string>();
    const order: string[] = [];
    const release: (() => void)[] = [];
    const work = (name: string) =>
      new Promise<void>((resolve) => release.push(resolve)).then(() => {
        order.push(name);
        if (name === 'failing') throw new Error('x');
      });

    const failing = underWay.track('ann', work('failing'));
    void underWay.track('bob', work('other'));
    const settled = [
      underWay.settled('ann').then(() => order.push('ann settled')),
      underWay.settled().then(() => order.push('all settled')),
    ];
    await underWay.settled('nobody');
    void underWay.track('ann', work('more'));
    for (const index of [0, 2, 1]) {
      release[index]?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all(settled);

    await expect(failing).rejects.toThrow('x');
    expect(order).toEqual(['failing', 'more', 'ann settled', 'other', 'all settled']);
  });
});
