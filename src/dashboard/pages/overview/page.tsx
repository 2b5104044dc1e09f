import { useMemo } from 'react';
import { useQuery } from 'urql';
import { useEvents } from '../../app/live/use-events.ts';
import { explain } from '../../app/problem.ts';
import { useRefreshing } from '../../app/use-refreshing.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Page as PageFrame } from '../../ui/Page.tsx';
import { Feed } from './Feed.tsx';
import { NEWS } from './news.ts';
import { Overview } from './overview.ts';
import { Places } from './Places.tsx';
import { SystemCard } from './SystemCard.tsx';
import './overview.css';

const EVERY_MS = 15_000;
const SHOWN = 40;

/** How every system is, and what happens, as it happens. */
export function Page() {
  const [{ data, error }, ask] = useQuery({ query: Overview });
  const live = useEvents(NEWS, SHOWN);
  useRefreshing(() => ask({ requestPolicy: 'network-only' }), live.events?.[0]?.id, EVERY_MS);
  const names = useMemo(() => new Map(data?.systems.map(({ id, name }) => [String(id), name])), [data]);
  return (
    <PageFrame title="Overview" lead="How your systems are, and what happens between them.">
      {data ? <Systems systems={data.systems} /> : !error && <Loading what="Asking how the systems are" />}
      {error && <ErrorState {...explain(error)} onRetry={() => ask({ requestPolicy: 'network-only' })} />}
      <Feed {...live} names={names} />
      <Places />
    </PageFrame>
  );
}

function Systems({ systems }: { readonly systems: readonly Parameters<typeof SystemCard>[0]['system'][] }) {
  if (systems.length === 0)
    return <EmptyState title="No system is known">Whoever runs the gateway can add one.</EmptyState>;
  return (
    <div className="systems">
      {systems.map((system) => (
        <SystemCard key={system.id} system={system} />
      ))}
    </div>
  );
}
