import { graphql } from '../../../app/graphql.ts';

/** The templates there are. */
export const SetupTemplates = graphql(`
  query SetupTemplates {
    mappingTemplates { id name summary unmet parts { system { id name } type } }
  }
`);

/** Shows what a template would change, or puts it in force. */
export const SetupApplyTemplate = graphql(`
  mutation SetupApplyTemplate($input: ApplyTemplateInput!) {
    applyTemplate(input: $input) {
      applied
      changes {
        system { id name }
        type
        added
        changed { before after }
        removed
        rows
        leftOut
      }
      userErrors { path code message }
    }
  }
`);
