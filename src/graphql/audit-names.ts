import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
} from 'graphql';

type Values = Readonly<Record<string, unknown>>;

/**
 * The names of what was given, from the argument `input` down: `address.city`. What lies in lists and in JSON is left out, so that every name
 * is one of the schema's; what has its default counts as not given.
 */
export function namesGiven(args: readonly GraphQLArgument[], values: Values): string[] {
  return args.flatMap((arg) => namesIn(arg, values).map((name) => name.replace(/^input\./, '')));
}

function namesIn({ name, type, defaultValue }: GraphQLArgument | GraphQLInputField, values: Values): string[] {
  const value = values[name];
  if (value === undefined || value === defaultValue) return [];
  const plain = getNullableType(type);
  if (!isInputObjectType(plain) || value === null) return [name];
  return Object.values(plain.getFields()).flatMap((field) =>
    namesIn(field, value as Values).map((inner) => `${name}.${inner}`),
  );
}

/** As much of the path of an input error as the schema names; what follows is a key of somebody's JSON. Null where that is nothing. */
export function pathNamed(args: readonly GraphQLArgument[], path: readonly unknown[]): string | null {
  const [first, ...rest] = path.map(String);
  const arg = args.find(({ name }) => name === first);
  if (first === undefined || !arg) return null;
  return [first, ...named(arg.type, rest)].join('.');
}

function named(type: GraphQLInputType, [part, ...rest]: readonly string[]): string[] {
  if (part === undefined) return [];
  const plain = getNullableType(type);
  if (isListType(plain)) return /^\d+$/.test(part) ? [part, ...named(plain.ofType, rest)] : [];
  const inner = getNamedType(plain);
  const field = isInputObjectType(inner) ? inner.getFields()[part] : undefined;
  return field ? [part, ...named(field.type, rest)] : [];
}
