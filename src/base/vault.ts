import { createCipheriv, createDecipheriv, type KeyObject, randomFillSync } from 'node:crypto';
import { Problem } from './errors.ts';
import { idOfKey, type Keys } from './secret-key.ts';

/** Seals texts that are kept, so that who has the database or a copy of it has not what they say. */
export interface Vault {
  /** The text for that place, sealed with the current key. Another place does not open it, e.g. another row or workspace. */
  seal(text: string, place: string): string;
  /** What was sealed for that place; a Problem says what an operator must do where it does not open. */
  open(sealed: string, place: string): string;
  /** The id of the key that seals now. */
  keyId(): string;
  /** Is that key here? */
  has(keyId: string): boolean;
}

const CIPHER = 'aes-256-gcm';
/** What NIST SP 800-38D advises: an IV of 96 bits, and the whole tag. */
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** How every sealed text begins; the key's id follows. */
export const SEAL = 'sealed:1:';
const FORM = /^sealed:1:([0-9a-f]{16}):([A-Za-z0-9_-]{38,})$/;
/** How many characters of a sealed text say which key sealed it. */
export const SEAL_AND_KEY_ID = SEAL.length + 16;

/** Is it a text that a vault made? */
export function isSealed(text: string): boolean {
  return FORM.test(text);
}

/**
 * A vault with the keys that `read` answers: asked before every sealing, and where a text was sealed with a key that was not
 * there before, so that keys can be changed beside a running gateway. The keys cannot be had from it.
 */
export function createVault(read: () => Keys, fill: (bytes: Uint8Array) => void = randomFillSync): Vault {
  // What was read before a key was given up may still have to be opened: no key is forgotten.
  const known = new Map<string, KeyObject>();

  function current(): readonly [id: string, key: KeyObject] {
    const keys = read();
    for (const key of keys) known.set(idOfKey(key), key);
    return [idOfKey(keys[0]), keys[0]];
  }

  function find(keyId: string): KeyObject | undefined {
    if (!known.has(keyId)) current();
    return known.get(keyId);
  }

  return {
    seal(text, place) {
      const [id, key] = current();
      const iv = new Uint8Array(IV_BYTES);
      fill(iv);
      const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(place));
      const bytes = [iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()];
      return `${SEAL}${id}:${Buffer.concat(bytes).toString('base64url')}`;
    },
    open(sealed, place) {
      const [, id = '', text = ''] = FORM.exec(sealed) ?? [];
      if (!id) throw unreadable(`What is kept at "${place}" is not sealed, so it is not ours`);
      const key = find(id);
      if (!key) throw keyMissing(`What is kept at "${place}" is`, id);
      const opened = decipher(Buffer.from(text, 'base64url'), key, place);
      if (opened === null) throw unreadable(`What is kept at "${place}" was changed or put there from elsewhere`);
      return opened;
    },
    keyId: () => current()[0],
    has: (keyId) => find(keyId) !== undefined,
  };
}

/** Null where it was sealed otherwise. */
function decipher(bytes: Buffer, key: KeyObject, place: string): string | null {
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(place))
    .setAuthTag(bytes.subarray(-TAG_BYTES));
  const text = decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES));
  try {
    return Buffer.concat([text, decipher.final()]).toString();
  } catch {
    return null;
  }
}

/** Says which key is missing and where to put it; `what` begins the sentence, e.g. "Secrets are". Putting it there mends it. */
export function keyMissing(what: string, keyId: string): Problem {
  const way = 'put it into SECRET_KEY_OLD, or restore secret.key where the gateway keeps its key in that file';
  return new Problem('INVALID', `${what} sealed with the key ${keyId}, which is not here: ${way}`, 'later');
}

function unreadable(what: string): Problem {
  return new Problem('INVALID', `${what}: it does not open; enter it anew, or restore the database`);
}
