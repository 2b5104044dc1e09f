import { graphql } from '../../src/client/generated/index.ts';

/** The proposals, likeliest first. */
export const MERGE_PLAN = graphql(`
  query PlanProposals($first: Int, $after: String, $state: ProposalState, $minScore: Float) {
    mergePlan(first: $first, after: $after, state: $state, minScore: $minScore) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        id score reasons state decidedAt
        contact { id name records { system { id } } }
        into { id name records { system { id } } }
      }
    }
  }
`);

/** Where the plan stands. */
export const PLAN_SUMMARY = graphql(`
  query PlanSummary {
    mergePlanSummary {
      waiting proposed approved rejected contacts
      systems { contacts linked proposed alone system { id } }
    }
  }
`);

export const APPROVE_MERGES = graphql(`
  mutation PlanApprove($input: ApproveMergesInput!) {
    approveMerges(input: $input) {
      decided settled summary { proposed approved rejected contacts } userErrors { path code message }
    }
  }
`);

export const REJECT_MERGES = graphql(`
  mutation PlanReject($input: RejectMergesInput!) {
    rejectMerges(input: $input) { decided settled summary { proposed rejected } userErrors { path code message } }
  }
`);

export const START_SYNC = graphql(`
  mutation PlanStart($input: StartSyncInput!) {
    startSync(input: $input) { summary { waiting } userErrors { path code message } }
  }
`);
