import type { KeyFile } from '../base/key-file.ts';
import { idOfKey, newSecretKey } from '../base/secret-key.ts';
import type { Vault } from '../base/vault.ts';
import { WORKSPACE } from '../config.ts';
import type { Secrets } from '../store/store.ts';
import { type Command, EXIT, type Outcome, type Tools } from './command.ts';
import { noted } from './noted.ts';
import { withDatabase } from './with-store.ts';

/** Seals all secrets with a new key, beside a running gateway too. Repeated after an interruption, it ends what was begun. */
export const rotateKey: Command = {
  words: ['rotate-key'],
  parameters: [],
  what: 'seals all secrets with a new key; may be repeated',
  run: (_, tools) =>
    withDatabase(tools, ({ secrets, store }, { vault, file }) =>
      noted(store(WORKSPACE), { words: ['rotate-key'] }, () =>
        file ? rotateFile(secrets, file, tools) : sealWithGiven(secrets, vault, tools),
      ),
    ),
};

/** Keys change while nobody seals, so that nothing is ever sealed with one that is not in the file. */
async function rotateFile(secrets: Secrets, file: KeyFile, tools: Tools): Promise<Outcome> {
  await tools.write(await secrets.inUse(() => begin(file)));
  const count = await sealAnew(secrets, tools);
  const left = await secrets.inUse((keyIds) => giveUp(file, keyIds));
  return left === 0
    ? { code: EXIT.done, lines: [`${sealedAnew(count)}; the former key is gone from secret.key.`] }
    : { code: EXIT.failed, lines: [`${sealedAnew(count)}, but former keys are still in use: run rotate-key again.`] };
}

/** More keys than one are left of an earlier time that was interrupted. */
function begin(file: KeyFile): string {
  const keys = file.read();
  if (keys.length > 1) return `Going on with the key ${idOfKey(keys[0])} of secret.key.\n`;
  const key = newSecretKey();
  file.replace([key, ...keys]);
  return `New key ${idOfKey(key)} in secret.key.\n`;
}

/** Keeps the current key and what is still in use; answers how many these are. */
function giveUp(file: KeyFile, keyIds: ReadonlySet<string>): number {
  const [current, ...older] = file.read();
  const used = older.filter((key) => keyIds.has(idOfKey(key)));
  if (used.length < older.length) file.replace([current, ...used]);
  return used.length;
}

async function sealWithGiven(secrets: Secrets, vault: Vault, tools: Tools): Promise<Outcome> {
  const count = await sealAnew(secrets, tools);
  const others = await secrets.inUse((keyIds) => [...keyIds].filter((id) => id !== vault.keyId()));
  return others.length === 0
    ? {
        code: EXIT.done,
        lines: [
          `${sealedAnew(count)}; all are sealed with SECRET_KEY now.`,
          'SECRET_KEY_OLD may be removed, once every gateway runs with this SECRET_KEY.',
        ],
      }
    : {
        code: EXIT.failed,
        lines: [
          `${sealedAnew(count)}, but a gateway still seals with a SECRET_KEY_OLD: restart it, then run this again.`,
        ],
      };
}

function sealAnew(secrets: Secrets, { write }: Tools): Promise<number> {
  return secrets.sealAnew((sealed) => write(`${sealedAnew(sealed)} ...\n`));
}

function sealedAnew(count: number): string {
  return `${count} ${count === 1 ? 'secret' : 'secrets'} sealed anew`;
}
