import { access, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder, for its owner alone, and the parents it lacks; an absolute path. Node's own recursive mkdir never returns
 * where the file system refuses new names (/proc), so the parents are made one by one.
 */
export async function makeFolder(folder: string): Promise<void> {
  const there = await access(folder).then(
    () => true,
    () => false,
  );
  if (there) return;
  if (dirname(folder) !== folder) await makeFolder(dirname(folder));
  await mkdir(folder, { mode: 0o700 }).catch((error: { code?: string }) => {
    // Another process starting at the same time was first.
    if (error.code !== 'EEXIST') throw error;
  });
}
