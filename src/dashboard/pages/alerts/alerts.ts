import { graphql } from '../../app/graphql.ts';

/** An alert as the list shows it. */
export const AlertRow = graphql(`
  fragment AlertRow on Alert {
    id
    open
    message
    since
    raisedAt
    recoveredAt
    system { id name }
    rule { id name }
    told { id name }
  }
`);

/** What is wrong now, and what was. */
export const AlertFeed = graphql(`
  query AlertFeed($past: Int!) {
    open: alerts(open: true, first: 100) { totalCount nodes { ...AlertRow } }
    past: alerts(open: false, first: $past) { nodes { ...AlertRow } }
  }
`);

/** A target as the list shows it; never its secret. */
export const TargetRow = graphql(`
  fragment TargetRow on AlertTarget {
    id
    name
    via
    url
    recipients
    enabled
    whyOff
    oldSecretUntil
    pending
    failed
  }
`);

/** Where messages go. */
export const Targets = graphql(`
  query Targets {
    alertTargets { ...TargetRow }
  }
`);

/** What is watched for, and who can be told. */
export const WatchList = graphql(`
  query WatchList {
    alertRules {
      id
      name
      enabled
      shipped
      summary
      condition
      mutedUntil
      targets { id name }
    }
    alertTargets { id name enabled }
  }
`);

/** Makes something of an alert rule different. */
export const ChangeAlertRule = graphql(`
  mutation ChangeAlertRule($input: SetAlertRuleInput!) {
    setAlertRule(input: $input) {
      alertRule { id enabled summary condition targets { id name } }
      userErrors { path message }
    }
  }
`);

/** Lets one tell nobody for a while, or tell again. */
export const MuteRule = graphql(`
  mutation MuteRule($input: MuteAlertRuleInput!) {
    muteAlertRule(input: $input) {
      alertRule { id mutedUntil }
      userErrors { path message }
    }
  }
`);

/** Adds a target; the secret is in the answer alone. */
export const AddTarget = graphql(`
  mutation AddTarget($input: CreateAlertTargetInput!) {
    createAlertTarget(input: $input) {
      alertTarget { ...TargetRow }
      secret
      userErrors { path message }
    }
  }
`);

/** Changes a target. */
export const ChangeTarget = graphql(`
  mutation ChangeTarget($input: UpdateAlertTargetInput!) {
    updateAlertTarget(input: $input) {
      alertTarget { ...TargetRow }
      secret
      userErrors { path message }
    }
  }
`);

/** Takes a target away. */
export const RemoveTarget = graphql(`
  mutation RemoveTarget($id: ID!) {
    deleteAlertTarget(id: $id) {
      deletedId
      userErrors { path message }
    }
  }
`);

/** Sends a test message. */
export const TestTarget = graphql(`
  mutation TestTarget($id: ID!) {
    testAlertTarget(id: $id) {
      delivered
      result
      userErrors { path message }
    }
  }
`);
