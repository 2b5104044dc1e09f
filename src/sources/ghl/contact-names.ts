import type { Fields } from '../../model/kind.ts';
import type { SourceRecord } from '../source.ts';

/**
 * Search rows tell names in small letters only. This remembers how the names of a contact's latest known version are
 * written, so that a row of the same version is complete without asking for the contact again.
 */
export interface ContactNames {
  /** Takes note of a record as it was read or written, whole. */
  remember(record: SourceRecord): void;
  /** The row's record with its names; null where they are not known for this version, or the row is older than what was seen. */
  complete(partial: SourceRecord): SourceRecord | null;
}

interface Seen {
  readonly changedAt: number;
  readonly fields: Fields;
}

const MOST = 50_000;

/** An empty memory, for one process; what it has forgotten costs a call. */
export function createContactNames(): ContactNames {
  const seen = new Map<string, Seen>();

  return {
    remember({ id, changedAt, fields }) {
      const { firstName, lastName } = fields;
      if (changedAt === undefined || firstName === undefined || lastName === undefined) return;
      seen.delete(id);
      seen.set(id, { changedAt, fields: { firstName, lastName } });
      const oldest = seen.keys().next();
      if (seen.size > MOST && !oldest.done) seen.delete(oldest.value);
    },
    complete(partial) {
      const known = seen.get(partial.id);
      const { firstName, lastName } = partial.fields;
      // The index lags behind the writes: a row from before what we have seen would undo it.
      if (known && partial.changedAt !== undefined && partial.changedAt < known.changedAt) return null;
      if (firstName !== undefined && lastName !== undefined) return partial;
      if (!known || partial.changedAt !== known.changedAt) return null;
      return { ...partial, fields: { ...known.fields, ...partial.fields } };
    },
  };
}
