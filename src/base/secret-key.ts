import { createHash, createSecretKey, type KeyObject, randomFillSync } from 'node:crypto';

const BYTES = 32;
const HEX = /^[0-9a-f]{64}$/i;
/** Either alphabet of base64. */
const BASE64 = /^[A-Za-z0-9+/_-]{43}=?$/;

/** Keys that belong together: the first one seals, the others only open. A `KeyObject` shows nothing of itself in a dump or a log. */
export type Keys = readonly [KeyObject, ...KeyObject[]];

/** The key in a text of 32 bytes in base64 or hex; null where it is none. */
export function readSecretKey(text: string): KeyObject | null {
  if (HEX.test(text)) return createSecretKey(text, 'hex');
  return BASE64.test(text) ? createSecretKey(text, 'base64') : null;
}

/** A new key. */
export function newSecretKey(fill: (bytes: Uint8Array) => void = randomFillSync): KeyObject {
  const bytes = Buffer.alloc(BYTES);
  fill(bytes);
  return createSecretKey(bytes);
}

/** The key as `readSecretKey` takes it. */
export function writeSecretKey(key: KeyObject): string {
  return key.export().toString('base64');
}

/** Names a key and tells nothing about it: 16 hex digits of a hash that is made for nothing else. */
export function idOfKey(key: KeyObject): string {
  return createHash('sha256').update('tributary key id 1\n').update(key.export()).digest('hex').slice(0, 16);
}
