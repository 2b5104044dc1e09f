import { createHash, randomFillSync, timingSafeEqual } from 'node:crypto';

// The secret of an API key: which key it is of, so that it can be looked up, and what nobody can guess.

/** What every secret begins with, so that people and scanners know one when they see it. */
export const SECRET_PREFIX = 'trb_';

const ID_PREFIX = 'key_';
const SECRET_BYTES = 32;
const SECRET = /^trb_([0-9a-f]{32})_[A-Za-z0-9_-]{43}$/;

/** A new secret for the key of that id, with 256 random bits. */
export function newKeySecret(id: string, fill: (bytes: Uint8Array) => void = randomFillSync): string {
  const bytes = new Uint8Array(SECRET_BYTES);
  fill(bytes);
  return `${SECRET_PREFIX}${id.slice(ID_PREFIX.length)}_${Buffer.from(bytes).toString('base64url')}`;
}

/** The id of the key whose secret this says it is; null for what has not the form of one. */
export function keyIdOf(secret: string): string | null {
  const id = SECRET.exec(secret)?.[1];
  return id === undefined ? null : `${ID_PREFIX}${id}`;
}

/** The SHA-256 of a secret, in hex: of 256 random bits nobody finds the secret from it, however fast it is. */
export function keyHashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** True if the hash is that secret's; takes as long where it is not. */
export function isHashOf(hash: string, secret: string): boolean {
  return timingSafeEqual(Buffer.from(hash, 'hex'), createHash('sha256').update(secret).digest());
}
