const number = new Intl.NumberFormat('en-GB');

/** So many of something: `1 contact`, `1,200 contacts`. */
export function countInWords(count: number, one: string, many = `${one}s`): string {
  return `${number.format(count)} ${count === 1 ? one : many}`;
}

/** How often: once, twice, 1,200 times. */
export function timesInWords(count: number): string {
  if (count === 1) return 'once';
  return count === 2 ? 'twice' : countInWords(count, 'time');
}
