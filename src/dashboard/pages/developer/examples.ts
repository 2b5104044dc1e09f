/** A query to begin with. */
export interface Example {
  readonly title: string;
  readonly query: string;
  readonly variables?: string;
}

/** One of each sort: asking, searching, changing, following. */
export const EXAMPLES: readonly Example[] = [
  {
    title: 'How the systems are',
    query: `query HowTheSystemsAre {
  systems {
    id
    name
    health { state lastChangeAt pendingDeliveries failedDeliveries }
  }
}
`,
  },
  {
    title: 'Find contacts',
    query: `query FindContacts($search: String) {
  contacts(first: 5, search: $search) {
    totalCount
    nodes {
      id
      name
      email
      phone
      tags { name }
      records { system { name } id url }
    }
  }
}
`,
    variables: '{ "search": "a" }',
  },
  {
    title: 'Write a note everywhere',
    query: `mutation WriteNote($contact: ID!, $text: String!) {
  createNote(input: { contactId: $contact, body: $text }) {
    note { id body }
    receipts { system { name } status error { message } }
    userErrors { path message }
  }
}
`,
    variables: '{ "contact": "the id of a contact", "text": "Called, rings back tomorrow" }',
  },
  {
    title: 'Follow what happens',
    query: `subscription FollowWhatHappens {
  syncEvents {
    id
    at
    kind
    origin
    message
    changes { field before after }
  }
}
`,
  },
  {
    title: 'Who am I',
    query: `query WhoAmI {
  viewer { name workspace scopes }
}
`,
  },
];
