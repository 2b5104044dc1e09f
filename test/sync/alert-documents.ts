import { graphql } from '../../src/client/generated/index.ts';

export const ALERT_RULES = graphql(`
  query AlertRuleList {
    alertRules { id name enabled shipped edited condition summary mutedUntil targets { id } }
  }
`);

export const ALERTS = graphql(`
  query AlertList($first: Int, $after: String, $open: Boolean, $ruleId: ID) {
    alerts(first: $first, after: $after, open: $open, ruleId: $ruleId) {
      totalCount
      nodes { id open message since raisedAt recoveredAt system { id } rule { id } told { id } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export const ALERT_TARGETS = graphql(`
  query AlertTargetList {
    alertTargets { id name via url recipients enabled whyOff oldSecretUntil pending failed createdAt }
  }
`);

export const SET_ALERT_RULE = graphql(`
  mutation AlertRuleSet($input: SetAlertRuleInput!) {
    setAlertRule(input: $input) {
      alertRule { id name enabled shipped edited condition targets { id } }
      userErrors { path code message }
    }
  }
`);

export const MUTE_ALERT_RULE = graphql(`
  mutation AlertRuleMute($input: MuteAlertRuleInput!) {
    muteAlertRule(input: $input) { alertRule { id mutedUntil } userErrors { path code message } }
  }
`);

export const CREATE_TARGET = graphql(`
  mutation AlertTargetCreate($input: CreateAlertTargetInput!) {
    createAlertTarget(input: $input) {
      alertTarget { id name via url recipients enabled }
      secret
      userErrors { path code message }
    }
  }
`);

export const UPDATE_TARGET = graphql(`
  mutation AlertTargetUpdate($input: UpdateAlertTargetInput!) {
    updateAlertTarget(input: $input) {
      alertTarget { id name url enabled whyOff oldSecretUntil }
      secret
      userErrors { path code message }
    }
  }
`);

export const DELETE_TARGET = graphql(`
  mutation AlertTargetDelete($id: ID!) {
    deleteAlertTarget(id: $id) { deletedId userErrors { path code message } }
  }
`);

export const TEST_TARGET = graphql(`
  mutation AlertTargetTest($id: ID!) {
    testAlertTarget(id: $id) { delivered result userErrors { path code message } }
  }
`);

export const ALERT_NODES = graphql(`
  query AlertNodes($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }
`);
