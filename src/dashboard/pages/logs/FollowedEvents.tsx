import type { EventRowFragment, SyncEventFilter } from '../../../client/generated/graphql.ts';
import { useEvents } from '../../app/live/use-events.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { LogTable, type Shape } from './Log.tsx';

const KEPT = 100;

interface FollowedEventsProps {
  readonly filter: SyncEventFilter;
  readonly shape: Shape<EventRowFragment>;
}

/** The newest events and each that comes, on top. */
export function FollowedEvents({ filter, shape }: FollowedEventsProps) {
  const { events, problem } = useEvents(filter, KEPT);
  return (
    <>
      {problem && <ErrorState {...problem} isTryingAgain={problem.retryable} />}
      {events === null && !problem && <Loading what="Reading what happened" />}
      {events && (
        <>
          <p className="quiet">The newest {KEPT} at most, as they come. To go further back, stop following.</p>
          <LogTable {...shape} rows={events} />
        </>
      )}
    </>
  );
}
