import type { LinkedRecord } from '../store/store.ts';

/**
 * True if the record is a living one that the system keeps as such. A record extracted from a document only tells of its
 * entity: another record of the same system may stand beside it, and nobody writes to it.
 */
export function isKept(record: LinkedRecord): boolean {
  return record.deletedAt === null && record.documentId === null;
}

/** The systems that keep a record of an entity. */
export function holders(records: readonly LinkedRecord[]): Set<string> {
  return new Set(records.filter(isKept).map((record) => record.system));
}
