import { useQuery } from 'urql';
import type { AlertRowFragment } from '../../../client/generated/graphql.ts';
import { useEvents } from '../../app/live/use-events.ts';
import { explain } from '../../app/problem.ts';
import { useRefreshing } from '../../app/use-refreshing.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { AlertFeed } from './alerts.ts';

const EVERY_MS = 15_000;
const PAST = 20;
const ALERTS = { kinds: ['ALERT' as const, 'ALERT_RECOVERED' as const] };

/** What is wrong now, and below it what was, as it comes and goes. */
export function OpenAlerts() {
  const [{ data, error }, ask] = useQuery({ query: AlertFeed, variables: { past: PAST } });
  const again = () => ask({ requestPolicy: 'network-only' });
  const { events } = useEvents(ALERTS, 1);
  useRefreshing(again, events?.[0]?.id, EVERY_MS);
  return (
    <>
      {error && <ErrorState {...explain(error)} onRetry={again} />}
      {!data && !error && <Loading what="Asking what is wrong" />}
      {data && (
        <>
          <Card title="Wrong now" aside={<Count count={data.open.totalCount} />}>
            {data.open.nodes.length === 0 ? (
              <EmptyState title="Nothing is wrong">
                What is watched for, and who is told, is set beside this.
              </EmptyState>
            ) : (
              <AlertList alerts={data.open.nodes} />
            )}
          </Card>
          {data.past.nodes.length > 0 && (
            <Card title="Over">
              <AlertList alerts={data.past.nodes} />
            </Card>
          )}
        </>
      )}
    </>
  );
}

function Count({ count }: { readonly count: number }) {
  return (
    <span role="status">
      <Badge tone={count > 0 ? 'bad' : 'good'}>{count > 0 ? `${count} open` : 'All is well'}</Badge>
    </span>
  );
}

function AlertList({ alerts }: { readonly alerts: readonly AlertRowFragment[] }) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: without bullets, some screen readers take it for no list
    <ol className="alerts" role="list">
      {alerts.map(({ id, open, message, since, recoveredAt, system, rule, told }) => (
        <li key={id} className="alert" data-open={open}>
          <p className="alert-words">{message}</p>
          <p className="alert-foot quiet">
            {system && <span>{system.name}</span>}
            <span>
              Since <RelativeTime at={since} />
            </span>
            {recoveredAt && (
              <span>
                Over <RelativeTime at={recoveredAt} />
              </span>
            )}
            {rule && <span>{rule.name}</span>}
            <span>{told.length > 0 ? `Told: ${told.map(({ name }) => name).join(', ')}` : 'Nobody was told'}</span>
          </p>
        </li>
      ))}
    </ol>
  );
}
