const number = new Intl.NumberFormat('en-GB');

/** A number as people write it: 12,345. */
export function grouped(value: number): string {
  return number.format(value);
}

/** So many of something: "1 pair", "1,200 pairs". */
export function counted(value: number, thing: string, things = `${thing}s`): string {
  return `${number.format(value)} ${value === 1 ? thing : things}`;
}

/** How often: once, twice, 1,200 times. */
export function timesInWords(count: number): string {
  if (count === 1) return 'once';
  return count === 2 ? 'twice' : counted(count, 'time');
}
