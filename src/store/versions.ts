import { type Ordering, pageOf } from './page.ts';
import { decode, writeRows } from './rows.ts';
import type { Scope } from './scope.ts';
import type { Version } from './shapes.ts';
import type { Store } from './store.ts';
import type { VersionTable } from './tables.ts';

const NEWEST_FIRST: Ordering = { column: 'version', type: 'number', direction: 'desc', unique: true };

/** The versions of a workspace's entities. A version that exists already is an error: two writers met. */
export function versionStore({ db, workspace }: Scope): Store['versions'] {
  return {
    async add(versions) {
      const rows = versions.map((version) => toRow(workspace, version));
      await writeRows(rows, (part) => db.insertInto('versions').values(part).execute());
    },
    page(entityId, page) {
      const versions = db
        .selectFrom('versions')
        .selectAll()
        .where('workspace', '=', workspace)
        .where('entity_id', '=', entityId);
      return pageOf(versions, NEWEST_FIRST, page, toVersion);
    },
  };
}

function toRow(workspace: string, version: Version): VersionTable {
  return {
    workspace,
    entity_id: version.entityId,
    version: version.version,
    fields: JSON.stringify(version.fields),
    changes: JSON.stringify(version.changes),
    origin: version.origin,
    actor: version.actor,
    why: version.why,
    correlation_id: version.correlationId,
    at: version.at,
  };
}

function toVersion(row: VersionTable): Version {
  return {
    entityId: row.entity_id,
    version: row.version,
    fields: decode(row.fields),
    changes: decode(row.changes),
    origin: row.origin,
    actor: row.actor,
    why: row.why,
    correlationId: row.correlation_id,
    at: row.at,
  };
}
