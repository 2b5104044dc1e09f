import { useMemo } from 'react';
import { useQuery } from 'urql';
import { explain } from '../../app/problem.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Page as PageFrame } from '../../ui/Page.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { AuditTab } from './AuditTab.tsx';
import { DeliveriesTab } from './DeliveriesTab.tsx';
import { EventsTab } from './EventsTab.tsx';
import { LogSystems } from './logs.ts';
import { RunsTab } from './RunsTab.tsx';
import { useFilters } from './use-filters.ts';
import './logs.css';

const TABS = [
  { id: 'events', label: 'Events', Content: EventsTab },
  { id: 'runs', label: 'Runs', Content: RunsTab },
  { id: 'deliveries', label: 'Writes', Content: DeliveriesTab },
  { id: 'audit', label: 'Who did what', Content: AuditTab },
];

/** All that is written down: what happened, what was read, what was written, and who wanted it. */
export function Page() {
  const [{ data, error }, ask] = useQuery({ query: LogSystems });
  const filters = useFilters();
  const names = useMemo(() => new Map(data?.systems.map(({ id, name }) => [String(id), name])), [data]);
  const selected = TABS.find(({ id }) => id === filters.get('tab'))?.id ?? 'events';
  return (
    <PageFrame title="Logs" lead="All that is written down, newest first.">
      {error && <ErrorState {...explain(error)} onRetry={() => ask({ requestPolicy: 'network-only' })} />}
      {!data && !error && <Loading what="Reading what the systems are called" />}
      {data && (
        <Tabs
          label="Logs"
          selected={selected}
          onSelect={(id) => filters.set('tab', id)}
          tabs={TABS.map(({ Content, ...tab }) => ({
            ...tab,
            content: (
              <div className="log">
                <Content names={names} />
              </div>
            ),
          }))}
        />
      )}
    </PageFrame>
  );
}
