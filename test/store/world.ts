import { afterAll, beforeAll, describe } from 'vitest';
import type { EntityQuery, PageRequest, PageResult, Position, Store } from '../../src/store/store.ts';
import { engines, type Place } from '../support/databases.ts';

/** What a suite is given: a new, empty workspace on every call of `newStore`. */
export interface World {
  newStore(): Store;
  /** The same workspace through another connection where the engine allows that, else the same store. */
  elsewhere(store: Store): Promise<Store>;
}

/** Runs a suite over every engine, all its tests in one database. */
export function describeStore(name: string, define: (world: World) => void): void {
  for (const engine of engines)
    describe.skipIf(!engine.available)(`${name} on ${engine.name}`, () => {
      let place: Place | null = null;
      let open: (workspace: string) => Store;
      let count = 0;

      beforeAll(async () => {
        place = await engine.place();
        open = (await place.open()).store;
      });
      afterAll(async () => place?.remove());

      define({
        newStore: () => open(`w${++count}`),
        async elsewhere(store) {
          const other = engine.shared ? await place?.open() : null;
          return other ? other.store(store.workspace) : store;
        },
      });
    });
}

/** Long enough for everything that a test makes. */
export const FIRST_PAGE: PageRequest = { limit: 100, forward: true, from: null };

/** The first page of a list of entities. */
export function list(store: Store, query: EntityQuery) {
  return store.entities.page(query, FIRST_PAGE);
}

/** All items of a list, read page by page from its start or its end, in list order. */
export async function walk<T>(read: (page: PageRequest) => Promise<PageResult<T>>, limit: number, forward: boolean) {
  const items: T[] = [];
  let from: Position | null = null;
  for (;;) {
    const page: PageResult<T> = await read({ limit, forward, from });
    items.splice(forward ? items.length : 0, 0, ...page.items);
    if (!page.more) return items;
    from = (forward ? page.positions.at(-1) : page.positions[0]) ?? null;
  }
}

/** An item by its id, for short expectations. */
export function idOf(item: { readonly id: string }): string {
  return item.id;
}

/** Groups as a plain object of ids. */
export function idsByKey(groups: Map<string, readonly { id: string }[]>) {
  return Object.fromEntries([...groups].map(([key, items]) => [key, items.map(idOf)]));
}
