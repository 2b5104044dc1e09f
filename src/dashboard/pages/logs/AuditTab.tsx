import { useMemo } from 'react';
import { useClient } from 'urql';
import type { AuditFilter } from '../../../client/generated/graphql.ts';
import { OUTCOMES, optionsOf } from '../../words/status.ts';
import { auditShape } from './audit-shape.tsx';
import { FilterBar } from './FilterBar.tsx';
import { FilterSelect } from './FilterSelect.tsx';
import { Log } from './Log.tsx';
import { AuditLogPage } from './logs.ts';
import { readerOf } from './read.ts';
import { chosen, useFilters } from './use-filters.ts';

/** Who did what, and who wanted to. */
export function AuditTab() {
  const graph = useClient();
  const filters = useFilters();
  const [outcome, subject] = [chosen(filters, 'outcome', OUTCOMES), filters.get('about')];
  const { from } = filters;
  const read = useMemo(() => {
    const filter: AuditFilter = { ...(outcome && { outcome }), ...(subject && { subject }), ...(from && { from }) };
    return readerOf(graph, AuditLogPage, filter, (data) => data.auditLog);
  }, [graph, outcome, subject, from]);
  return (
    <>
      <FilterBar filters={filters} search={{ label: 'Id of what it was about', name: 'about' }}>
        <FilterSelect label="How it ended" name="outcome" filters={filters} any="All" options={optionsOf(OUTCOMES)} />
      </FilterBar>
      <Log name="who-did-what" shape={auditShape} read={read} />
    </>
  );
}
