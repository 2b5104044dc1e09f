import '../../app/live/events.ts';
import '../../app/thing.ts';
import type { AuditLogPageQuery, DeliveryLogQuery, RunLogQuery } from '../../../client/generated/graphql.ts';
import { graphql } from '../../app/graphql.ts';

/** What the systems are called. */
export const LogSystems = graphql(`
  query LogSystems {
    systems { id name }
  }
`);

/** A page of what happened. */
export const EventLog = graphql(`
  query EventLog($first: Int!, $after: String, $filter: SyncEventFilter) {
    syncEvents(first: $first, after: $after, filter: $filter) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { ...EventRow }
    }
  }
`);

/** A page of passes over systems. */
export const RunLog = graphql(`
  query RunLog($first: Int!, $after: String, $filter: SyncRunFilter) {
    syncRuns(first: $first, after: $after, filter: $filter) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        id
        trigger
        types
        startedAt
        finishedAt
        read
        changed
        written
        failed
        upstreamCalls
        progress
        error
        system { id name }
      }
    }
  }
`);

/** A page of writes to systems. */
export const DeliveryLog = graphql(`
  query DeliveryLog($first: Int!, $after: String, $filter: DeliveryFilter) {
    deliveries(first: $first, after: $after, filter: $filter) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        id
        operation
        fields
        status
        attempts
        nextAttemptAt
        createdAt
        correlationId
        system { id name }
        error { code message retryable }
        entity { ...Thing }
      }
    }
  }
`);

/** A page of who did what. */
export const AuditLogPage = graphql(`
  query AuditLogPage($first: Int!, $after: String, $filter: AuditFilter) {
    auditLog(first: $first, after: $after, filter: $filter) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { id at actor actorName action subject outcome detail askedFrom correlationId }
    }
  }
`);

/** A pass over a system. */
export type RunRow = RunLogQuery['syncRuns']['nodes'][number];
/** A write to a system. */
export type DeliveryRow = DeliveryLogQuery['deliveries']['nodes'][number];
/** Something that somebody did or wanted. */
export type AuditRow = AuditLogPageQuery['auditLog']['nodes'][number];
