import { decode } from './rows.ts';
import type { Scope } from './scope.ts';
import type { Store } from './store.ts';

/** Small values a workspace remembers by name, such as where a scan stands. */
export function settingStore({ db, workspace }: Scope): Store['settings'] {
  return {
    async get(key) {
      const row = await db
        .selectFrom('settings')
        .select('value')
        .where('workspace', '=', workspace)
        .where('key', '=', key)
        .executeTakeFirst();
      return row ? decode(row.value) : undefined;
    },
    async put(key, value) {
      const json = JSON.stringify(value);
      await db
        .insertInto('settings')
        .values({ workspace, key, value: json })
        .onConflict((conflict) => conflict.columns(['workspace', 'key']).doUpdateSet({ value: json }))
        .execute();
    },
    async list(prefix) {
      const rows = await db
        .selectFrom('settings')
        .select(['key', 'value'])
        .where('workspace', '=', workspace)
        .where('key', '>=', prefix)
        .where('key', '<', `${prefix}\uffff`)
        .execute();
      return new Map(rows.map((row) => [row.key, decode(row.value)]));
    },
  };
}
