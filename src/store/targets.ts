import type { Via } from '../model/target.ts';
import type { KeptTarget } from './alert-shapes.ts';
import type { TargetStore } from './alert-store.ts';
import type { TargetTable } from './alert-tables.ts';
import { decode, lastByKey, writeRows } from './rows.ts';
import type { Scope } from './scope.ts';
import { type Sealer, sealerOf } from './sealed.ts';

/** Where a workspace sends messages to. */
export function targetStore(scope: Scope): TargetStore {
  const { db, workspace } = scope;
  const sealer = sealerOf(scope, 'targets');
  return {
    put: (targets) =>
      scope.atomically(async (tx) => {
        const rows = lastByKey(targets, ({ id }) => id).map((target) => toRow(workspace, target, sealer));
        await writeRows(rows, (part) =>
          tx.db
            .insertInto('targets')
            .values(part)
            .onConflict((conflict) =>
              conflict.columns(['workspace', 'id']).doUpdateSet((eb) => ({
                name: eb.ref('excluded.name'),
                enabled: eb.ref('excluded.enabled'),
                url: eb.ref('excluded.url'),
                recipients: eb.ref('excluded.recipients'),
                secret: eb.ref('excluded.secret'),
                old_secret: eb.ref('excluded.old_secret'),
                old_secret_until: eb.ref('excluded.old_secret_until'),
                why_off: eb.ref('excluded.why_off'),
              })),
            )
            .execute(),
        );
      }),
    async remove(id) {
      await db
        .deleteFrom('messages')
        .where('workspace', '=', workspace)
        .where('target_id', '=', id)
        .where('status', '=', 'QUEUED')
        .execute();
      await db.deleteFrom('targets').where('workspace', '=', workspace).where('id', '=', id).execute();
    },
    async all() {
      const rows = await db
        .selectFrom('targets')
        .selectAll()
        .where('workspace', '=', workspace)
        .orderBy('id')
        .execute();
      return rows.map((row) => toTarget(row, sealer));
    },
  };
}

function toRow(workspace: string, target: KeptTarget, sealer: Sealer<'targets'>): TargetTable {
  return {
    workspace,
    id: target.id,
    name: target.name,
    enabled: target.enabled ? 1 : 0,
    via: target.via,
    url: target.url,
    recipients: JSON.stringify(target.recipients),
    secret: sealer.seal('secret', target.id, target.secret),
    old_secret: sealer.seal('old_secret', target.id, target.oldSecret),
    old_secret_until: target.oldSecretUntil,
    why_off: target.whyOff,
    created_at: target.createdAt,
  };
}

function toTarget(row: TargetTable, sealer: Sealer<'targets'>): KeptTarget {
  return {
    id: row.id,
    name: row.name,
    enabled: row.enabled === 1,
    via: row.via as Via,
    url: row.url,
    recipients: decode(row.recipients),
    secret: sealer.open('secret', row.id, row.secret),
    oldSecret: sealer.open('old_secret', row.id, row.old_secret),
    oldSecretUntil: row.old_secret_until,
    whyOff: row.why_off,
    createdAt: row.created_at,
  };
}
