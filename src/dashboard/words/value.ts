const lists = new Intl.ListFormat('en-GB');

/** A value of the graph as people read it; nothing is a dash. */
export function valueInWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 0 ? '–' : lists.format(value.map(valueInWords));
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
