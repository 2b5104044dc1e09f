import { type KindModel, text } from './kind.ts';

/** A name that groups contacts; two tags are the same when their names differ in case only. */
export const tag: KindModel = {
  kind: 'tag',
  fields: {
    name: { type: 'text', required: true },
    color: { type: 'text' },
  },
  label: (fields) => text(fields, 'name') ?? 'Unnamed tag',
  matchKeys(fields) {
    const name = text(fields, 'name');
    return name ? [tagKey(name)] : [];
  },
  filterKeys: () => [],
  at: () => null,
  state: () => null,
};

/** The match key of a tag's name. */
export function tagKey(name: string): string {
  return `name:${name.trim().toLowerCase()}`;
}
