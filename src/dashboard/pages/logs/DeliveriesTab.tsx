import { useMemo } from 'react';
import { useClient } from 'urql';
import type { DeliveryFilter } from '../../../client/generated/graphql.ts';
import { optionsOf, WRITES } from '../../words/status.ts';
import { deliveryShape } from './delivery-shape.tsx';
import { FilterBar } from './FilterBar.tsx';
import { FilterSelect } from './FilterSelect.tsx';
import { Log } from './Log.tsx';
import { DeliveryLog } from './logs.ts';
import { readerOf } from './read.ts';
import type { TabProps } from './tab.ts';
import { chosen, useFilters } from './use-filters.ts';

/** What was written to the systems, and what became of it. */
export function DeliveriesTab({ names }: TabProps) {
  const graph = useClient();
  const filters = useFilters();
  const [system, status, search] = [filters.get('system'), chosen(filters, 'status', WRITES), filters.get('search')];
  const { from } = filters;
  const read = useMemo(() => {
    const filter: DeliveryFilter = {
      ...(system && { system }),
      ...(status && { statuses: [status] }),
      ...(search && { search }),
      ...(from && { from }),
    };
    return readerOf(graph, DeliveryLog, filter, (data) => data.deliveries);
  }, [graph, system, status, search, from]);
  return (
    <>
      <FilterBar filters={filters} names={names} search={{ label: 'What it said, or contact', name: 'search' }}>
        <FilterSelect label="What became of it" name="status" filters={filters} any="All" options={optionsOf(WRITES)} />
      </FilterBar>
      <Log name="writes" shape={deliveryShape} read={read} />
    </>
  );
}
