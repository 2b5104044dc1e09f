import { Problem } from '../../base/errors.ts';
import { applyTemplate, planTemplate, unmetNeeds } from '../../sync/apply-template.ts';
import { templates } from '../../templates/index.ts';
import type { GraphContext } from '../context.ts';
import { fromProblem, type InputError, invalid } from '../errors.ts';
import type { ApplyTemplateInput, Resolvers } from '../generated/resolvers.ts';
import { entityType, systemOf } from './system.ts';

/** The templates that ship, and applying them. */
export const templateResolvers: Resolvers = {
  MappingTemplate: {
    parts: ({ parts }) => [...parts],
    unmet: async (template, _, context) => [...(await unmetNeeds(context.sync, template))],
  },
  MappingTemplatePart: {
    system: ({ system }, _, context) => systemOf(context, system),
    type: ({ kind }) => entityType(kind),
  },
  MappingTemplateChange: {
    system: ({ system }, _, context) => systemOf(context, system),
    type: ({ kind }) => entityType(kind),
    changed: ({ changed }) => [...changed],
    leftOut: ({ leftOut }) => [...leftOut],
  },
  Query: { mappingTemplates: () => [...templates] },
  Mutation: { applyTemplate: (_, { input }, context) => apply(context, input) },
};

async function apply({ sync, caller, correlationId }: GraphContext, { id, confirm }: ApplyTemplateInput) {
  const template = templates.find((one) => one.id === id);
  if (!template) return refused([invalid(['id'], 'is not the id of a template', 'NOT_FOUND')]);
  try {
    const changes = await planTemplate(sync, template);
    if (confirm) await applyTemplate(sync, template, changes, { actor: caller.id, correlationId });
    return { applied: confirm ?? false, changes: [...changes], userErrors: [] };
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'INTERNAL') throw error;
    return refused([fromProblem(error, ['id'])]);
  }
}

function refused(userErrors: InputError[]) {
  return { applied: false, changes: [], userErrors };
}
