import {
  type DocumentNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isRequiredArgument,
  parse,
} from 'graphql';

type Field = GraphQLField<unknown, unknown>;

/** Which fields of which types were answered. */
export interface Walk {
  /** A query for each type that the root fields lead to: the way there, all its fields, and the plain ones of what they lead to. */
  queries(): DocumentNode[];
  /** One operation on that root field with all that it answers two or three levels deep (or `levels`), and a variable for each argument. */
  operation(kind: 'query' | 'mutation' | 'subscription', field: string, levels?: number): DocumentNode;
  /** Takes note of what was answered, and answers it under the schema's own names. */
  answered(data: unknown): unknown;
  /** The ids of all answered things that can be found by their id. */
  readonly ids: ReadonlySet<string>;
  /** "Type.field" of everything that was never answered. */
  missing(): string[];
}

/** Lists along a way are this long. */
const FIRST = 30;

/** Walks that schema. */
export function createWalk(schema: GraphQLSchema): Walk {
  const objects = Object.values(schema.getTypeMap()).filter(isObjectType);
  const types = objects.filter((type) => !isIntrospectionType(type) && type !== schema.getSubscriptionType());
  const seen = new Set<string>();
  const ids = new Set<string>();

  function note(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(note);
    if (!value || typeof value !== 'object') return value;
    const { __typename: name, ...fields } = value as Record<string, unknown>;
    const type = types.find((one) => one.name === name);
    const plain = Object.entries(fields).map(([key, inner]): [string, unknown] => [
      key.replace(`${name}_`, ''),
      note(inner),
    ]);
    for (const [field, inner] of plain) {
      seen.add(`${name}.${field}`);
      const isNode = type?.getInterfaces().some((parent) => parent.name === 'Node');
      if (isNode && field === 'id' && typeof inner === 'string') ids.add(inner);
    }
    return Object.fromEntries(plain);
  }

  return {
    queries: () => [...waysFrom(schema)].map(([type, way]) => parse(`{ ${way(selection(schema, type, 2))} }`)),
    operation(kind, name, levels) {
      const roots = {
        query: schema.getQueryType(),
        mutation: schema.getMutationType(),
        subscription: schema.getSubscriptionType(),
      };
      const field = roots[kind]?.getFields()[name];
      if (!field) throw new Error(`There is no ${kind} ${name}`);
      const variables = field.args.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
      const values = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
      const [declared, passed] = field.args.length > 0 ? [`(${variables})`, `(${values})`] : ['', ''];
      const depth = levels ?? (isObjectType(getNamedType(field.type)) ? 3 : 2);
      const root = kind === 'subscription' ? '' : '__typename';
      return parse(`${kind} ${declared} { ${root} ${name}${passed} ${selection(schema, field.type, depth)} }`);
    },
    answered: note,
    ids,
    missing: () =>
      types
        .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`))
        .filter((one) => !seen.has(one)),
  };
}

/** All fields of a type, and of what they lead to, so deep. */
function selection(schema: GraphQLSchema, output: GraphQLOutputType, depth: number): string {
  const type = getNamedType(output);
  if (!isCompositeType(type)) return '';
  if (!isObjectType(type)) {
    const parts = schema.getPossibleTypes(type).map((one) => `... on ${one.name} ${selection(schema, one, depth)}`);
    return `{ __typename ${parts.join(' ')} }`;
  }
  const fields = Object.values(type.getFields()).filter((field) => isFree(field) && (depth > 1 || !isComposite(field)));
  // Types of one interface have fields of one name and different types: each is asked for under a name of its own.
  const own = isAlternative(schema, type) ? (name: string) => `${type.name}_${name}:` : () => '';
  const parts = fields.map((field) => `${own(field.name)} ${asked(field, selection(schema, field.type, depth - 1))}`);
  return `{ __typename ${parts.join(' ')} }`;
}

/** Whether a field may answer that type or another one. */
function isAlternative(schema: GraphQLSchema, type: GraphQLObjectType): boolean {
  const abstract = Object.values(schema.getTypeMap()).filter(isAbstractType);
  return abstract.some((one) => schema.isSubType(one, type));
}

/** The shortest way from a root field to each type it leads to; called with what is to be selected there. */
function waysFrom(schema: GraphQLSchema): Map<GraphQLObjectType, (inner: string) => string> {
  const root = schema.getQueryType();
  const ways = new Map<GraphQLObjectType, (inner: string) => string>();
  const queue: GraphQLObjectType[] = [];
  const reach = (output: GraphQLOutputType, way: (inner: string) => string) => {
    const type = getNamedType(output);
    const reached = isObjectType(type) ? [type] : isInterfaceType(type) ? schema.getPossibleTypes(type) : [];
    for (const one of reached) {
      if (ways.has(one)) continue;
      ways.set(one, isObjectType(type) ? way : (inner) => way(`{ __typename ... on ${one.name} ${inner} }`));
      queue.push(one);
    }
  };
  for (const field of Object.values(root?.getFields() ?? {}).filter(isFree)) {
    reach(field.type, (inner) => `__typename ${asked(field, inner)}`);
  }
  for (let type = queue.shift(); type; type = queue.shift()) {
    const way = ways.get(type);
    for (const field of Object.values(type.getFields()).filter(isFree)) {
      reach(field.type, (inner) => way?.(`{ __typename ${asked(field, inner)} }`) ?? '');
    }
  }
  return ways;
}

function isFree(field: Field): boolean {
  return !field.args.some(isRequiredArgument);
}

function isComposite(field: Field): boolean {
  return isCompositeType(getNamedType(field.type));
}

/** The field with its lists kept short. */
function asked(field: Field, inner: string): string {
  const first = field.args.some(({ name }) => name === 'first') ? `(first: ${FIRST})` : '';
  return `${field.name}${first} ${inner}`;
}
