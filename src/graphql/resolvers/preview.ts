import { Problem } from '../../base/errors.ts';
import type { FieldPreview } from '../../model/mapping-preview.ts';
import { type DryRun, dryRunMapping } from '../../sync/mapping-dry-run.ts';
import { previewMapping, type RecordPreview } from '../../sync/mapping-preview.ts';
import type { GraphContext } from '../context.ts';
import { fromProblem, invalid } from '../errors.ts';
import type { PreviewMappingInput, Resolvers } from '../generated/resolvers.ts';
import { readTrial } from '../mapping-trial.ts';
import { systemOf } from './system.ts';

/** What a mapping would do, before it is saved. */
export const previewResolvers: Resolvers = {
  DryRunCost: {
    system: ({ system }, _, context) => systemOf(context, system),
    seconds: ({ ms }) => Math.round(ms / 100) / 10,
  },
  DryRunExample: {
    entity: ({ entityId }, _, context) => (entityId === null ? null : context.loaders.entity.load(entityId)),
    inward: ({ inward }) => [...inward],
    outward: ({ outward }) => [...outward],
  },
  Query: {
    previewMapping: (_, { input }, context) => preview(context, input),
    dryRunMapping: async (_, { input }, context) => {
      const trial = await readTrial(context, input);
      if ('errors' in trial) return { result: null, userErrors: [...trial.errors] };
      return { result: asAnswer(await dryRunMapping(context.sync, trial)), userErrors: [] };
    },
  },
};

async function preview(context: GraphContext, input: PreviewMappingInput) {
  const random = input.random ?? 0;
  const trial = await readTrial(context, input);
  if ('errors' in trial) return { records: [], userErrors: [...trial.errors] };
  if (random < 0) return { records: [], userErrors: [invalid(['random'], 'must not be negative')] };
  try {
    const choice = { recordIds: input.recordIds ?? [], random };
    const records = await previewMapping(context.sync, trial, choice);
    return { records: records.map(asRecord), userErrors: [] };
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'INTERNAL') throw error;
    return { records: [], userErrors: [fromProblem(error, [])] };
  }
}

function asRecord(record: RecordPreview) {
  return { ...record, fields: record.fields.map((field) => asField(record, field)) };
}

function asField({ entity, snapshot }: RecordPreview, { row, field, ...ways }: FieldPreview) {
  const today = entity?.fields[field] ?? null;
  const held = Object.keys(ways.out?.record ?? {}).map((name) => [name, snapshot.fields[name] ?? null]);
  return {
    row,
    field,
    in: ways.in && { ...ways.in, steps: [...ways.in.steps], today },
    out: ways.out && { ...ways.out, steps: [...ways.out.steps], value: today, today: Object.fromEntries(held) },
  };
}

function asAnswer(run: DryRun) {
  return {
    ...run,
    reasons: [...run.reasons].map(([reason, count]) => ({ reason, count })),
    failures: run.failures.map(({ about, ...failure }) => ({ ...failure, message: about })),
    costs: [...run.costs],
    examples: [...run.examples],
  };
}
