import type { Clock } from '../../../base/clock.ts';
import type { Row } from '../../simulator.ts';

/** What contact search sees: the contacts as they were a little while ago. */
export interface SearchIndex {
  /** Tells it how a contact is now (null: gone); it will know after `lagMs`. */
  put(id: string, row: Row | null, lagMs: number): void;
  /** The contacts as it knows them; not to be changed. */
  rows(): Iterable<Row>;
}

/** Makes an empty index that learns by that clock. */
export function createSearchIndex(clock: Clock): SearchIndex {
  const known = new Map<string, Row>();
  const waiting = new Map<string, { row: Row | null; at: number }[]>();

  function learn(id: string, row: Row | null): void {
    if (row) known.set(id, row);
    else known.delete(id);
  }

  return {
    put(id, row, lagMs) {
      const at = clock.now() + lagMs;
      const before = (waiting.get(id) ?? []).filter((change) => change.at <= at);
      waiting.set(id, [...before, { row, at }]);
    },
    rows() {
      for (const [id, changes] of waiting) {
        const due = changes.filter((change) => change.at <= clock.now());
        for (const change of due) learn(id, change.row);
        if (due.length === changes.length) waiting.delete(id);
        else if (due.length > 0) waiting.set(id, changes.slice(due.length));
      }
      return known.values();
    },
  };
}
