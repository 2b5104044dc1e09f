import { createTable, type Row, type Table, type TableRules } from '../../simulator.ts';

/** A table that can also be read without copying and by contact; rows read this way must not be changed. */
export interface Shelf {
  readonly table: Table;
  rows(): Iterable<Row>;
  find(id: string): Row | undefined;
  /** The rows of one contact, oldest first. */
  of(contactId: string): readonly Row[];
}

/** Makes a shelf; the rules are those of its table, and see the row already in its place. */
export function createShelf(rules: TableRules): Shelf {
  const rows = new Map<string, Row>();
  const byContact = new Map<string, Set<string>>();

  function keep(row: Row): void {
    rows.set(String(row.id), row);
    if (row.contactId === undefined) return;
    const contact = String(row.contactId);
    const ids = byContact.get(contact) ?? new Set();
    byContact.set(contact, ids.add(String(row.id)));
  }
  function forget(row: Row): void {
    byContact.get(String(row.contactId))?.delete(String(row.id));
  }

  const table = createTable({
    newId: rules.newId,
    added(row) {
      keep(row);
      rules.added?.(row);
    },
    changed(row, before) {
      forget(before);
      keep(row);
      rules.changed?.(row, before);
    },
    removed(row) {
      forget(row);
      rows.delete(String(row.id));
      rules.removed?.(row);
    },
  });
  return {
    table,
    rows: () => rows.values(),
    find: (id) => rows.get(id),
    of: (contactId) =>
      [...(byContact.get(contactId) ?? [])].map((id) => rows.get(id)).filter((row) => row !== undefined),
  };
}
