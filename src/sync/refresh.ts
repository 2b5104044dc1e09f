import { toProblem } from '../base/errors.ts';
import type { Kind } from '../model/kind.ts';
import { bring, type ReadAnswer, readChildren, readRecords } from './bring.ts';
import type { Connection } from './connection.ts';
import type { Cause, SyncContext } from './context.ts';
import type { Scope } from './freshness.ts';

/** What a look at a system came to: the snapshot was good, was renewed, or could not be because the system did not answer. */
export type Look = 'fresh' | 'renewed' | 'failed';

/** Makes sure that these records were looked at since `since` (ms since 1970): in DataLoader's contract, with one upstream batch. */
export async function refreshRecords(
  context: SyncContext,
  connection: Connection,
  kind: Kind,
  refs: readonly { id: string; contactId?: string }[],
  since: number,
  cause: Cause,
): Promise<Look[]> {
  const scopes = refs.map((ref): Scope => `record:${ref.id}`);
  const asked = { connection, kind, scopes, since, cause };
  return look(context, asked, (stale) =>
    readRecords(
      context,
      connection,
      kind,
      refs.filter((_, i) => stale.has(scopes[i] ?? 'record:')),
    ),
  );
}

/** The same for the lists of records that belong to these contacts. */
export async function refreshChildren(
  context: SyncContext,
  connection: Connection,
  kind: Kind,
  contactIds: readonly string[],
  since: number,
  cause: Cause,
): Promise<Look[]> {
  const scopes = contactIds.map((id): Scope => `of:${id}`);
  const asked = { connection, kind, scopes, since, cause };
  return look(context, asked, (stale) =>
    readChildren(
      context,
      connection,
      kind,
      contactIds.filter((id) => stale.has(`of:${id}`)),
    ),
  );
}

interface Asked {
  readonly connection: Connection;
  readonly kind: Kind;
  readonly scopes: readonly Scope[];
  readonly since: number;
  readonly cause: Cause;
}

async function look(
  context: SyncContext,
  { connection, kind, scopes, since, cause }: Asked,
  read: (stale: ReadonlySet<Scope>) => Promise<ReadAnswer>,
): Promise<Look[]> {
  const stale = new Set(await context.freshness.unseenSince(connection.id, kind, scopes, since));
  if (stale.size === 0) return scopes.map(() => 'fresh');
  try {
    const answer = await read(stale);
    await bring(context, { system: connection.id, kind, ...answer }, { cause, spread: true });
    const failed = (scope: Scope) => answer.failed.has(scope.slice(scope.indexOf(':') + 1));
    const looked = [...stale].filter((scope) => !failed(scope));
    await context.freshness.saw(connection.id, kind, looked, answer.readAt);
    return scopes.map((scope) => (!stale.has(scope) ? 'fresh' : failed(scope) ? 'failed' : 'renewed'));
  } catch (thrown) {
    const problem = toProblem(thrown);
    if (problem.code === 'INTERNAL')
      context.log.error({ system: connection.id, err: problem.cause }, 'refreshing failed');
    return scopes.map((scope) => (stale.has(scope) ? 'failed' : 'fresh'));
  }
}
