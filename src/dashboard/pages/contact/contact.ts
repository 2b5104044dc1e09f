import { graphql } from '../../app/graphql.ts';
// The timeline shows events as the live lists do.
import '../../app/live/events.ts';

/** A contact, merged, with its records. */
export const ContactPage = graphql(`
  query ContactPage($id: ID!) {
    contact(by: { id: $id }) {
      id
      name
      firstName
      lastName
      email
      phone
      companyName
      website
      address { line1 line2 city county postcode country }
      business { id name }
      customFields { key label value }
      tags { id name }
      records { system { id name } id url fields seenAt changedAt stale state }
      conflicts { id field open }
      version
      createdAt
      updatedAt
    }
    systems { id name }
  }
`);

/** What it was at earlier moments, newest first. */
export const ContactHistory = graphql(`
  query ContactHistory($id: ID!, $after: String) {
    contact(by: { id: $id }) {
      id
      versions(first: 100, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes {
          id: version at origin actor why fields changes { field before after }
        }
      }
    }
  }
`);

/** What belongs to it and what happened to it, newest first. */
export const ContactTimeline = graphql(`
  query ContactTimeline($id: ID!, $after: String) {
    contact(by: { id: $id }) {
      id
      timeline(first: 30, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes {
          __typename
          id
          at
          ... on Task { task: title text: body dueAt completed assignee }
          ... on Note { heading: title note: body author }
          ... on Appointment { meeting: title startsAt endsAt location remarks: notes assignee status }
          ... on SyncEvent { ...EventRow }
        }
      }
    }
  }
`);
