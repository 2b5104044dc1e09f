import { graphql } from '../../src/client/generated/index.ts';

export const MAPPING_TEMPLATES = graphql(`
  query MappingTemplates {
    mappingTemplates { id name summary unmet parts { system { id } type rows } }
  }
`);

export const APPLY_TEMPLATE = graphql(`
  mutation ApplyTemplate($input: ApplyTemplateInput!) {
    applyTemplate(input: $input) {
      applied
      changes { system { id } type added changed { before after } removed rows leftOut }
      userErrors { path code message }
    }
  }
`);
