import type { Events } from '../../app/live/use-events.ts';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { eventInWords, eventTone, type SystemNames } from '../../words/event.ts';
import { SpokenNews } from './SpokenNews.tsx';

interface FeedProps extends Events {
  readonly names: SystemNames;
}

/** What happened, newest first, and what happens, on top. */
export function Feed({ events, problem, names }: FeedProps) {
  return (
    <Card title="What happens">
      {problem && <ErrorState {...problem} isTryingAgain={problem.retryable} />}
      {events === null && !problem && <Loading what="Reading what happened" />}
      {events?.length === 0 && (
        <EmptyState title="Nothing has happened yet">
          Change a contact in one of your systems: it appears here within moments.
        </EmptyState>
      )}
      {events && events.length > 0 && (
        <>
          <SpokenNews newest={events[0]} names={names} />
          {/* biome-ignore lint/a11y/noRedundantRoles: without bullets, some screen readers take it for no list */}
          <ol className="feed" role="list">
            {events.map((event) => (
              <li key={event.id} className="feed-row" data-event={event.id} data-tone={eventTone(event)}>
                <span>{eventInWords(event, names)}</span>
                <RelativeTime at={event.at} />
              </li>
            ))}
          </ol>
        </>
      )}
    </Card>
  );
}
