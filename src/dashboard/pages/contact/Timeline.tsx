import type { PagedList } from '../../app/use-paged.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import type { SystemNames } from '../../words/event.ts';
import { type ShownItem, TimelineItem } from './TimelineItem.tsx';
import type { WriteThrough } from './use-write.ts';

interface TimelineProps {
  readonly items: PagedList<ShownItem>;
  readonly names: SystemNames;
  readonly write: WriteThrough | null;
}

/** Tasks, notes, appointments and what the sync did, newest first. */
export function Timeline({ items, names, write }: TimelineProps) {
  const { list, problem, isReading, more, again } = items;
  return (
    <Card title="Timeline">
      {problem && <ErrorState {...problem} onRetry={again} />}
      {!list && !problem && <Loading what="Reading what happened" />}
      {list?.rows.length === 0 && (
        <EmptyState title="Nothing has happened yet">Notes, tasks and appointments with it appear here.</EmptyState>
      )}
      {list && list.rows.length > 0 && (
        // biome-ignore lint/a11y/noRedundantRoles: without bullets, some screen readers take it for no list
        <ol className="timeline" role="list">
          {list.rows.map((item) => (
            <li key={item.id}>
              <TimelineItem item={item} names={names} write={write} />
            </li>
          ))}
        </ol>
      )}
      {list?.hasMore && (
        <Button isPending={isReading} onPress={more}>
          {isReading ? 'Reading…' : `Show older (${list.total - list.rows.length} more)`}
        </Button>
      )}
    </Card>
  );
}
