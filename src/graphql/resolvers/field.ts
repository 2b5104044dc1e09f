import { entityFields } from '../../sync/entity-field.ts';
import type { GraphContext } from '../context.ts';
import { badInput } from '../errors.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { upper } from '../word.ts';
import { kindOf, systemOf } from './system.ts';

/** The fields of records and of the graph, as mappings name them. */
export const fieldResolvers: Resolvers = {
  RecordField: {
    type: ({ type }) => upper(type),
    choices: ({ choices }) => (choices ? [...choices] : null),
    required: ({ required }) => required ?? false,
    writable: ({ creates, updates }) => creates || updates,
    known: ({ known }) => upper(known),
    examples: ({ examples }) => [...examples],
    note: ({ note }) => note ?? null,
  },
  EntityField: {
    type: ({ type }) => upper(type),
    values: ({ values }) => (values ? [...values] : null),
    systems: ({ systems }, _, context) => systems.map((id) => systemOf(context, id)),
  },
  Query: {
    recordFields: async (_, { system, type, refresh }, context) => [
      ...(await context.sync.discovery.fields(known(context, system), kindOf(type), { refresh: refresh ?? false })),
    ],
    entityFields: async (_, { type }, { sync }) => [...(await entityFields(sync, kindOf(type)))],
  },
};

function known(context: GraphContext, id: string) {
  const system = context.sync.systems.find((one) => one.id === id);
  if (system) return system;
  throw badInput(`There is no system ${id}: ${context.sync.systems.map((one) => one.id).join(', ')}`, ['system']);
}
