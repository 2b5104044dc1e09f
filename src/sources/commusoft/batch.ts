import { type Problem, toProblem } from '../../base/errors.ts';
import { path } from '../../base/path.ts';
import type { RecordRef } from '../source.ts';

/** Up to so many, asking for each alone is cheaper than asking for all there are. */
export const ONE_BY_ONE = 3;

/** DataLoader's contract for records: each ref's answer in its place, or its Problem; an unsafe id is refused without a call. */
export function eachRef<R>(refs: readonly RecordRef[], ask: (ref: RecordRef) => Promise<R>): Promise<(R | Problem)[]> {
  return Promise.all(refs.map((ref) => guarded(ref, ask).catch(toProblem)));
}

/** The same for ids, such as those of contacts whose children are listed. */
export function eachId<R>(ids: readonly string[], ask: (id: string) => Promise<R>): Promise<(R | Problem)[]> {
  return eachRef(
    ids.map((id) => ({ id })),
    (ref) => ask(ref.id),
  );
}

/** The answer of `ask`, asked at the first call and shared by the later ones. */
export function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | null = null;
  return () => {
    asked ??= ask();
    return asked;
  };
}

async function guarded<R>(ref: RecordRef, ask: (ref: RecordRef) => Promise<R>): Promise<R> {
  assertSafe(ref.id);
  if (ref.contactId !== undefined) assertSafe(ref.contactId);
  return await ask(ref);
}

/** Throws INVALID where the id could not stand in a path. */
function assertSafe(id: string): void {
  path`/${id}`;
}
