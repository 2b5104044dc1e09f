import type { Promised } from './agreement.ts';
import type { Compared } from './vendor-shapes.ts';

/** What was acknowledged to somebody, and so must be at the end. Every word of a thing has one writer, so the last value stands. */
export interface Promises {
  /** A new thing with these values, which must be in those systems. */
  made(thing: Omit<Promised, 'fields'>, fields: Record<string, unknown>): void;
  set(kind: Compared, marker: string, word: string, value: unknown): void;
  /** Tags are added by several at once: all of them must be there. */
  tagged(marker: string, tag: string): void;
  all(): Promised[];
}

/** An empty register. */
export function createPromises(): Promises {
  const known = new Map<string, Promised & { readonly fields: Record<string, unknown> }>();
  const fieldsOf = (kind: Compared, marker: string) => {
    const thing = known.get(`${kind} ${marker}`);
    if (!thing) throw new Error(`Nobody has made the ${kind} ${marker}`);
    return thing.fields;
  };
  return {
    made: (thing, fields) => void known.set(`${thing.kind} ${thing.marker}`, { ...thing, fields: { ...fields } }),
    set(kind, marker, word, value) {
      fieldsOf(kind, marker)[word] = value;
    },
    tagged(marker, tag) {
      const fields = fieldsOf('contact', marker);
      fields.tags = [...String(fields.tags ?? '').split(' '), tag].filter(Boolean).sort().join(' ');
    },
    all: () => [...known.values()],
  };
}
