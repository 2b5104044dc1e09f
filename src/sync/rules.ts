import type { SyncContext } from './context.ts';
import { runErrands, type StartRun } from './rule-errands.ts';
import { createFollower } from './rule-follow.ts';
import { createPasses } from './rule-passes.ts';
import type { Job } from './worker.ts';

/** What keeps the rules going: answering to events, passing over entities on a schedule, and asking systems on their behalf. */
export function ruleJobs(context: SyncContext, startRun: StartRun): Job[] {
  const follower = createFollower(context);
  const passes = createPasses(context);
  return [
    { name: 'rules', work: () => follower.work(), nextDue: async () => null },
    { name: 'scheduled rules', work: () => passes.work(), nextDue: () => passes.nextDue() },
    {
      name: 'errands of rules',
      work: () => runErrands(context, startRun),
      nextDue: () => context.store.firings.nextDue(),
    },
  ];
}
