import { graphql } from '../../app/graphql.ts';

/** A page of the list. */
export const ContactList = graphql(`
  query ContactList($after: String, $search: String, $filter: ContactFilter) {
    contacts(first: 100, after: $after, search: $search, filter: $filter) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        id
        name
        email
        phone
        companyName
        address { city postcode }
        tags { id name }
        records { system { id name } id state }
        conflicts { id open }
      }
    }
  }
`);

/** The systems to filter by. */
export const ContactSystems = graphql(`
  query ContactSystems {
    systems { id name health { state } }
  }
`);
