import { type KeyObject, randomFillSync, randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { Problem } from './errors.ts';
import { makeFolder } from './folder.ts';
import { type Keys, newSecretKey, readSecretKey, writeSecretKey } from './secret-key.ts';

/** A file of keys that only its owner can read: one a line, the current one first. */
export interface KeyFile {
  /** The keys as they are now; a Problem where the file is not fit to hold them. */
  read(): Keys;
  /** Puts these in their place: whoever reads finds either, whole. Two that do this at once must wait for each other. */
  replace(keys: Keys): void;
}

const NAME = 'secret.key';
const OWNER_ALONE = 0o600;
const OTHERS = 0o077;
const WHERE = `${NAME} in the folder of DATA_DIR`;

/** The key file of that folder; the folder and a file with a new key are made where there are none. */
export async function openKeyFile(
  folder: string,
  fill: (bytes: Uint8Array) => void = randomFillSync,
): Promise<KeyFile> {
  const path = join(folder, NAME);
  try {
    await makeFolder(resolve(folder));
    if (!existsSync(path)) create(folder, path, [newSecretKey(fill)]);
  } catch (cause) {
    throw unusable('cannot be made', cause);
  }
  const file: KeyFile = {
    read: () => read(path),
    replace: (keys) => replace(folder, path, keys),
  };
  file.read();
  return file;
}

/** Whoever makes its name first has made it, and it is never seen half written. */
function create(folder: string, path: string, keys: Keys): void {
  const draft = `${path}.${randomUUID()}`;
  try {
    write(draft, keys);
    linkSync(draft, path);
    settle(folder);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function replace(folder: string, path: string, keys: Keys): void {
  const draft = `${path}.new`;
  try {
    // One that was left by a process which died.
    rmSync(draft, { force: true });
    write(draft, keys, path);
    renameSync(draft, path);
    settle(folder);
  } catch (cause) {
    rmSync(draft, { force: true });
    throw unusable('cannot be changed', cause);
  }
}

/** A new file; in the place of another one, it belongs to whom that belongs: the gateway may run as somebody else. */
function write(path: string, keys: Keys, like?: string): void {
  const descriptor = openSync(path, 'wx', OWNER_ALONE);
  try {
    if (like !== undefined) takeOwner(descriptor, like);
    writeFileSync(descriptor, keys.map((key) => `${writeSecretKey(key)}\n`).join(''));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function takeOwner(descriptor: number, like: string): void {
  const [now, wanted] = [fstatSync(descriptor), withFile(like, (file) => fstatSync(file))];
  if (now.uid !== wanted.uid || now.gid !== wanted.gid) fchownSync(descriptor, wanted.uid, wanted.gid);
}

/** The name itself is on the disk from then on. */
function settle(folder: string): void {
  withFile(folder, fsyncSync);
}

function read(path: string): Keys {
  const [text, mode] = readWithMode(path);
  if ((mode & OTHERS) !== 0) {
    const now = (mode & 0o777).toString(8);
    throw new Problem(
      'INVALID',
      `${WHERE} may be read by others (mode ${now}): set its mode to 600, then run rotate-key in case somebody has`,
    );
  }
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const [first, ...others] = lines.map((line) => readSecretKey(line.trim()));
  if (!first || !others.every((key): key is KeyObject => key !== null)) {
    throw new Problem('INVALID', `${WHERE} holds something that is no key: restore it from a copy, or set SECRET_KEY`);
  }
  return [first, ...others];
}

function readWithMode(path: string): readonly [text: string, mode: number] {
  try {
    return withFile(path, (descriptor) => [readFileSync(descriptor, 'utf8'), fstatSync(descriptor).mode]);
  } catch (cause) {
    throw unusable('cannot be read', cause);
  }
}

function withFile<T>(path: string, use: (descriptor: number) => T): T {
  const descriptor = openSync(path, 'r');
  try {
    return use(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function unusable(how: string, cause: unknown): Problem {
  const way = 'see to it that the gateway may use that folder, or set SECRET_KEY';
  return new Problem('INVALID', `${WHERE} ${how} (${codeOf(cause)}): ${way}`, 'later', { cause });
}

function codeOf(error: unknown): string {
  return (error as { code?: string }).code ?? 'unknown reason';
}
