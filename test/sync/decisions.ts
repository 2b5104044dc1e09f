import { graphql } from '../../src/client/generated/index.ts';

/** A contact with all that a merge or a return moves, and its history. */
export const PERSON = graphql(`
  query DecisionPerson($id: ID!) {
    node(id: $id) {
      __typename
      ... on Contact {
        id
        firstName
        lastName
        email
        phone
        companyName
        website
        version
        address { line1 line2 city county postcode country }
        customFields { key value }
        tags { name }
        records { id state system { id } }
        tasks(first: 100) { nodes { id title contact { id } records { id system { id } } } }
        notes(first: 100) { nodes { id body contact { id } records { id system { id } } } }
        conflicts { id field open chosen values { origin value } }
      }
    }
  }
`);

/** Who made what of a thing, newest first. */
export const VERSIONS = graphql(`
  query DecisionVersions($id: ID!, $first: Int, $after: String) {
    node(id: $id) {
      __typename
      ... on Synced {
        version
        versions(first: $first, after: $after) {
          totalCount
          pageInfo { hasNextPage endCursor }
          nodes { version at origin actor why correlationId fields changes { field before after } }
        }
      }
    }
  }
`);

export const MERGE = graphql(`
  mutation DecisionMerge($input: MergeContactsInput!) {
    mergeContacts(input: $input) {
      contact { id firstName lastName email phone tags { name } records { id system { id } } }
      receipts { status recordId unsupportedFields system { id } error { code message } }
      userErrors { path code message }
    }
  }
`);

export const LINK = graphql(`
  mutation DecisionLink($input: LinkRecordsInput!) {
    linkRecords(input: $input) {
      contact { id firstName lastName email phone records { id system { id } } }
      receipts { status recordId system { id } error { code message } }
      userErrors { path code message }
    }
  }
`);

export const UNLINK = graphql(`
  mutation DecisionUnlink($input: LinkRecordsInput!) {
    unlinkRecord(input: $input) {
      contact { id records { id system { id } } }
      receipts { status system { id } }
      userErrors { path code message }
    }
  }
`);

export const RESOLVE = graphql(`
  mutation DecisionResolve($input: ResolveConflictInput!) {
    resolveConflict(input: $input) {
      conflict { id field open chosen entity { id } }
      receipts { status recordId system { id } error { code message } }
      userErrors { path code message }
    }
  }
`);

export const REVERT = graphql(`
  mutation DecisionRevert($input: RevertInput!) {
    revertTo(input: $input) {
      entity { id version ... on Contact { firstName email phone } ... on Task { title completed } }
      receipts { status recordId unsupportedFields system { id } error { code message } }
      userErrors { path code message }
    }
  }
`);
