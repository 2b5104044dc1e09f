import { graphql } from '../../src/client/generated/index.ts';

export const PREVIEW_MAPPING = graphql(`
  query PreviewMapping($input: PreviewMappingInput!) {
    previewMapping(input: $input) {
      records {
        recordId
        entity { id }
        fields {
          row
          field
          in { record steps { does value } value today error }
          out { value steps { does value } record today error }
        }
      }
      userErrors { path code message }
    }
  }
`);

export const DRY_RUN_MAPPING = graphql(`
  query DryRunMapping($input: DryRunMappingInput!) {
    dryRunMapping(input: $input) {
      result {
        records
        inward
        outward
        failing
        reasons { reason count }
        failures { recordId reason message }
        costs { system { id } writes calls seconds }
        examples {
          recordId
          entity { id }
          inward { field before after }
          outward { field before after }
        }
      }
      userErrors { path code message }
    }
  }
`);
