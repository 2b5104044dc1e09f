import { graphql } from '../../src/client/generated/index.ts';

export const SAVE_MAPPING = graphql(`
  mutation SaveMapping($input: SaveMappingInput!) {
    saveMapping(input: $input) {
      mapping { version why rows { entity record direction when owner does } }
      effect { records total }
      run { id trigger types system { id } }
      userErrors { path code message }
    }
  }
`);

export const ROLLBACK_MAPPING = graphql(`
  mutation RollbackMapping($input: RollbackMappingInput!) {
    rollbackMapping(input: $input) {
      mapping { version why rows { entity record } }
      effect { records total }
      userErrors { path code message }
    }
  }
`);

export const MAPPINGS = graphql(`
  query Mappings($system: ID, $type: EntityType) {
    mappings(system: $system, type: $type) { version shipped at type system { id } rows { entity record direction when owner transforms } }
  }
`);

export const MAPPING_VERSIONS = graphql(`
  query MappingVersions($system: ID!, $type: EntityType!, $first: Int) {
    mappingVersions(system: $system, type: $type, first: $first) { totalCount nodes { version why at rows { entity } } }
  }
`);
