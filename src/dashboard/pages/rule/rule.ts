import { graphql } from '../../app/graphql.ts';
import { RuleRow } from '../rules/rules.ts';

/** The fragment that the documents below use. */
export const usedFragments = [RuleRow];

/** The rules, to find one in, and what its form chooses from. */
export const RuleForm = graphql(`
  query RuleForm {
    rules { ...RuleRow }
    systems { id name }
    alertTargets { id name via }
    contact: entityFields(type: CONTACT) { ...RuleField }
    task: entityFields(type: TASK) { ...RuleField }
    note: entityFields(type: NOTE) { ...RuleField }
    appointment: entityFields(type: APPOINTMENT) { ...RuleField }
    tag: entityFields(type: TAG) { ...RuleField }
  }
  fragment RuleField on EntityField { field label type }
`);

/** What a rule would have done. */
export const TryRule = graphql(`
  query TryRule($input: DryRunRuleInput!) {
    dryRunRule(input: $input) {
      dryRun {
        summary
        events
        since
        firings
        entities
        withoutContact
        busiestHour
        wouldPause
        examples {
          would
          event { id at }
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
      userErrors { path message }
    }
  }
`);

/** Adds a rule. */
export const AddRule = graphql(`
  mutation AddRule($input: CreateRuleInput!) {
    createRule(input: $input) {
      rule { ...RuleRow }
      userErrors { path message }
    }
  }
`);

/** Removes a rule. */
export const RemoveRule = graphql(`
  mutation RemoveRule($id: ID!) {
    deleteRule(id: $id) {
      deletedId
      userErrors { path message }
    }
  }
`);

/** What a rule was before. */
export const RulePast = graphql(`
  query RulePast {
    rules {
      id
      version
      versions { version at why name summary }
    }
  }
`);

/** Makes a rule do again what it did. */
export const RestoreRule = graphql(`
  mutation RestoreRule($input: RollbackRuleInput!) {
    rollbackRule(input: $input) {
      rule { ...RuleRow }
      userErrors { path message }
    }
  }
`);
