import { groupBy } from '../../../src/base/group.ts';
import type { Compared, Held } from './vendor-shapes.ts';

/** Something that must be: this thing, with at least these values. */
export interface Promised {
  readonly kind: Compared;
  readonly marker: string;
  readonly about: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Where it must be, besides in the graph. */
  readonly places: readonly string[];
}

/** What is not as it should be, one sentence each; empty where all places agree. `mine` picks what a test has put there. */
export function disagreements(held: readonly Held[], mine: (thing: Held) => boolean): string[] {
  const things = groupBy(held.filter(mine), (thing) => `${thing.kind} ${thing.marker}`);
  return [...things].flatMap(([name, copies]) => [...twins(name, copies), ...differences(name, copies)]).sort();
}

function twins(name: string, copies: readonly Held[]): string[] {
  const places = groupBy(copies, (copy) => copy.place);
  return [
    ...[...places].flatMap(([place, same]) => (same.length > 1 ? [`${name}: ${same.length} times in ${place}`] : [])),
    ...(places.has('graph') ? [] : [`${name}: not in the graph, but in ${[...places.keys()].join(', ')}`]),
  ];
}

function differences(name: string, copies: readonly Held[]): string[] {
  const words = new Set(copies.flatMap(({ fields }) => Object.keys(fields)));
  return ['about', ...words].flatMap((word) => {
    const values = copies.flatMap(({ place, about, fields }) => {
      const value = word === 'about' ? about : fields[word];
      return value === undefined ? [] : [{ place, value }];
    });
    if (new Set(values.map(({ value }) => JSON.stringify(value))).size < 2) return [];
    return [
      `${name}: ${word} is ${values.map(({ place, value }) => `${JSON.stringify(value)} in ${place}`).join(', ')}`,
    ];
  });
}

/** What was promised and is not there, one sentence each. */
export function broken(promises: readonly Promised[], held: readonly Held[]): string[] {
  const copies = groupBy(held, (thing) => `${thing.kind} ${thing.marker}`);
  return promises.flatMap(({ kind, marker, about, fields, places }) => {
    const name = `${kind} ${marker}`;
    const known = copies.get(name) ?? [];
    const missing = ['graph', ...places].filter((place) => !known.some((copy) => copy.place === place));
    const wrong = known.flatMap((copy) => {
      const wanted = { ...fields, ...(about === null ? {} : { about }) };
      const have: Record<string, unknown> = { ...copy.fields, about: copy.about };
      return Object.entries(wanted).flatMap(([word, value]) =>
        have[word] === undefined || have[word] === value
          ? []
          : [
              `${name}: ${word} is ${JSON.stringify(have[word])} in ${copy.place}, ${JSON.stringify(value)} was promised`,
            ],
      );
    });
    return [...missing.map((place) => `${name}: lost in ${place}`), ...wrong];
  });
}
