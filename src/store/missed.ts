import { lastByKey, writeRows } from './rows.ts';
import type { Scope } from './scope.ts';
import type { Store } from './store.ts';

/** A notice may come so much later than polling found what it tells of. */
const GRACE_MS = 2 * 60_000;

/** How long what was found is counted. */
const COUNTED_MS = 24 * 3_600_000;

/** The changes that polling found in a workspace. Whether a notice told of one is looked up when they are counted: it may come later. */
export function missedStore({ db, workspace, clock }: Scope): Store['missed'] {
  const counted = () => clock.now() - COUNTED_MS;
  return {
    async found(changes) {
      if (changes.length === 0) return;
      const rows = changes.map(({ system, kind, recordId, since }) => ({
        workspace,
        system,
        kind,
        record_id: recordId,
        found_at: clock.now(),
        since,
      }));
      const distinct = lastByKey(rows, (row) => JSON.stringify([row.system, row.kind, row.record_id]));
      await writeRows(distinct, (part) =>
        db
          .insertInto('missed_webhooks')
          .values(part)
          .onConflict((conflict) => conflict.doNothing())
          .execute(),
      );
      for (const system of new Set(changes.map((change) => change.system)))
        await db
          .deleteFrom('missed_webhooks')
          .where('workspace', '=', workspace)
          .where('system', '=', system)
          .where('found_at', '<=', counted())
          .execute();
    },
    async count(system) {
      const { total } = await db
        .selectFrom('missed_webhooks as missed')
        .select((eb) => eb.fn.countAll<number>().as('total'))
        .where('missed.workspace', '=', workspace)
        .where('missed.system', '=', system)
        .where('missed.found_at', '>', counted())
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('inbox')
                .select('inbox.id')
                .whereRef('inbox.workspace', '=', 'missed.workspace')
                .whereRef('inbox.system', '=', 'missed.system')
                .whereRef('inbox.kind', '=', 'missed.kind')
                .whereRef('inbox.record_id', '=', 'missed.record_id')
                .where((eb) => eb('inbox.received_at', '<=', eb('missed.found_at', '+', GRACE_MS)))
                // One received before the record was last seen told of it all the same if it was not worked by then.
                .where((eb) =>
                  eb.or([
                    eb('inbox.received_at', '>=', eb.ref('missed.since')),
                    eb('inbox.done_at', 'is', null),
                    eb('inbox.done_at', '>=', eb.ref('missed.found_at')),
                  ]),
                ),
            ),
          ),
        )
        .executeTakeFirstOrThrow();
      return total;
    },
  };
}
