import { graphql } from '../../../app/graphql.ts';

/** Tries rows on every stored record; nothing is saved and nothing is written. */
export const SetupDryRun = graphql(`
  query SetupDryRun($input: DryRunMappingInput!) {
    dryRunMapping(input: $input) {
      result {
        records
        inward
        outward
        failing
        reasons { reason count }
        costs { system { id name } writes calls seconds }
        examples {
          recordId
          entity { __typename id ... on Contact { name } ... on Task { title } ... on Note { body } ... on Appointment { subject: title } ... on Tag { label: name } }
          inward { field before after }
          outward { field before after }
        }
      }
      userErrors { path code message }
    }
  }
`);
