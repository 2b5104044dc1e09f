import { useMemo } from 'react';
import { useClient } from 'urql';
import type { SyncRunFilter } from '../../../client/generated/graphql.ts';
import { optionsOf, RUNS } from '../../words/status.ts';
import { FilterBar } from './FilterBar.tsx';
import { FilterSelect } from './FilterSelect.tsx';
import { Log } from './Log.tsx';
import { RunLog } from './logs.ts';
import { readerOf } from './read.ts';
import { runShape } from './run-shape.tsx';
import type { TabProps } from './tab.ts';
import { chosen, useFilters } from './use-filters.ts';

/** What was read from the systems, and when. */
export function RunsTab({ names }: TabProps) {
  const graph = useClient();
  const filters = useFilters();
  const [system, state, search] = [filters.get('system'), chosen(filters, 'state', RUNS), filters.get('search')];
  const { from } = filters;
  const read = useMemo(() => {
    const filter: SyncRunFilter = {
      ...(system && { system }),
      ...(state && { states: [state] }),
      ...(search && { search }),
      ...(from && { from }),
    };
    return readerOf(graph, RunLog, filter, (data) => data.syncRuns);
  }, [graph, system, state, search, from]);
  return (
    <>
      <FilterBar filters={filters} names={names} search={{ label: 'What went wrong', name: 'search' }}>
        <FilterSelect label="How it stands" name="state" filters={filters} any="All" options={optionsOf(RUNS)} />
      </FilterBar>
      <Log name="runs" shape={runShape} read={read} />
    </>
  );
}
