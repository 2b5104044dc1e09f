import '../../app/thing.ts';
import type { ProblemsQuery } from '../../../client/generated/graphql.ts';
import { graphql } from '../../app/graphql.ts';

/** A write that a system refused, with as much as a person needs to decide about it. */
export const FailedDelivery = graphql(`
  fragment FailedDelivery on Delivery {
    id
    operation
    fields
    attempts
    createdAt
    system { id name }
    error { code message }
    entity { ...Thing }
  }
`);

/** All that waits for a person. */
export const Problems = graphql(`
  query Problems {
    systems { id name health { state error } }
    conflicts(first: 50, open: true) {
      totalCount
      nodes {
        id
        field
        base
        at
        values { origin value changedAt }
        entity { ...Thing }
      }
    }
    deliveries(first: 100, filter: { statuses: [FAILED] }) {
      totalCount
      nodes { ...FailedDelivery }
    }
    quarantinedRecords {
      type
      since
      record { id url system { id name } }
      entity { ...Thing }
    }
  }
`);

/** What a person may say about a conflict. */
export const ResolveConflict = graphql(`
  mutation ResolveProblem($input: ResolveConflictInput!) {
    resolveConflict(input: $input) {
      conflict { id chosen }
      receipts { status system { id name } error { message } }
      userErrors { message }
    }
  }
`);

/** Tries a write once more. */
export const RetryDelivery = graphql(`
  mutation RetryProblem($id: ID!) {
    retryDelivery(id: $id) {
      delivery { id status error { message } }
      userErrors { message }
    }
  }
`);

/** Gives a write up. */
export const DiscardDelivery = graphql(`
  mutation DiscardProblem($id: ID!) {
    discardDelivery(id: $id) {
      delivery { id status }
      userErrors { message }
    }
  }
`);

/** Takes a record back that was set aside. */
export const ReleaseRecord = graphql(`
  mutation ReleaseProblem($input: ReleaseRecordInput!) {
    releaseRecord(input: $input) {
      entity { id }
      userErrors { message }
    }
  }
`);

/** Refused writes to one system, page by page. */
export const FailedPage = graphql(`
  query FailedPage($system: ID!, $after: String) {
    deliveries(first: 100, after: $after, filter: { system: $system, statuses: [FAILED] }) {
      pageInfo { hasNextPage endCursor }
      nodes { ...FailedDelivery }
    }
  }
`);

/** The contacts that a record may belong to. */
export const Candidates = graphql(`
  query Candidates($ids: [ID!]!) {
    nodes(ids: $ids) { id ... on Contact { name email phone } }
  }
`);

/** An open conflict. */
export type OpenConflict = ProblemsQuery['conflicts']['nodes'][number];
/** A record that is set aside. */
export type SetAsideRecord = ProblemsQuery['quarantinedRecords'][number];
