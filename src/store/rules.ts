import type { Selectable } from 'kysely';
import { anyOf, decode, lastByKey, writeRows } from './rows.ts';
import type { KeptRule, RuleVersion } from './rule-shapes.ts';
import type { Scope } from './scope.ts';
import type { Store } from './store.ts';
import type { RuleTable, RuleVersionTable } from './tables.ts';

/** The rules of a workspace. */
export function ruleStore({ db, workspace }: Scope): Store['rules'] {
  return {
    async put(rules) {
      const rows = lastByKey(rules, ({ rule }) => rule.id).map((kept) => toRow(workspace, kept));
      await writeRows(rows, (part) =>
        db
          .insertInto('rules')
          .values(part)
          .onConflict((conflict) =>
            conflict.columns(['workspace', 'id']).doUpdateSet((eb) => ({
              version: eb.ref('excluded.version'),
              definition: eb.ref('excluded.definition'),
              shipped: eb.ref('excluded.shipped'),
              active_from: eb.ref('excluded.active_from'),
              paused_at: eb.ref('excluded.paused_at'),
              resumed_at: eb.ref('excluded.resumed_at'),
            })),
          )
          .execute(),
      );
    },
    async all() {
      const rows = await db.selectFrom('rules').selectAll().where('workspace', '=', workspace).orderBy('id').execute();
      return rows.map(toRule);
    },
    async remove(ids) {
      await db.deleteFrom('rules').where('workspace', '=', workspace).where('id', 'in', anyOf(ids)).execute();
    },
    async pause(id, at) {
      await db
        .updateTable('rules')
        .set({ paused_at: at })
        .where('workspace', '=', workspace)
        .where('id', '=', id)
        .execute();
    },
    async keepVersions(versions) {
      const rows = lastByKey(versions, ({ rule }) => rule.id).map((version) => toVersionRow(workspace, version));
      await writeRows(rows, (part) =>
        db
          .insertInto('rule_versions')
          .values(part)
          .onConflict((conflict) =>
            conflict
              .columns(['workspace', 'rule_id', 'version'])
              .doUpdateSet((eb) => ({ definition: eb.ref('excluded.definition') })),
          )
          .execute(),
      );
    },
    async versions(ruleId) {
      const rows = await db
        .selectFrom('rule_versions')
        .selectAll()
        .where('workspace', '=', workspace)
        .where('rule_id', '=', ruleId)
        .orderBy('version', 'desc')
        .execute();
      return rows.map(({ definition, version, at, why }) => ({ rule: decode(definition), version, at, why }));
    },
    async firedCounts() {
      const rows = await db
        .selectFrom('rule_firings')
        .select((eb) => ['rule_id', eb.fn.countAll<number>().as('firings'), eb.fn.max('at').as('last_at')])
        .where('workspace', '=', workspace)
        .groupBy('rule_id')
        .execute();
      return new Map(rows.map((row) => [row.rule_id, { firings: Number(row.firings), lastAt: row.last_at }]));
    },
  };
}

function toRow(workspace: string, { rule, version, shipped, activeFrom, pausedAt, resumedAt }: KeptRule): RuleTable {
  return {
    workspace,
    id: rule.id,
    version,
    definition: JSON.stringify(rule),
    shipped: shipped && JSON.stringify(shipped),
    active_from: activeFrom,
    paused_at: pausedAt,
    resumed_at: resumedAt,
  };
}

function toVersionRow(workspace: string, { rule, version, at, why }: RuleVersion): RuleVersionTable {
  return { workspace, rule_id: rule.id, version, definition: JSON.stringify(rule), at, why };
}

function toRule(row: Selectable<RuleTable>): KeptRule {
  return {
    rule: decode(row.definition),
    version: row.version,
    shipped: row.shipped === null ? null : decode(row.shipped),
    activeFrom: row.active_from,
    pausedAt: row.paused_at,
    resumedAt: row.resumed_at,
  };
}
