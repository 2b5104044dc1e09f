import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import { DEFAULT_SIZE, LARGEST_SIZE } from './pagination.ts';

type Variables = Readonly<Record<string, unknown>>;

/**
 * How many things an operation may make the gateway fetch: every connection counts its page, and what is asked of each of
 * its things counts once per thing. A fragment is worked out once however often it is used.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  given: Variables | null | undefined,
): number {
  const operation = getOperationAST(document, operationName);
  if (!operation) return 0;
  const fragments = new Map(
    document.definitions
      .filter((node): node is FragmentDefinitionNode => node.kind === 'FragmentDefinition')
      .map((node) => [node.name.value, node]),
  );
  const variables = { ...defaultsOf(operation), ...given };
  const known = new Map<string, number>();

  function ofSelections({ selections }: SelectionSetNode, typeName: string | undefined): number {
    let cost = 0;
    for (const selection of selections) {
      if (isLeftOut(selection, variables)) continue;
      if (selection.kind === 'Field') cost += ofField(selection, typeName);
      else if (selection.kind === 'FragmentSpread') cost += ofFragment(selection.name.value);
      else cost += ofSelections(selection.selectionSet, selection.typeCondition?.name.value ?? typeName);
    }
    return cost;
  }

  function ofField(node: FieldNode, typeName: string | undefined): number {
    const field = fieldOf(schema, typeName, node.name.value);
    if (!field) return 0;
    const each = node.selectionSet ? ofSelections(node.selectionSet, getNamedType(field.type).name) : 0;
    const things = sizeOf(field, node, variables);
    return things === null ? each : things * (1 + each);
  }

  function ofFragment(name: string): number {
    const found = known.get(name);
    if (found !== undefined) return found;
    // One that contains itself ends here; another rule refuses it.
    known.set(name, 0);
    const fragment = fragments.get(name);
    const cost = fragment ? ofSelections(fragment.selectionSet, fragment.typeCondition.name.value) : 0;
    known.set(name, cost);
    return cost;
  }

  return ofSelections(operation.selectionSet, schema.getRootType(operation.operation)?.name);
}

/** By `@skip` or `@include`, with these variables. */
function isLeftOut({ directives = [] }: SelectionNode, variables: Variables): boolean {
  return directives.some(({ name, arguments: [condition] = [] }) => {
    const value = condition && valueFromASTUntyped(condition.value, variables);
    return (name.value === 'skip' && value === true) || (name.value === 'include' && value === false);
  });
}

function defaultsOf(operation: OperationDefinitionNode): Variables {
  const given = (operation.variableDefinitions ?? []).filter(({ defaultValue }) => defaultValue !== undefined);
  return Object.fromEntries(
    given.map(({ variable, defaultValue }) => [variable.name.value, defaultValue && valueFromASTUntyped(defaultValue)]),
  );
}

/** Null for introspection, which has rules of its own, and for a field that does not exist. */
function fieldOf(
  schema: GraphQLSchema,
  typeName: string | undefined,
  name: string,
): GraphQLField<unknown, unknown> | null {
  const type = typeName === undefined ? undefined : schema.getType(typeName);
  if (name.startsWith('__') || !isCompositeType(type)) return null;
  return isObjectType(type) || isInterfaceType(type) ? (type.getFields()[name] ?? null) : null;
}

/** How many things a connection's page, or a list of given ids, may hold; null for what is neither. */
function sizeOf({ args }: GraphQLField<unknown, unknown>, node: FieldNode, variables: Variables): number | null {
  const takes = (name: string) => args.some((argument) => argument.name === name);
  const given = (name: string) => {
    const argument = node.arguments?.find((one) => one.name.value === name);
    return argument && valueFromASTUntyped(argument.value, variables);
  };
  if (takes('first')) {
    const size = given('first') ?? given('last') ?? DEFAULT_SIZE;
    // A wrong page is refused where it is read, with a better explanation than its cost.
    return typeof size === 'number' ? Math.min(Math.max(0, size), LARGEST_SIZE) : DEFAULT_SIZE;
  }
  if (!takes('ids')) return null;
  const ids = given('ids');
  return Array.isArray(ids) ? ids.length : 1;
}
