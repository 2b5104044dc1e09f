import type { Alert, AlertState } from '../model/alert.ts';
import type { KeptAlertRule } from './alert-shapes.ts';
import type { AlertRuleStore, AlertStore } from './alert-store.ts';
import type { AlertRuleTable, AlertTable } from './alert-tables.ts';
import { type Ordering, pageOf } from './page.ts';
import { decode, lastByKey, readByKeys, writeRows } from './rows.ts';
import type { Scope } from './scope.ts';

const NEWEST_FIRST: Ordering = { column: 'at', type: 'number', direction: 'desc' };

/** The alert rules of a workspace. */
export function alertRuleStore({ db, workspace }: Scope): AlertRuleStore {
  return {
    async put(rules) {
      const rows = lastByKey(rules, ({ rule }) => rule.id).map((kept) => toRuleRow(workspace, kept));
      await writeRows(rows, (part) =>
        db
          .insertInto('alert_rules')
          .values(part)
          .onConflict((conflict) =>
            conflict.columns(['workspace', 'id']).doUpdateSet((eb) => ({
              definition: eb.ref('excluded.definition'),
              shipped: eb.ref('excluded.shipped'),
              muted_until: eb.ref('excluded.muted_until'),
            })),
          )
          .execute(),
      );
    },
    async all() {
      const rows = await db
        .selectFrom('alert_rules')
        .selectAll()
        .where('workspace', '=', workspace)
        .orderBy('id')
        .execute();
      return rows.map(toRule);
    },
  };
}

/** The alerts of a workspace, current and past. */
export function alertStore({ db, workspace }: Scope): AlertStore {
  const alerts = () => db.selectFrom('alerts').selectAll().where('workspace', '=', workspace);
  return {
    async put(changed) {
      const rows = lastByKey(changed, ({ id }) => id).map((alert) => toRow(workspace, alert));
      await writeRows(rows, (part) =>
        db
          .insertInto('alerts')
          .values(part)
          .onConflict((conflict) =>
            conflict.columns(['workspace', 'id']).doUpdateSet((eb) => ({
              message: eb.ref('excluded.message'),
              state: eb.ref('excluded.state'),
              since: eb.ref('excluded.since'),
              raised_at: eb.ref('excluded.raised_at'),
              recovered_at: eb.ref('excluded.recovered_at'),
              told: eb.ref('excluded.told'),
              at: eb.ref('excluded.at'),
            })),
          )
          .execute(),
      );
    },
    async remove(ids) {
      await readByKeys(ids, async (part) => {
        await db.deleteFrom('alerts').where('workspace', '=', workspace).where('id', 'in', part).execute();
        return [];
      });
    },
    async get(ids) {
      const rows = await readByKeys(ids, (part) =>
        alerts().where('id', 'in', part).where('state', '<>', 'WATCHED').execute(),
      );
      return new Map(rows.map((row) => [row.id, toAlert(row)]));
    },
    async current() {
      return (await alerts().where('state', '<>', 'RECOVERED').execute()).map(toAlert);
    },
    page({ open, ruleId }, page) {
      const states = open === undefined ? ['RAISED', 'RECOVERED'] : [open ? 'RAISED' : 'RECOVERED'];
      const chosen = alerts().where('state', 'in', states);
      return pageOf(ruleId === undefined ? chosen : chosen.where('rule_id', '=', ruleId), NEWEST_FIRST, page, toAlert);
    },
  };
}

function toRuleRow(workspace: string, { rule, shipped, mutedUntil }: KeptAlertRule): AlertRuleTable {
  return {
    workspace,
    id: rule.id,
    definition: JSON.stringify(rule),
    shipped: shipped && JSON.stringify(shipped),
    muted_until: mutedUntil,
  };
}

function toRule(row: AlertRuleTable): KeptAlertRule {
  return {
    rule: decode(row.definition),
    shipped: row.shipped === null ? null : decode(row.shipped),
    mutedUntil: row.muted_until,
  };
}

function toRow(workspace: string, alert: Alert): AlertTable {
  return {
    workspace,
    id: alert.id,
    rule_id: alert.ruleId,
    subject: alert.subject,
    system: alert.system,
    message: alert.message,
    state: alert.state,
    since: alert.since,
    raised_at: alert.raisedAt,
    recovered_at: alert.recoveredAt,
    told: JSON.stringify(alert.told),
    at: alert.at,
  };
}

function toAlert(row: AlertTable): Alert {
  return {
    id: row.id,
    ruleId: row.rule_id,
    subject: row.subject,
    system: row.system,
    message: row.message,
    state: row.state as AlertState,
    since: row.since,
    raisedAt: row.raised_at,
    recoveredAt: row.recovered_at,
    told: decode(row.told),
    at: row.at,
  };
}
