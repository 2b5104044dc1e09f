import { type Fields, type KindModel, names, type Value } from './kind.ts';
import { sameValue } from './merge.ts';
import { uniqueNames } from './tidy.ts';

/**
 * What one thing gains when another turns out to be the same: its own values win, its blanks are filled one by one, sets of
 * names unite. Only the fields that change.
 */
export function joined(model: KindModel, into: Fields, from: Fields): Fields {
  const patch: Record<string, Value> = {};
  for (const [field, value] of Object.entries(from)) {
    if (model.fields[field]?.type === 'names') {
      const union = uniqueNames([...names(into, field), ...names(from, field)]);
      if (!sameValue(into[field], union)) patch[field] = union;
    } else if (sameValue(into[field], null) && !sameValue(value, null)) patch[field] = value;
  }
  return patch;
}
