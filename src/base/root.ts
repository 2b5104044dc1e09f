import { existsSync } from 'node:fs';

/** The folder that holds package.json: the same from the sources and from the bundle. */
export function packageRoot(): URL {
  for (let folder = new URL('.', import.meta.url); ; folder = new URL('..', folder)) {
    if (existsSync(new URL('package.json', folder))) return folder;
    if (folder.pathname === '/') throw new Error('package.json was not found above the program');
  }
}
