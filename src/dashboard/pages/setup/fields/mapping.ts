import { graphql } from '../../../app/graphql.ts';

/** Which mappings there are. */
export const SetupMappings = graphql(`
  query SetupMappings {
    mappings { version type system { id name health { state } } }
  }
`);

/** One mapping in force, and the fields on both sides. */
export const SetupMapping = graphql(`
  query SetupMapping($system: ID!, $type: EntityType!) {
    mappings(system: $system, type: $type) {
      version
      rows { entity record direction transforms owner when }
    }
    entityFields(type: $type) { field label type required writable values }
    recordFields(system: $system, type: $type) { field label type required writable examples note }
  }
`);

/** What rows make of real records. */
export const SetupPreview = graphql(`
  query SetupPreview($input: PreviewMappingInput!) {
    previewMapping(input: $input) {
      records {
        recordId
        entity { __typename id ... on Contact { name } ... on Task { title } ... on Note { body } ... on Appointment { subject: title } ... on Tag { label: name } }
        fields {
          row
          field
          in { record value today error }
          out { value record today error }
        }
      }
      userErrors { path code message }
    }
  }
`);

/** Puts rows in force. */
export const SetupSaveMapping = graphql(`
  mutation SetupSaveMapping($input: SaveMappingInput!) {
    saveMapping(input: $input) {
      mapping { version }
      effect { records total }
      userErrors { path code message }
    }
  }
`);

/** Puts an earlier version in force again. */
export const SetupRollback = graphql(`
  mutation SetupRollback($input: RollbackMappingInput!) {
    rollbackMapping(input: $input) {
      mapping { version }
      effect { records total }
      userErrors { path code message }
    }
  }
`);

/** The latest versions of a mapping. */
export const SetupVersions = graphql(`
  query SetupVersions($system: ID!, $type: EntityType!) {
    mappingVersions(system: $system, type: $type, first: 20) { nodes { version at actor why } }
  }
`);
