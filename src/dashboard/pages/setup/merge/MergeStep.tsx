import { useQuery } from 'urql';
import { useEvents } from '../../../app/live/use-events.ts';
import { explain } from '../../../app/problem.ts';
import { useRefreshing } from '../../../app/use-refreshing.ts';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { Proposals } from './Proposals.tsx';
import { SetupPlan } from './plan.ts';
import { Shares } from './Shares.tsx';
import { SwitchOn } from './SwitchOn.tsx';

const EVERY_MS = 5_000;
const NETWORK = { requestPolicy: 'network-only' } as const;
const READINGS = { kinds: ['RUN_STARTED' as const, 'RUN_FINISHED' as const] };

/** What was found, which contacts are the same, and the switch. */
export function MergeStep() {
  const [{ data, error }, ask] = useQuery({ query: SetupPlan });
  const { events } = useEvents(READINGS, 1);
  const renew = () => ask(NETWORK);
  useRefreshing(renew, events?.[0]?.id, EVERY_MS);
  if (error && !data) return <ErrorState {...explain(error)} onRetry={renew} />;
  if (!data) return <Loading what="Asking how the first sync stands" />;
  const { mergePlanSummary: plan, syncRuns } = data;
  return (
    <>
      <Shares shares={plan.systems} runs={syncRuns.nodes} />
      <Proposals
        proposed={plan.proposed}
        isWaiting={plan.waiting}
        isReading={syncRuns.nodes.length > 0}
        onDecided={renew}
      />
      <SwitchOn
        isWaiting={plan.waiting}
        proposed={plan.proposed}
        systems={plan.systems.map(({ system }) => system.name)}
        onStarted={renew}
      />
    </>
  );
}
