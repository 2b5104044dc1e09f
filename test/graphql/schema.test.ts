import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  findBreakingChanges,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { createSchema } from '../../src/graphql/schema.ts';

const served = createSchema();
const promised = buildSchema(readFileSync(join(import.meta.dirname, 'contract.graphql'), 'utf8'));

type Field = GraphQLField<unknown, unknown> | GraphQLInputField;

const typesOf = (schema: GraphQLSchema) =>
  Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));

function fieldsOf(type: GraphQLNamedType): Field[] {
  if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) return Object.values(type.getFields());
  return [];
}

const argsOf = (field: Field): readonly GraphQLArgument[] => ('args' in field ? field.args : []);

describe('descriptions', () => {
  it('every type, input, enum, scalar and directive has one', () => {
    const named = [...typesOf(served), ...served.getDirectives()];

    expect(named.filter(({ description }) => !description?.trim()).map(({ name }) => name)).toEqual([]);
  });

  it('every field that takes arguments has one: what they mean is in no name', () => {
    const silent = typesOf(served).flatMap((type) =>
      fieldsOf(type).filter((field) => argsOf(field).length > 0 && !field.description && !isInherited(type, field)),
    );

    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('every other field has one, or its interface, or its type; a plain value may have nothing but its name', () => {
    const silent = typesOf(served).flatMap((type) =>
      fieldsOf(type)
        .filter((field) => !field.description && !isInherited(type, field))
        .filter(({ type: own }) => !isScalarType(getNamedType(own)) && !getNamedType(own).description)
        .map((field) => `${type.name}.${field.name}`),
    );

    expect(silent).toEqual([]);
  });

  it('each is a sentence', () => {
    const all = typesOf(served).flatMap((type) => [type, ...fieldsOf(type)]);
    const odd = all.filter(({ description }) => description && !/^[\S].*[.;]$/s.test(description.trim()));

    expect(odd.map(({ name, description }) => `${name}: ${description}`)).toEqual([]);
  });
});

describe('the promised graph', () => {
  it('is served without a change that breaks a client', () => {
    expect(findBreakingChanges(promised, served)).toEqual([]);
  });

  it('is served with every type, nullability and default as promised', () => {
    const changed = typesOf(promised).flatMap((type) => {
      const now = new Map(fieldsOf(served.getType(type.name) ?? type).map((field) => [field.name, field]));
      return fieldsOf(type).flatMap((field) => {
        const same = now.get(field.name);
        return signature(field) === (same && signatureWithin(same, argsOf(field)))
          ? []
          : [`${type.name}.${field.name}`];
      });
    });

    expect(changed).toEqual([]);
  });

  it('is one part of a supergraph: its entities have their keys, and ContactBy takes exactly one', () => {
    const keyed = (schema: GraphQLSchema) =>
      typesOf(schema)
        .filter(({ astNode }) => astNode?.directives?.some(({ name }) => name.value === 'key'))
        .map(({ name }) => name);
    const by = served.getType('ContactBy');

    expect(keyed(served)).toEqual(expect.arrayContaining(keyed(promised)));
    expect(isInputObjectType(by) && by.isOneOf).toBe(true);
  });
});

function isInherited(type: GraphQLNamedType, field: Field): boolean {
  if (!isObjectType(type) && !isInterfaceType(type)) return false;
  return type.getInterfaces().some((parent) => parent.getFields()[field.name]?.description);
}

/** A field with its arguments, types and defaults, as text. */
function signature(field: Field): string {
  const args = argsOf(field).map(inputText);
  return `${'defaultValue' in field ? inputText(field) : `${field.name}: ${field.type}`}(${args.join(', ')})`;
}

/** The same of a field that may have more arguments than these. */
function signatureWithin(field: Field, args: readonly GraphQLArgument[]): string {
  if (!('args' in field)) return signature(field);
  const known = args.flatMap(({ name }) => field.args.find((arg) => arg.name === name) ?? []);
  return signature({ ...field, args: known });
}

function inputText({ name, type, defaultValue }: GraphQLArgument | GraphQLInputField): string {
  return `${name}: ${type} = ${JSON.stringify(defaultValue)}`;
}
