import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

type Variables = Record<string, unknown>;
type Part = GraphQLArgument | GraphQLInputField;

/** What stands for the caller's wishes: something that is not theirs, by its id and in words. */
export interface Foreign {
  readonly id: string;
  readonly text: string;
  readonly system: string;
  readonly now: number;
}

/**
 * Ways to ask that root field for something by its id or in words: one with what it insists on, and one more for each thing that may
 * be given besides, alone, so that none hides what another finds.
 */
export function foreignVariables(
  schema: GraphQLSchema,
  kind: 'query' | 'mutation' | 'subscription',
  field: string,
  foreign: Foreign,
): Variables[] {
  const roots = {
    query: schema.getQueryType(),
    mutation: schema.getMutationType(),
    subscription: schema.getSubscriptionType(),
  };
  const args = roots[kind]?.getFields()[field]?.args ?? [];
  return combined(args, isRequiredArgument, foreign);
}

function combined<P extends Part>(
  parts: readonly P[],
  isRequired: (part: P) => boolean,
  foreign: Foreign,
): Variables[] {
  const ways = new Map(parts.map((part) => [part, valuesOf(part.type, part.name, foreign)]));
  const least = Object.fromEntries(parts.filter(isRequired).map((part) => [part.name, ways.get(part)?.[0]]));
  const others = parts.flatMap((part) =>
    (ways.get(part) ?? []).slice(isRequired(part) ? 1 : 0).map((value) => ({ ...least, [part.name]: value })),
  );
  return [least, ...others];
}

function valuesOf(type: GraphQLInputType, name: string, foreign: Foreign): unknown[] {
  if (isNonNullType(type)) return valuesOf(type.ofType, name, foreign);
  if (isListType(type)) return valuesOf(type.ofType, name, foreign).map((value) => [value]);
  if (isEnumType(type))
    return type
      .getValues()
      .slice(0, 1)
      .map((value) => value.name);
  if (!isInputObjectType(type)) return [scalarOf(type.name, name, foreign)];
  const fields = Object.values(type.getFields());
  const ways = combined(fields, isGiven, foreign);
  return type.isOneOf ? ways.slice(1) : ways;
}

/** Nobody waits for what is to be refused. */
function isGiven(field: GraphQLInputField): boolean {
  return field.name === 'waitFor' || isRequiredInputField(field);
}

function scalarOf(type: string, name: string, { id, text, system, now }: Foreign): unknown {
  if (/^(missingIn|systems?)$/.test(name)) return system;
  if (/^(first|last|after|before)$/.test(name)) return type === 'Int' ? 5 : id;
  switch (type) {
    case 'ID':
      return id;
    case 'Int':
      return 1;
    case 'Float':
      return 0.5;
    case 'Boolean':
      return true;
    case 'DateTime':
      return new Date(now).toISOString();
    case 'JSON':
      return { id };
    default:
      return text;
  }
}
