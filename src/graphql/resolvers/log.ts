import { exportConfig, importConfig } from '../../sync/config/document.ts';
import { Retention, readRetention, setRetention } from '../../sync/retention.ts';
import type { GraphContext } from '../context.ts';
import { type InputError, invalid } from '../errors.ts';
import type { Resolvers, SetRetentionInput } from '../generated/resolvers.ts';
import { knownSystem } from '../lists.ts';
import { connection, pageRequest } from '../pagination.ts';
import { instant } from './synced.ts';
import { systemOf } from './system.ts';

const LIST = 'call';
const MOST_MINUTES = 1_440;

/** What is kept of calls to systems, for how long things are kept, and the configuration as a whole. */
export const logResolvers: Resolvers = {
  UpstreamCall: {
    system: (call, _, context) => systemOf(context, call.system),
    at: (call) => instant(call.at),
    milliseconds: (call) => call.durationMs,
  },
  Delivery: { calls: async (delivery, _, context) => [...(await context.loaders.calls.load(delivery.id))] },
  System: { verboseUntil: (system, _, context) => instant(context.sync.calls.verboseUntil(system.id)) },
  Query: {
    upstreamCalls: async (_, { system, ...args }, context) => {
      knownSystem(context, system);
      const request = pageRequest(args, LIST);
      await context.sync.calls.flush();
      return connection(await context.sync.store.calls.page(system, request), request, LIST, (call) => call);
    },
    retention: (_, __, context) => readRetention(context.sync.store),
    configuration: (_, __, context) => exportConfig(context.sync.store),
  },
  Mutation: {
    setVerbose: async (_, { input: { system, minutes } }, context) => {
      const refused = (error: InputError) => ({ system: null, userErrors: [error] });
      if (!context.sync.connections.has(system))
        return refused(invalid(['system'], `names "${system}", which is not connected`, 'NOT_CONNECTED'));
      if (minutes < 0 || minutes > MOST_MINUTES)
        return refused(invalid(['minutes'], `must be from 0 to ${MOST_MINUTES}`));
      await context.sync.calls.setVerbose(system, context.sync.clock.now() + minutes * 60_000);
      return { system: systemOf(context, system), userErrors: [] };
    },
    setRetention: (_, { input }, context) => changeRetention(context, input),
    importConfiguration: async (_, { yaml, dryRun }, context) => {
      const { sync, caller, correlationId } = context;
      const result = await importConfig({ ...sync, actor: caller.id, correlationId }, yaml, dryRun ?? false);
      if ('errors' in result) {
        const userErrors = result.errors.map((message) => ({ path: ['yaml'], code: 'INVALID', message }));
        return { changes: [], applied: false, userErrors };
      }
      return { changes: [...result.changes], applied: !dryRun, userErrors: [] };
    },
  },
};

async function changeRetention({ sync: { store } }: GraphContext, input: SetRetentionInput) {
  return store.transaction(async (tx) => {
    const before = await readRetention(tx);
    const set = Object.entries(input).filter(([, value]) => value !== undefined);
    const wish = Retention.safeParse({ ...before, ...Object.fromEntries(set) });
    if (!wish.success) {
      const userErrors = wish.error.issues.map(({ path, message }) => invalid(path.map(String), message));
      return { retention: before, userErrors };
    }
    await setRetention(tx, wish.data);
    return { retention: wish.data, userErrors: [] };
  });
}
