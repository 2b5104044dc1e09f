import { useMemo } from 'react';
import { useClient } from 'urql';
import type { SyncEventFilter } from '../../../client/generated/graphql.ts';
import { Segments } from '../../ui/Segments.tsx';
import { eventShape } from './event-shape.tsx';
import { FilterBar } from './FilterBar.tsx';
import { FilterSelect } from './FilterSelect.tsx';
import { FollowedEvents } from './FollowedEvents.tsx';
import { kindsOfSort, SORTS } from './happenings.ts';
import { Log } from './Log.tsx';
import { EventLog } from './logs.ts';
import { readerOf } from './read.ts';
import type { TabProps } from './tab.ts';
import { useFilters } from './use-filters.ts';

const WAYS = [
  { id: 'back', label: 'Look back' },
  { id: 'live', label: 'Follow live' },
] as const;

/** What happened, to look back on or to follow. */
export function EventsTab({ names }: TabProps) {
  const filters = useFilters();
  const shape = useMemo(() => eventShape(names), [names]);
  const [system, sort, search] = [filters.get('system'), filters.get('sort'), filters.get('search')];
  const { from } = filters;
  const filter = useMemo<SyncEventFilter>(() => {
    const kinds = kindsOfSort(sort);
    return {
      ...(system && { systems: [system] }),
      ...(kinds && { kinds }),
      ...(search && { search }),
      ...(from && { from }),
    };
  }, [system, sort, search, from]);
  const graph = useClient();
  const read = useMemo(() => readerOf(graph, EventLog, filter, (data) => data.syncEvents), [graph, filter]);
  const isLive = filters.get('follow') === 'live';
  return (
    <>
      <FilterBar filters={filters} names={names} search={{ label: 'Message or contact', name: 'search' }}>
        <FilterSelect label="What" name="sort" filters={filters} any="Everything" options={SORTS} />
      </FilterBar>
      <Segments
        label="How to read"
        options={WAYS}
        value={isLive ? 'live' : 'back'}
        onChange={(way) => filters.set('follow', way === 'live' ? way : '')}
      />
      {isLive ? <FollowedEvents filter={filter} shape={shape} /> : <Log name="events" shape={shape} read={read} />}
    </>
  );
}
