const NOTHING = 'nothing';

/** A value of any field as people read it, on one line; `nothing` where there is none. */
export function valueInWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return NOTHING;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 0 ? NOTHING : value.map(valueInWords).join(', ');
  if (typeof value === 'object') return JSON.stringify(value);
  return String(value);
}

/** The same in quotation marks, where there is something to quote. */
export function quotedValue(value: unknown): string {
  const words = valueInWords(value);
  return words === NOTHING ? words : `“${words}”`;
}

/** Several fields of a record with their values, empty ones left out: the value alone where one is left. */
export function valuesInWords(fields: unknown): string {
  if (typeof fields !== 'object' || fields === null) return quotedValue(fields);
  const filled = Object.entries(fields).filter(([, value]) => valueInWords(value) !== NOTHING);
  const [only] = filled;
  if (only === undefined) return NOTHING;
  if (filled.length === 1) return quotedValue(only[1]);
  return filled.map(([name, value]) => `${name} ${quotedValue(value)}`).join(', ');
}
