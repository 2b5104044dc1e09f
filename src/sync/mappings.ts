import { Problem } from '../base/errors.ts';
import type { Kind } from '../model/kind.ts';
import type { Mapping } from '../model/mapping.ts';
import type { KeptMapping } from '../store/kept-mapping.ts';
import type { Store } from '../store/store.ts';

/** The setting that counts how often mappings were changed: another process may have done it. */
const REVISION = 'mappings:revision';

/** A mapping that is in force, or was; version 0 is the one the system ships. */
export type KnownMapping = Omit<KeptMapping, 'at'> & { readonly at: number | null };

/** What every system ships. */
export type ShippedMappings = ReadonlyMap<string, Readonly<Partial<Record<Kind, Mapping>>>>;

/** The mappings in force, at hand without asking the store. */
export interface MappingBook {
  of(system: string, kind: Kind): Mapping;
  /** The same with its version, and who put it in force. */
  known(system: string, kind: Kind): KnownMapping;
  /** What the system ships. */
  shipped(system: string, kind: Kind): KnownMapping;
  /** Makes sure that it holds what the store holds now; one small read where nothing changed. */
  renew(store: Pick<Store, 'settings' | 'mappings'>): Promise<void>;
}

/** An empty book: what is shipped is in force until it is renewed. */
export function createMappingBook(shipped: ShippedMappings): MappingBook {
  let revision: unknown;
  let kept = new Map<string, KeptMapping>();

  function shippedOf(system: string, kind: Kind): KnownMapping {
    const rows = shipped.get(system)?.[kind] ?? [];
    return { system, kind, version: 0, rows, actor: null, why: null, at: null };
  }

  const known = (system: string, kind: Kind) => kept.get(`${system} ${kind}`) ?? shippedOf(system, kind);
  return {
    known,
    of: (system, kind) => kept.get(`${system} ${kind}`)?.rows ?? shipped.get(system)?.[kind] ?? [],
    shipped: shippedOf,
    async renew(store) {
      const now = await store.settings.get(REVISION);
      if (now === revision) return;
      kept = new Map((await store.mappings.inForce()).map((one) => [`${one.system} ${one.kind}`, one]));
      revision = now;
    },
  };
}

/** Puts a version in force for every process; the books learn of it when they are renewed. */
export async function keepMapping(tx: Store, mapping: KeptMapping): Promise<void> {
  await tx.mappings.add(mapping);
  await tx.settings.put(REVISION, Number((await tx.settings.get(REVISION)) ?? 0) + 1);
}

/** The rows of any version, 0 for what is shipped; rejects with NOT_FOUND where there is no such version. */
export async function mappingOf(
  book: MappingBook,
  store: Pick<Store, 'mappings'>,
  system: string,
  kind: Kind,
  version: number,
): Promise<Mapping> {
  if (version === 0) return book.shipped(system, kind).rows;
  const kept = await store.mappings.get(system, kind, version);
  if (kept) return kept.rows;
  const text = `There is no version ${version} of the mapping of ${kind}s in ${system}`;
  throw new Problem('NOT_FOUND', text, 'never', { path: ['input', 'version'] });
}
