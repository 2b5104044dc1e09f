import { graphql } from '../../src/client/generated/index.ts';

export const RULES = graphql(`
  query RuleList {
    rules { id name enabled pausedAt mostPerHour shipped edited version summary trigger when actions lastFiredAt firings }
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

export const UPDATE_RULE = graphql(`
  mutation RuleUpdate($input: UpdateRuleInput!) {
    updateRule(input: $input) { rule { id enabled edited version when actions pausedAt } userErrors { path code message } }
  }
`);

export const CREATE_RULE = graphql(`
  mutation RuleCreate($input: CreateRuleInput!) {
    createRule(input: $input) {
      rule { id name enabled shipped version mostPerHour summary trigger when actions }
      userErrors { path code message }
    }
  }
`);

export const DELETE_RULE = graphql(`
  mutation RuleDelete($id: ID!) {
    deleteRule(id: $id) { deletedId userErrors { path code message } }
  }
`);

export const ROLLBACK_RULE = graphql(`
  mutation RuleRollback($input: RollbackRuleInput!) {
    rollbackRule(input: $input) {
      rule { id name enabled version trigger when actions versions { version why name summary at } }
      userErrors { path code message }
    }
  }
`);

export const DRY_RUN = graphql(`
  query RuleDryRun($input: DryRunRuleInput!) {
    dryRunRule(input: $input) {
      dryRun {
        summary events since firings entities withoutContact busiestHour wouldPause
        examples { would event { id kind } entity { id } }
      }
      userErrors { path code message }
    }
  }
`);

export const RULE_NODES = graphql(`
  query RuleNodes($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }
`);
