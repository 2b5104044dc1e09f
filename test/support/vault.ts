import { type Keys, newSecretKey, writeSecretKey } from '../../src/base/secret-key.ts';
import { createVault } from '../../src/base/vault.ts';

/** A key that is the same every time, by a number. */
export const keyNumber = (number: number) => newSecretKey((bytes) => bytes.fill(number));

const KEYS: Keys = [keyNumber(7)];

/** What secrets in the databases of tests are sealed with, as an environment variable. */
export const SECRET_KEY = writeSecretKey(KEYS[0]);
/** A vault with that key. */
export const testVault = createVault(() => KEYS);
