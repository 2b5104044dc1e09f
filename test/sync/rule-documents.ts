import { graphql } from '../../src/client/generated/index.ts';

export const RULES = graphql(`
  query RuleList {
    rules { id name enabled shipped edited version summary trigger when actions lastFiredAt firings }
  }
`);

export const FIRINGS = graphql(`
  query RuleFirings($first: Int, $after: String, $ruleId: ID) {
    ruleFirings(first: $first, after: $after, ruleId: $ruleId) {
      totalCount
      nodes { id state result error attempts at rule { id } event { id kind } entity { id } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export const SET_RULE = graphql(`
  mutation RuleSet($input: SetRuleInput!) {
    setRule(input: $input) { rule { id enabled edited version when actions } userErrors { path code message } }
  }
`);

export const RULE_NODES = graphql(`
  query RuleNodes($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }
`);
