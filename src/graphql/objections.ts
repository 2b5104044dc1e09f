import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  NoSchemaIntrospectionCustomRule,
  specifiedRules,
  validate,
} from 'graphql';
import { costOf } from './cost.ts';
import { depthLimit, excess } from './limits.ts';

/** What the graph answers to anybody. */
export interface Openness {
  /** Does the schema answer questions about itself, and do errors suggest what may have been meant? */
  readonly introspection: boolean;
  readonly mostCost: number;
}

/** What speaks against executing an operation: the size of its document, its validity, or what it costs with these variables. */
export type Objections = (
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Readonly<Record<string, unknown>> | null | undefined,
) => readonly GraphQLError[];

const MOST_ERRORS = 10;

/** Asks cheap questions before dear ones; what only depends on the document is found out once per document. */
export function createObjections(schema: GraphQLSchema, { introspection, mostCost }: Openness): Objections {
  const rules = [...specifiedRules, depthLimit, ...(introspection ? [] : [NoSchemaIntrospectionCustomRule])];
  const known = new WeakMap<DocumentNode, readonly GraphQLError[]>();

  function ofDocument(document: DocumentNode): readonly GraphQLError[] {
    const tooMuch = excess(document);
    if (tooMuch) return [tooMuch];
    return validate(schema, document, rules, { maxErrors: MOST_ERRORS, hideSuggestions: !introspection }).map(
      asRefusal,
    );
  }

  return (document, operationName, variables) => {
    const found = known.get(document) ?? ofDocument(document);
    known.set(document, found);
    if (found.length > 0) return found;
    const cost = costOf(schema, document, operationName, variables);
    return cost > mostCost ? [tooCostly(cost, mostCost)] : [];
  };
}

/** Under the code that Apollo gives it, whoever asked. */
function asRefusal(error: GraphQLError): GraphQLError {
  const { message, nodes = null, source = null, positions = null, path = null, extensions } = error;
  return new GraphQLError(message, {
    nodes,
    source,
    positions,
    path,
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED', ...extensions },
  });
}

function tooCostly(cost: number, limit: number): GraphQLError {
  const message = `The query may fetch ${cost} things, and ${limit} are allowed; ask for shorter pages or for less at once`;
  return new GraphQLError(message, { extensions: { code: 'TOO_COSTLY', cost, limit } });
}
