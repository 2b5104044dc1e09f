import { Kind, type OperationDefinitionNode, parse } from 'graphql';

/** What is sent: one operation of a document, and its variables. */
export interface Request {
  readonly query: string;
  readonly operationName?: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly isSubscription: boolean;
}

/** One operation of a document, by its name where it has one. */
export interface Operation {
  readonly name: string | null;
  readonly isSubscription: boolean;
}

/** The operations in a document; of one that cannot be read, none. */
export function operationsIn(query: string): readonly Operation[] {
  try {
    return parse(query)
      .definitions.filter((one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION)
      .map(({ name, operation }) => ({ name: name?.value ?? null, isSubscription: operation === 'subscription' }));
  } catch {
    // The editor marks what is wrong, and the gateway says it in its own words.
    return [];
  }
}

/** The request for that operation, or for the first one; or why the variables cannot be sent. */
export function requestOf(
  query: string,
  variables: string,
  wanted: string | null,
): { readonly request: Request } | { readonly wrong: string } {
  const read = variablesOf(variables);
  if (read === null) return { wrong: 'The variables are not valid JSON: an object such as {"name": "Ann"} is needed.' };
  const operations = operationsIn(query);
  const chosen = operations.find(({ name }) => name === wanted) ?? operations[0];
  return {
    request: {
      query,
      variables: read,
      isSubscription: chosen?.isSubscription ?? false,
      ...(chosen?.name != null && { operationName: chosen.name }),
    },
  };
}

function variablesOf(text: string): Record<string, unknown> | null {
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
