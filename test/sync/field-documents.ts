import { graphql } from '../../src/client/generated/index.ts';

export const RECORD_FIELDS = graphql(`
  query RecordFields($system: ID!, $type: EntityType!, $refresh: Boolean) {
    recordFields(system: $system, type: $type, refresh: $refresh) {
      field
      label
      type
      choices
      required
      writable
      creates
      updates
      known
      examples
      note
    }
  }
`);

export const ENTITY_FIELDS = graphql(`
  query EntityFields($type: EntityType!) {
    entityFields(type: $type) {
      field
      label
      type
      values
      required
      writable
      systems {
        id
      }
    }
  }
`);
