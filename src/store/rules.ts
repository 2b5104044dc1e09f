import type { Selectable } from 'kysely';
import { decode, lastByKey, writeRows } from './rows.ts';
import type { Scope } from './scope.ts';
import type { KeptRule } from './shapes.ts';
import type { Store } from './store.ts';
import type { RuleTable } from './tables.ts';

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
            })),
          )
          .execute(),
      );
    },
    async all() {
      const rows = await db.selectFrom('rules').selectAll().where('workspace', '=', workspace).orderBy('id').execute();
      return rows.map(toRule);
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

function toRow(workspace: string, { rule, version, shipped, activeFrom }: KeptRule): RuleTable {
  return {
    workspace,
    id: rule.id,
    version,
    definition: JSON.stringify(rule),
    shipped: shipped && JSON.stringify(shipped),
    active_from: activeFrom,
  };
}

function toRule(row: Selectable<RuleTable>): KeptRule {
  return {
    rule: decode(row.definition),
    version: row.version,
    shipped: row.shipped === null ? null : decode(row.shipped),
    activeFrom: row.active_from,
  };
}
