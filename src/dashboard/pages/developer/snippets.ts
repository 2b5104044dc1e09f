/** A way to ask the gateway from a program. */
export interface Snippet {
  readonly id: string;
  readonly label: string;
  readonly code: string;
}

/** What stands where the reader's own key belongs; a key itself is never shown. */
export const PLACEHOLDER = 'YOUR_KEY';

/** The same query from Apollo Client, from urql and from a shell, ready to be run against that address. */
export function snippetsOf(origin: string, query: string, variables: string): readonly Snippet[] {
  const given = variables.trim() === '' ? '{}' : variables.trim();
  const document = query.trim();
  return [
    { id: 'apollo', label: 'Apollo Client', code: apollo(origin, document, given) },
    { id: 'urql', label: 'urql', code: urql(origin, document, given) },
    { id: 'curl', label: 'curl', code: curl(origin, document, given) },
  ];
}

const socketOf = (origin: string) => `${origin.replace(/^http/, 'ws')}/graphql`;
/** Within a JavaScript template. */
const quoted = (query: string) => query.replace(/[`\\]|\$\{/g, '\\$&');
const isSubscription = (query: string) => /^\s*subscription\b/.test(query);

function apollo(origin: string, query: string, variables: string): string {
  const ask = isSubscription(query)
    ? `client.subscribe({ query, variables }).subscribe(({ data }) => console.log(data));`
    : `const { data } = await client.${/^\s*mutation\b/.test(query) ? 'mutate({ mutation: query' : 'query({ query'}, variables });
console.log(data);`;
  return `// npm install @apollo/client graphql graphql-ws rxjs
import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { getMainDefinition } from '@apollo/client/utilities';
import { createClient } from 'graphql-ws';

const authorization = 'Bearer ${PLACEHOLDER}';
const http = new HttpLink({ uri: '${origin}/graphql', headers: { authorization } });
const live = new GraphQLWsLink(
  createClient({ url: '${socketOf(origin)}', connectionParams: { authorization } }),
);
const isLive = ({ query }) => getMainDefinition(query).operation === 'subscription';
const client = new ApolloClient({
  link: ApolloLink.split(isLive, live, http),
  cache: new InMemoryCache(),
});

const query = gql\`${quoted(query)}\`;
const variables = ${variables};
${ask}
`;
}

function urql(origin: string, query: string, variables: string): string {
  const method = isSubscription(query) ? 'subscription' : /^\s*mutation\b/.test(query) ? 'mutation' : 'query';
  const ask = isSubscription(query)
    ? 'client.subscription(query, variables).subscribe(({ data }) => console.log(data));'
    : `const { data, error } = await client.${method}(query, variables).toPromise();
console.log(error ?? data);`;
  return `// npm install @urql/core graphql-ws
import { cacheExchange, Client, fetchExchange, gql, subscriptionExchange } from '@urql/core';
import { createClient } from 'graphql-ws';

const authorization = 'Bearer ${PLACEHOLDER}';
const socket = createClient({ url: '${socketOf(origin)}', connectionParams: { authorization } });
const client = new Client({
  url: '${origin}/graphql',
  preferGetMethod: false,
  fetchOptions: { headers: { authorization } },
  exchanges: [
    cacheExchange,
    fetchExchange,
    subscriptionExchange({
      forwardSubscription: ({ query = '', variables }) => ({
        subscribe: (sink) => ({ unsubscribe: socket.subscribe({ query, variables }, sink) }),
      }),
    }),
  ],
});

const query = gql\`${quoted(query)}\`;
const variables = ${variables};
${ask}
`;
}

function curl(origin: string, query: string, variables: string): string {
  const body = shellQuoted(JSON.stringify({ query, variables: parsed(variables) }));
  const accept = isSubscription(query) ? 'text/event-stream' : 'application/json';
  return `curl ${isSubscription(query) ? '-N ' : ''}'${origin}/graphql' \\
  -H 'authorization: Bearer ${PLACEHOLDER}' \\
  -H 'content-type: application/json' \\
  -H 'accept: ${accept}' \\
  --data ${body}
`;
}

function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** Variables that are not written to the end yet are left out. */
function parsed(variables: string): unknown {
  try {
    return JSON.parse(variables);
  } catch {
    return {};
  }
}
