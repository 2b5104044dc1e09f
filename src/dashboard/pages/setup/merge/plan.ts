import { graphql } from '../../../app/graphql.ts';

/** Where the merge plan stands, and what is being read meanwhile. */
export const SetupPlan = graphql(`
  query SetupPlan {
    mergePlanSummary {
      waiting proposed approved rejected contacts
      systems { contacts linked proposed alone system { id name } }
    }
    syncRuns(first: 10, filter: { states: [RUNNING] }) {
      nodes { id read progress trigger system { id name } }
    }
  }
`);

/** What is shown of a contact that may be the same as another. */
export const ProposedContact = graphql(`
  fragment ProposedContact on Contact {
    id
    name
    email
    phone
    companyName
    address { line1 city postcode }
    records { id url system { id name } }
  }
`);

/** The likeliest pairs that nobody has decided about. */
export const SetupProposals = graphql(`
  query SetupProposals($first: Int) {
    mergePlan(first: $first) {
      totalCount
      nodes {
        id
        score
        reasons
        contact { ...ProposedContact }
        into { ...ProposedContact }
      }
    }
  }
`);

/** How many pairs are at least that likely. */
export const SetupProposalCount = graphql(`
  query SetupProposalCount($minScore: Float) {
    mergePlan(first: 1, minScore: $minScore) { totalCount }
  }
`);

/** Makes one contact of each two. */
export const SetupApprove = graphql(`
  mutation SetupApprove($input: ApproveMergesInput!) {
    approveMerges(input: $input) {
      decided
      settled
      summary { proposed approved contacts }
      userErrors { path code message }
    }
  }
`);

/** Keeps two apart. */
export const SetupReject = graphql(`
  mutation SetupReject($input: RejectMergesInput!) {
    rejectMerges(input: $input) {
      decided
      settled
      summary { proposed rejected }
      userErrors { path code message }
    }
  }
`);

/** Ends the wait: from then on the systems are kept in step. */
export const SetupStart = graphql(`
  mutation SetupStart($input: StartSyncInput!) {
    startSync(input: $input) { summary { waiting } userErrors { path code message } }
  }
`);
