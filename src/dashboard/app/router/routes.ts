import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { matchPath, type Parameters } from './match.ts';

/** What a page gets: what its path says in the places of `:name`. */
export interface PageProps {
  readonly parameters: Parameters;
}

/** What a page's `route.json` says. */
interface RouteFile {
  readonly path: string;
  /** Its place in the navigation; absent: it is reached from another page. */
  readonly nav?: { readonly label: string; readonly order: number };
  /** The scope without which it shows nothing; absent: contacts.readonly, which everybody has. */
  readonly scope?: string;
}

/** A page and where it is. */
export interface Route extends RouteFile {
  readonly Page: LazyExoticComponent<ComponentType<PageProps>>;
}

// A page is a folder: `route.json` says where it is, and `page.tsx`, loaded when somebody goes there, exports `Page`.
const files = import.meta.glob<RouteFile>('../../pages/*/route.json', { eager: true, import: 'default' });
const loads = import.meta.glob<ComponentType<PageProps>>('../../pages/*/page.tsx', { import: 'Page' });

/** All pages. */
export const routes: readonly Route[] = Object.entries(files).map(([file, route]) => {
  const load = loads[file.replace('route.json', 'page.tsx')];
  if (!load) throw new Error(`There is no page beside ${file}`);
  return { ...route, Page: lazy(async () => ({ default: await load() })) };
});

/** The page at that path, and what the path says; null where there is none. */
export function routeAt(path: string): { route: Route; parameters: Parameters } | null {
  for (const route of routes) {
    const parameters = matchPath(route.path, path);
    if (parameters) return { route, parameters };
  }
  return null;
}
