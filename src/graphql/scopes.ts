import {
  type ConstDirectiveNode,
  defaultFieldResolver,
  defaultTypeResolver,
  type GraphQLAbstractType,
  type GraphQLDirective,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getDirectiveValues,
  getNamedType,
  isAbstractType,
  isIntrospectionType,
  isObjectType,
} from 'graphql';
import { Problem } from '../base/errors.ts';
import { isScope, type Scope } from './caller.ts';
import type { GraphContext } from './context.ts';

/** What opens a part of the schema: all scopes of one of these lists. */
type Lock = readonly (readonly Scope[])[];

/** Something that may carry `@requiresScopes`. */
interface Lockable {
  readonly astNode?: { readonly directives?: readonly ConstDirectiveNode[] } | null | undefined;
  readonly extensionASTNodes?: readonly { readonly directives?: readonly ConstDirectiveNode[] }[] | undefined;
}

const DIRECTIVE = 'requiresScopes';

/**
 * Makes a schema ask for the scopes that its SDL declares, and answers it. A field's own, those of its interfaces and those of the
 * type it leads to are asked for before anything is resolved or subscribed to; those of what an interface or union turns out to be,
 * once that is known. What lacks them is a FORBIDDEN at its place. Throws where the SDL names a scope that there is not.
 */
export function guardByScopes(schema: GraphQLSchema): GraphQLSchema {
  const directive = schema.getDirective(DIRECTIVE);
  if (!directive) throw new Error(`The schema does not define @${DIRECTIVE}`);
  const locks = new Map<string, readonly Lock[]>();
  const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));
  for (const type of types) locks.set(type.name, locksOn(directive, type));
  const roots: readonly unknown[] = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];

  for (const type of types) {
    if (isObjectType(type)) guardFields(directive, type, roots.includes(type), locks);
    if (isAbstractType(type)) guardChoice(schema, type, locks);
  }
  return schema;
}

type Locks = ReadonlyMap<string, readonly Lock[]>;

function guardFields(directive: GraphQLDirective, type: GraphQLObjectType, isRoot: boolean, locks: Locks): void {
  for (const field of Object.values(type.getFields())) {
    const inherited = type.getInterfaces().flatMap((parent) => parent.getFields()[field.name] ?? []);
    const needed = [
      // No field leads to a root type, so its fields ask for its own scopes.
      ...(isRoot ? locksOf(locks, type) : []),
      ...[field, ...inherited].flatMap((one) => locksOn(directive, one)),
      ...locksOf(locks, getNamedType(field.type)),
    ];
    if (needed.length > 0) guardField(field, needed);
  }
}

/** Asks before the field is resolved, and where it can be subscribed to, before that. */
function guardField(field: GraphQLField<unknown, GraphContext>, needed: readonly Lock[]): void {
  const { resolve = defaultFieldResolver, subscribe } = field;
  field.resolve = (source, args, context, info) => {
    open(needed, context, info);
    return resolve(source, args, context, info);
  };
  if (!subscribe) return;
  field.subscribe = (source, args, context, info) => {
    open(needed, context, info);
    return subscribe(source, args, context, info);
  };
}

/** Asks once it is known which type a value of an interface or a union is. */
function guardChoice(schema: GraphQLSchema, type: GraphQLAbstractType, locks: Locks): void {
  if (schema.getPossibleTypes(type).every((one) => locksOf(locks, one).length === 0)) return;
  const choose = type.resolveType ?? defaultTypeResolver;
  type.resolveType = (value, context: GraphContext, info, abstract) => {
    const checked = (name: string | undefined) => {
      if (name !== undefined) open(locks.get(name) ?? [], context, info, name);
      return name;
    };
    const chosen = choose(value, context, info, abstract);
    return chosen instanceof Promise ? chosen.then(checked) : checked(chosen);
  };
}

function locksOf(locks: Locks, { name }: GraphQLNamedType): readonly Lock[] {
  return locks.get(name) ?? [];
}

/** What the SDL says of it, at its definition and wherever it is extended. */
function locksOn(directive: GraphQLDirective, { astNode, extensionASTNodes = [] }: Lockable): Lock[] {
  return [astNode, ...extensionASTNodes].flatMap((node) => {
    const given = node ? getDirectiveValues(directive, node) : undefined;
    return given ? [lockOf(given.scopes as string[][])] : [];
  });
}

function lockOf(ways: readonly (readonly string[])[]): Lock {
  const unknown = ways.flat().find((name) => !isScope(name));
  if (unknown !== undefined) throw new Error(`The schema asks for a scope that there is not: ${unknown}`);
  return ways.map((way) => way.filter(isScope));
}

/** Throws a Problem where the caller has not what one of the locks takes. */
function open(locks: readonly Lock[], { caller }: GraphContext, info: GraphQLResolveInfo, answered?: string): void {
  const shut = locks.find((ways) => !ways.some((way) => way.every((scope) => caller.scopes.has(scope))));
  if (!shut) return;
  const here = answered === undefined ? '' : `, here of the type ${answered},`;
  const field = `${info.parentType.name}.${info.fieldName}${here}`;
  throw new Problem('FORBIDDEN', `${field} takes the scope ${wordsOf(shut)}; show a key or token that has it`);
}

function wordsOf(lock: Lock): string {
  return lock.map((way) => way.join(' and ')).join(', or ');
}
