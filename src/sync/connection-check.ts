import { toProblem } from '../base/errors.ts';
import { KINDS, type Kind } from '../model/kind.ts';
import type { Collection, Source } from '../sources/source.ts';

/** One thing that was tried on a system, and what came of it, in words a person can act on. */
export interface ConnectionCheck {
  readonly what: string;
  readonly ok: boolean;
  readonly message: string;
  /** The code of what was wrong; null where nothing was. */
  readonly code: string | null;
}

/** What is missing or works at a system, tried by reading: nothing is written there. The credential comes first; where that fails nothing else is tried. */
export async function checkConnection(name: string, source: Source): Promise<readonly ConnectionCheck[]> {
  const credential = await tried('the credential', `${name} accepts it`, () => source.probe());
  if (!credential.ok) return [credential];
  const kinds = KINDS.filter((kind) => source.collections[kind]);
  const reads = await Promise.all(
    kinds.map((kind) =>
      tried(`reading ${kind}s`, worksFor(kind, source.collections[kind]), () => readSome(source.collections[kind])),
    ),
  );
  return [credential, ...reads, webhooksOf(name, source)];
}

/** True if the system may be worked with, even where a part is missing. */
export function isUsable([credential]: readonly ConnectionCheck[]): boolean {
  return credential?.ok ?? false;
}

async function tried(what: string, works: string, attempt: () => Promise<unknown>): Promise<ConnectionCheck> {
  try {
    await attempt();
    return { what, ok: true, message: works, code: null };
  } catch (thrown) {
    const { code, message } = toProblem(thrown);
    return { what, ok: false, message, code };
  }
}

/** The first page is enough to learn whether the credential may. */
async function readSome(collection: Collection | undefined): Promise<void> {
  for await (const _page of collection?.scan(null) ?? []) return;
}

function worksFor(kind: Kind, collection: Collection | undefined): string {
  const write = collection?.write;
  const writes = [write?.create && 'creating', write?.update && 'changing', write?.remove && 'deleting'].filter(
    Boolean,
  );
  return `works; ${writes.length > 0 ? `not tried: ${writes.join(', ')}` : `${kind}s are only read`}`;
}

function webhooksOf(name: string, { webhooks }: Source): ConnectionCheck {
  const what = 'webhooks';
  if (webhooks) return { what, ok: true, message: `${name} may tell of changes at the webhook address`, code: null };
  const message = `no secret is set, so ${name}'s webhooks are refused and changes are found by polling`;
  return { what, ok: false, message, code: null };
}
