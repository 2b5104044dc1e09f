import { Problem } from '../../base/errors.ts';
import { type MappingRow, recordFields } from '../../model/mapping.ts';
import { MappingShape } from '../../model/mapping-shape.ts';
import { transformInWords } from '../../model/transform.ts';
import { type MappingOutcome, mappingsInForce, rollbackMapping, saveMapping } from '../../sync/save-mapping.ts';
import { badInput, fromProblem, type InputError, invalid } from '../errors.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { knownSystem } from '../lists.ts';
import { faultError } from '../mapping-trial.ts';
import { connection, pageRequest } from '../pagination.ts';
import { upper } from '../word.ts';
import { instant } from './synced.ts';
import { entityType, kindOf, systemOf } from './system.ts';

const LIST = 'mapping';

/** Mappings, their versions, and putting one in force. */
export const mappingResolvers: Resolvers = {
  Mapping: {
    system: ({ system }, _, context) => systemOf(context, system),
    type: ({ kind }) => entityType(kind),
    shipped: ({ version }) => version === 0,
    rows: ({ rows }) => rows.map(asRow),
    at: ({ at }) => instant(at),
  },
  Query: {
    async mappings(_, { system, type }, { sync }) {
      if (system != null && !sync.systems.some(({ id }) => id === system))
        throw badInput(`"${system}" is not a system`, ['system']);
      await sync.mappings.renew(sync.store);
      return [...mappingsInForce(sync, { system: system ?? undefined, kind: type == null ? undefined : kindOf(type) })];
    },
    async mappingVersions(_, { system, type, ...args }, context) {
      knownSystem(context, system);
      const request = pageRequest(args, LIST);
      const page = await context.sync.store.mappings.page(system, kindOf(type), request);
      return connection(page, request, LIST, (mapping) => mapping);
    },
  },
  Mutation: {
    saveMapping: (_, { input }, context) =>
      answered(async () => {
        const read = MappingShape.safeParse(input.rows);
        if (!read.success)
          return refused(read.error.issues.map(({ path, message }) => invalid(['rows', ...path.map(String)], message)));
        const outcome = await saveMapping(context.sync, {
          system: input.system,
          kind: kindOf(input.type),
          rows: read.data,
          why: input.why?.trim() || null,
          basedOn: input.basedOn ?? null,
          confirm: input.confirm ?? false,
          writeNow: input.writeNow ?? false,
          actor: context.caller.id,
          correlationId: context.correlationId,
        });
        return asPayload(outcome);
      }),
    rollbackMapping: (_, { input }, context) =>
      answered(async () => {
        const { system, confirm, writeNow } = input;
        const wish = {
          system,
          kind: kindOf(input.type),
          confirm: confirm ?? false,
          writeNow: writeNow ?? false,
          actor: context.caller.id,
          correlationId: context.correlationId,
        };
        return asPayload(await rollbackMapping(context.sync, input.version, wish));
      }),
  },
};

function asRow(row: MappingRow) {
  return {
    entity: row.entity,
    record: [...recordFields(row)],
    direction: upper(row.direction ?? 'both'),
    transforms: row.transforms ?? [],
    does: (row.transforms ?? []).map(transformInWords),
    owner: row.owner ?? false,
    when: OCCASIONS[row.when ?? 'always'],
  };
}

const OCCASIONS = { always: 'ALWAYS', ifEmpty: 'IF_EMPTY', neverOverwrite: 'NEVER_OVERWRITE' } as const;

function refused(userErrors: readonly InputError[]) {
  return { mapping: null, effect: null, run: null, userErrors: [...userErrors] };
}

function asPayload(outcome: MappingOutcome) {
  switch (outcome.became) {
    case 'refused':
      return refused(outcome.faults.map(faultError));
    case 'unconfirmed': {
      const { records, total } = outcome.effect;
      const text = `is needed: ${records} of ${total} records would say something else`;
      return { ...refused([invalid(['confirm'], text, 'CONFIRM_NEEDED')]), effect: outcome.effect };
    }
    case 'unchanged':
      return { ...refused([]), mapping: outcome.mapping };
    case 'saved':
      return { mapping: outcome.mapping, effect: outcome.effect, run: outcome.run, userErrors: [] };
  }
}

/** What `act` answers, or what is wrong with the input. */
async function answered(act: () => Promise<ReturnType<typeof asPayload>>) {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'INTERNAL') throw error;
    return refused([fromProblem(error, [])]);
  }
}
