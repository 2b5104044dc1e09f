import { graphql } from '../graphql.ts';

/** What the dashboard shows of an event. */
export const EventRow = graphql(`
  fragment EventRow on SyncEvent {
    id
    at
    kind
    type
    origin
    actor
    message
    entityId
    runId
    correlationId
    system { id name }
    changes { field before after }
    entity {
      __typename
      id
      ... on Contact { name }
      ... on Task { title contact { id name } }
      ... on Note { body contact { id name } }
      ... on Appointment { subject: title contact { id name } }
      ... on Tag { label: name }
    }
  }
`);

/** The newest event of all: from there a list goes on, also one that is empty yet. */
export const LatestEvent = graphql(`
  query LatestEvent {
    syncEvents(first: 1) { nodes { id } }
  }
`);

/** The newest events that fit. */
export const EventPage = graphql(`
  query EventPage($first: Int, $filter: SyncEventFilter) {
    syncEvents(first: $first, filter: $filter) { nodes { ...EventRow } }
  }
`);

/** Events as they come, behind a known one. */
export const EventStream = graphql(`
  subscription EventStream($after: ID, $filter: SyncEventFilter) {
    syncEvents(after: $after, filter: $filter) { ...EventRow }
  }
`);
