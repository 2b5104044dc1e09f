import { graphql } from '../../src/client/generated/index.ts';

/** The audit log, or a part of it. */
export const AUDIT_LOG = graphql(`
  query AuditLog($first: Int, $after: String, $last: Int, $before: String, $filter: AuditFilter) {
    auditLog(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
      totalCount
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      nodes { id at actor actorName action subject outcome detail askedFrom correlationId }
    }
  }
`);

/** Whose doing the newest events were, and what they belong to. */
export const AUTHORS = graphql(`
  query AuditAuthors($filter: SyncEventFilter) {
    syncEvents(first: 100, filter: $filter) { nodes { id kind entityId origin actor correlationId } }
  }
`);

/** Who put the mappings in force. */
export const MAPPING_AUTHORS = graphql(`
  query AuditMappingAuthors($system: ID!, $type: EntityType!) {
    mappings(system: $system, type: $type) { version actor rows { entity } }
  }
`);
