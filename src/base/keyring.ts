import type { KeyObject } from 'node:crypto';
import { type KeyFile, openKeyFile } from './key-file.ts';
import { createVault, type Vault } from './vault.ts';

/** What a gateway seals its secrets with. */
export interface Keyring {
  readonly vault: Vault;
  /** Where the keys are kept; null where they were given. */
  readonly file: KeyFile | null;
}

/** With the keys given, or, where none is, with those of the key file in that folder, which is made where it is missing. */
export async function openKeyring(given: readonly KeyObject[], folder: string): Promise<Keyring> {
  const [current, ...older] = given;
  if (current) return { vault: createVault(() => [current, ...older]), file: null };
  const file = await openKeyFile(folder);
  return { vault: createVault(file.read), file };
}
