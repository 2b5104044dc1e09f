import { graphql } from './graphql.ts';

/** As much of an entity of any kind as `entityInWords` says of it. */
export const Thing = graphql(`
  fragment Thing on Synced {
    __typename
    id
    ... on Contact { name }
    ... on Task { title contact { id name } }
    ... on Note { body contact { id name } }
    ... on Appointment { subject: title contact { id name } }
    ... on Tag { label: name }
  }
`);
