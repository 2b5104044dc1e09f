import type { Clock } from '../../../src/base/clock.ts';
import type { Row, Simulator } from '../../../src/sources/simulator.ts';
import type { Dice } from '../../support/dice.ts';
import { heldBy } from './places.ts';
import type { Promises } from './promises.ts';
import { type Compared, type Held, plain, SHAPES, type Shape } from './vendor-shapes.ts';

/**
 * The words that people change in a system of things that were made through the graph: no word has two writers, so nothing may
 * be lost. None in Commusoft: it replaces a customer as a whole, so that whoever writes at the same moment undoes an edit
 * there whatever we do.
 */
const SHARED: Readonly<Record<string, Readonly<Partial<Record<Compared, string>>>>> = {
  ghl: { contact: 'website', task: 'completed', note: 'body' },
  rossum: { contact: 'lastName', task: 'dueAt' },
};

/** The word of their own things that they change. */
const OWN: Readonly<Record<Compared, string>> = { contact: 'firstName', task: 'body', note: 'title' };

/** Systems in which a contact can be tagged by hand. */
const TAGGING = ['ghl', 'rossum'];

/** Somebody who works in one system's own screens. */
export interface Person {
  /** One edit: something new, something of their own, or a word of something that came from the graph. */
  next(): void;
}

/** Parts of a story that its people share. */
export interface Scenery {
  readonly clock: Clock;
  readonly promises: Promises;
  /** Where what this person makes must end up. */
  readonly spreadsTo: readonly string[];
}

/** A person in that system. */
export function createPerson(system: string, dice: Dice, simulator: Simulator, scenery: Scenery): Person {
  const { clock, promises } = scenery;
  const shapes = SHAPES[system];
  if (!shapes) throw new Error(`Nobody has described the rows of ${system}`);
  const own = new Set<string>();
  let edits = 0;

  const tableOf = ({ table }: Shape) => {
    const found = simulator.tables[table];
    if (!found) throw new Error(`${system} has no ${table}`);
    return found;
  };

  function make(kind: Compared, marker: string, words: Record<string, unknown>, owner: Held | null): void {
    const row = newRow(system, shapes?.[kind], words, owner, clock.now());
    tableOf(shapes?.[kind] as Shape).add(row);
    own.add(`${kind} ${marker}`);
    promises.made({ kind, marker, about: owner?.marker ?? null, places: scenery.spreadsTo }, words);
  }

  function add(owners: readonly Held[]): void {
    const marker = `${system}-${edits}`;
    const owner = owners[dice.between(0, owners.length - 1)];
    if (!owner || dice.chance(40)) {
      const email = `${marker}@chaos.example`;
      const name = { firstName: `First${edits}`, lastName: `Last${edits}` };
      return make('contact', email, { ...name, email, line1: '1 Low Street', city: 'Bath', postcode: 'BA1 1AA' }, null);
    }
    if (dice.chance(50)) {
      const words = { title: `${marker}-task`, body: 'v0', dueAt: '2028-01-11T09:00:00.000Z', completed: false };
      return make('task', words.title, words, owner);
    }
    return make('note', `${marker}-note`, { title: 't0', body: `${marker}-note v0` }, owner);
  }

  function change({ kind, id, marker, fields }: Held, word: string): void {
    const value = newValue(word, marker, edits, fields);
    const shape = shapes?.[kind] as Shape;
    tableOf(shape).change(id, { [shape.columns[word] ?? '']: inForm(system, word, value) });
    if (word === 'tags') promises.tagged(marker, `${system}-tag-${edits}`);
    else promises.set(kind, marker, word, plain(word, value));
  }

  return {
    next() {
      edits += 1;
      const held = heldBy(system, simulator).filter(({ marker }) => marker.includes('-'));
      const mine = held.filter(({ kind, marker }) => own.has(`${kind} ${marker}`));
      const fromGraph = held.filter(({ kind, marker }) => marker.startsWith('caller') && SHARED[system]?.[kind]);
      const [one, other] = [mine, fromGraph].map((some) => some[dice.between(0, some.length - 1)]);
      const wish = dice.between(1, 100);
      if (wish > 65 && one) return change(one, OWN[one.kind]);
      if (wish > 30 && other)
        return change(
          other,
          other.kind === 'contact' && TAGGING.includes(system) && dice.chance(40)
            ? 'tags'
            : (SHARED[system]?.[other.kind] ?? ''),
        );
      return add(mine.filter(({ kind }) => kind === 'contact'));
    },
  };

  function newValue(word: string, marker: string, number: number, before: Held['fields']): unknown {
    if (word === 'website') return `https://chaos.example/${number}`;
    if (word === 'completed') return before.completed !== true;
    if (word === 'dueAt') return new Date(Date.UTC(2028, 0, 12, 9, number % 60)).toISOString();
    if (word === 'tags') return [...String(before.tags ?? '').split(' '), `${system}-tag-${number}`].filter(Boolean);
    if (marker.includes('note') && word === 'body') return `${marker} v${number}`;
    return `${word}${number}`;
  }
}

/** A row as that vendor's own screens would make it. */
function newRow(
  system: string,
  shape: Shape | undefined,
  words: Record<string, unknown>,
  owner: Held | null,
  now: number,
): Row {
  const row: Row = {};
  for (const [word, value] of Object.entries(words)) {
    const [head = '', inner] = (shape?.columns[word] ?? '').split('.');
    const held = inForm(system, word, value);
    if (head) row[head] = inner ? { ...(row[head] as Row | undefined), [inner]: held } : held;
  }
  if (owner && shape?.owner) row[shape.owner] = system === 'commusoft' ? Number(owner.id) : owner.id;
  if (system !== 'rossum') return row;
  const at = { $date: new Date(now).toISOString() };
  return { ...row, id: crypto.randomUUID(), created_at: at, updated_at: at, deleted_at: null, version: 1 };
}

/** A value as that vendor keeps it. */
function inForm(system: string, word: string, value: unknown): unknown {
  if (system === 'rossum' && word === 'dueAt') return { $date: value };
  if (system === 'commusoft' && word === 'dueAt') return String(value).slice(0, 19).replace('T', ' ');
  return system === 'commusoft' && word === 'completed' ? Number(value) : value;
}
