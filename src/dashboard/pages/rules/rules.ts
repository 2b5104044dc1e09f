import { graphql } from '../../app/graphql.ts';

/** A rule as the list and the form show it. */
export const RuleRow = graphql(`
  fragment RuleRow on Rule {
    id
    name
    enabled
    pausedAt
    mostPerHour
    shipped
    edited
    version
    summary
    trigger
    when
    actions
    lastFiredAt
    firings
  }
`);

/** Every rule. */
export const Rules = graphql(`
  query Rules {
    rules { ...RuleRow }
  }
`);

/** What rules did, or one rule, newest first. */
export const FiringFeed = graphql(`
  query FiringFeed($first: Int!, $ruleId: ID) {
    ruleFirings(first: $first, ruleId: $ruleId) {
      totalCount
      nodes {
        id
        at
        state
        result
        error
        rule { id name }
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
    }
  }
`);

/** Makes something of a rule different. */
export const ChangeRule = graphql(`
  mutation ChangeRule($input: UpdateRuleInput!) {
    updateRule(input: $input) {
      rule { ...RuleRow }
      userErrors { path message }
    }
  }
`);
