import { createHash } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Ids as HighLevel makes them; never the same twice, and not those of an earlier start either. */
export interface Ids {
  /** 20 letters and digits. */
  next(): string;
  /** 24 hex digits, as businesses have. */
  nextHex(): string;
  uuid(): string;
}

/** The 20 letters and digits that stand for one seeded thing; the same at every start. */
export function seededId(kind: string, key: string | number): string {
  const digest = createHash('sha256').update(`${kind}:${key}`).digest();
  return [...digest.subarray(0, 20)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

/** The 24 hex digits that stand for one seeded business; the same at every start. */
export function seededHexId(kind: string, key: string | number): string {
  return createHash('sha256').update(`${kind}:${key}`).digest('hex').slice(0, 24);
}

/** A UUID that stands for one key; the same at every start. */
export function seededUuid(key: string): string {
  const hex = createHash('sha256').update(key).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Makes the ids of one start; `startedAt` (ms since 1970) keeps them apart from those of the start before. */
export function createIds(startedAt: number): Ids {
  let made = 0;
  const key = () => {
    made += 1;
    return `${startedAt}:${made}`;
  };
  return {
    next: () => seededId('new', key()),
    nextHex: () => seededHexId('new', key()),
    uuid: () => seededUuid(key()),
  };
}
