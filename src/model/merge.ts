import type { Fields, KindModel, Value } from './kind.ts';
import { names } from './kind.ts';
import { uniqueNames } from './tidy.ts';

/** Equal as data; absent, null and an empty set of names are the same nothing. */
export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  const [left, right] = [emptyAsNull(a), emptyAsNull(b)];
  return left === right || canonical(left) === canonical(right);
}

function emptyAsNull(value: Value | undefined): Value {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0) ? null : value;
}

/** JSON with sorted keys, so that equal data gives equal text. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** The fields of `after` that differ from `before`; a field `after` does not speak of has not changed. */
export function differences(before: Fields, after: Fields): Fields {
  return Object.fromEntries(Object.entries(after).filter(([field, value]) => !sameValue(before[field], value)));
}

/** What a three-way merge works on. `base` is what both sides last agreed on, as the record showed it. */
export interface MergeInput {
  readonly model: KindModel;
  readonly base: Fields;
  readonly mine: Fields;
  readonly theirs: Fields;
  /** When my value of a field was set, and when theirs changed; null where unknown. Milliseconds since 1970. */
  readonly mineAt: (field: string) => number | null;
  readonly theirsAt: number | null;
  /** Whose word decides a dispute about a field, whatever the times; absent or null: nobody's. */
  readonly owner?: (field: string) => 'mine' | 'theirs' | null;
  /** True if that value is a write of mine on its way to them: it was never theirs. */
  readonly isEcho?: (field: string, value: Value) => boolean;
}

/** A field that both sides changed differently. `decided` false waits for a person; my value stands meanwhile. */
export interface MergeConflict {
  readonly field: string;
  readonly base: Value;
  readonly mine: Value;
  readonly theirs: Value;
  readonly decided: boolean;
}

/** The values to take over, and what was in dispute. */
export interface MergeResult {
  readonly taken: Fields;
  readonly conflicts: readonly MergeConflict[];
}

/**
 * Field by field against the last agreed value: what only they changed is taken; what both changed alike is fine; what both
 * changed differently goes to the field's owner, else to the later one, and to a person where the times do not tell. Names merge by what
 * was added and removed.
 */
export function merge(input: MergeInput): MergeResult {
  const taken: Record<string, Value> = {};
  const conflicts: MergeConflict[] = [];
  for (const [field, theirs] of Object.entries(differences(input.base, input.theirs))) {
    const mine = input.mine[field] ?? null;
    if (sameValue(mine, theirs)) continue;
    if (input.model.fields[field]?.type === 'names') {
      const merged = mergeNames(names(input.base, field), names(input.mine, field), names(input.theirs, field));
      if (!sameValue(mine, merged)) taken[field] = merged;
    } else if (sameValue(mine, input.base[field])) {
      taken[field] = theirs;
    } else if (!input.isEcho?.(field, theirs)) {
      const verdict = input.owner?.(field) ?? later(input.mineAt(field), input.theirsAt);
      if (verdict === 'theirs') taken[field] = theirs;
      conflicts.push({ field, base: input.base[field] ?? null, mine, theirs, decided: verdict !== 'unknown' });
    }
  }
  return { taken, conflicts };
}

/** My names with what they added and without what they removed. */
export function mergeNames(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const key = (name: string) => name.toLowerCase();
  const [baseKeys, theirKeys] = [new Set(base.map(key)), new Set(theirs.map(key))];
  const kept = mine.filter((name) => theirKeys.has(key(name)) || !baseKeys.has(key(name)));
  return uniqueNames([...kept, ...theirs.filter((name) => !baseKeys.has(key(name)))]);
}

function later(mineAt: number | null, theirsAt: number | null): 'mine' | 'theirs' | 'unknown' {
  if (mineAt === null || theirsAt === null || mineAt === theirsAt) return 'unknown';
  return theirsAt > mineAt ? 'theirs' : 'mine';
}
