import { graphql } from '../../src/client/generated/index.ts';

export const SET_VERBOSE = graphql(`
  mutation LogSetVerbose($input: SetVerboseInput!) {
    setVerbose(input: $input) { system { id verboseUntil } userErrors { path code message } }
  }
`);

export const VERBOSE = graphql(`
  query LogVerbose {
    systems { id verboseUntil }
  }
`);

export const DELIVERY_CALLS = graphql(`
  query LogDeliveryCalls($filter: DeliveryFilter) {
    deliveries(first: 100, filter: $filter) {
      totalCount
      nodes {
        id operation status system { id }
        calls { id correlationId at milliseconds method path status error request response system { id } }
      }
    }
  }
`);

export const UPSTREAM_CALLS = graphql(`
  query LogUpstreamCalls($system: ID!, $first: Int, $after: String) {
    upstreamCalls(system: $system, first: $first, after: $after) {
      totalCount
      nodes { id correlationId method path status request response }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export const FILTERED_RUNS = graphql(`
  query LogRuns($filter: SyncRunFilter) {
    syncRuns(first: 100, filter: $filter) { totalCount nodes { id types trigger system { id } } }
  }
`);

export const RETENTION = graphql(`
  query LogRetention {
    retention { events versions deliveries runs firings inbox calls }
  }
`);

export const SET_RETENTION = graphql(`
  mutation LogSetRetention($input: SetRetentionInput!) {
    setRetention(input: $input) {
      retention { events versions deliveries runs firings inbox calls }
      userErrors { path code message }
    }
  }
`);

export const CONFIGURATION = graphql(`
  query LogConfiguration {
    configuration
  }
`);

export const IMPORT_CONFIGURATION = graphql(`
  mutation LogImport($yaml: String!, $dryRun: Boolean) {
    importConfiguration(yaml: $yaml, dryRun: $dryRun) { changes applied userErrors { path code message } }
  }
`);
