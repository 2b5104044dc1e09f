import { summary } from '../model/rule-summary.ts';
import { dryRun, MOST_EVENTS } from '../sync/rule-dry-run.ts';
import type { GraphContext } from './context.ts';
import { type InputError, invalid } from './errors.ts';
import type { DryRunRuleInput } from './generated/resolvers.ts';
import { partsOf, readRule } from './rule-input.ts';

const EVENTS = 1_000;

/** What the rule of this input would have done about the newest events, or everything that is wrong with it. */
export async function dryRunRule(context: GraphContext, input: DryRunRuleInput) {
  const known = input.id == null ? undefined : (await context.loaders.rules()).get(input.id);
  if (input.id != null && !known) return refused([invalid(['id'], 'is not the id of a rule', 'NOT_FOUND')]);
  const events = input.events ?? EVENTS;
  const before = known?.rule ?? { id: 'rul_dry-run', name: 'Dry run', enabled: true, when: null };
  const read = await readRule(context.sync, { ...before, ...partsOf({ ...input }) });
  const tooMany = events >= 1 && events <= MOST_EVENTS ? [] : [invalid(['events'], `must be 1 to ${MOST_EVENTS}`)];
  if ('errors' in read) return refused([...read.errors, ...tooMany]);
  if (tooMany.length > 0) return refused(tooMany);
  return {
    dryRun: { summary: summary(read.rule), ...(await dryRun(context.sync, read.rule, events)) },
    userErrors: [],
  };
}

function refused(userErrors: readonly InputError[]) {
  return { dryRun: null, userErrors: [...userErrors] };
}
