import { readdirSync, readFileSync } from 'node:fs';

interface Routed {
  readonly path: string;
}

/** The paths of all pages: each folder of `pages` says its own in `route.json`. */
export function pagePaths(pages: URL): string[] {
  return readdirSync(pages)
    .map((name) => JSON.parse(readFileSync(new URL(`${name}/route.json`, pages), 'utf8')) as Routed)
    .map(({ path }) => path);
}
