import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';

/** One line of what a type has: a field with its arguments, a value, or one of several types. */
export interface Entry {
  readonly name: string;
  /** As it is written, e.g. `(first: Int): [Note!]!`. */
  readonly signature: string;
  readonly description: string;
  /** The type that it leads to; null where it leads nowhere further. */
  readonly leadsTo: string | null;
}

/** A type as people read about it. */
export interface TypeDoc {
  readonly name: string;
  readonly description: string;
  readonly entries: readonly Entry[];
}

/** What there is to read about the type of that name; null where there is none. */
export function typeDoc(schema: GraphQLSchema, name: string): TypeDoc | null {
  const type = schema.getType(name);
  return type ? { name, description: type.description ?? '', entries: entriesOf(type) } : null;
}

/** The types, and the fields of queries, mutations and subscriptions, whose names hold the text; types to go to. */
export function found(schema: GraphQLSchema, text: string): readonly string[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  const hits = types.filter((type) => {
    const isNamed = type.name.toLowerCase().includes(wanted);
    return isNamed || entriesOf(type).some(({ name }) => name.toLowerCase().includes(wanted));
  });
  const rank = ({ name }: GraphQLNamedType) => (name.toLowerCase().startsWith(wanted) ? 0 : 1);
  return hits.sort((a, b) => rank(a) - rank(b)).map(({ name }) => name);
}

function entriesOf(type: GraphQLNamedType): readonly Entry[] {
  if (isObjectType(type) || isInterfaceType(type))
    return Object.values(type.getFields()).map((field) => {
      const given = field.args.map((arg) => `${arg.name}: ${arg.type}`).join(', ');
      return entry(field, `${given && `(${given})`}: ${field.type}`, getNamedType(field.type).name);
    });
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map((field) =>
      entry(field, `: ${field.type}`, getNamedType(field.type).name),
    );
  if (isEnumType(type)) return type.getValues().map((value) => entry(value, '', null));
  if (isUnionType(type)) return type.getTypes().map((one) => entry(one, '', one.name));
  return [];
}

function entry(
  { name, description }: { readonly name: string; readonly description?: string | null | undefined },
  signature: string,
  leadsTo: string | null,
): Entry {
  return { name, signature, description: description ?? '', leadsTo };
}
