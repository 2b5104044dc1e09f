import type { Value } from '../../model/kind.ts';
import { canonical } from '../../model/merge.ts';
import { isMapping } from './section.ts';

const LONGEST = 160;

/** What differs between two configurations, a line each, in the order of their names. Lists are compared as a whole. */
export function changesIn(before: Value | undefined, after: Value | undefined, path: readonly string[] = []): string[] {
  if (canonical(before ?? null) === canonical(after ?? null)) return [];
  if (isMapping(before) && isMapping(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return names.flatMap((name) => changesIn(before[name] as Value, after[name] as Value, [...path, name]));
  }
  const where = path.join('.');
  if (before === undefined) return [`${where}: new, ${shown(after)}`];
  return [`${where}: ${shown(before)} becomes ${shown(after)}`];
}

function shown(value: Value | undefined): string {
  const text = JSON.stringify(value ?? null);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}...` : text;
}
