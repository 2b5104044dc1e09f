import { useQuery } from 'urql';
import { useEvents } from '../../../app/live/use-events.ts';
import { explain } from '../../../app/problem.ts';
import { useRefreshing } from '../../../app/use-refreshing.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { SetupChecks, SetupConnections } from './connections.ts';
import { SystemCard } from './SystemCard.tsx';

const EVERY_MS = 30_000;
const NETWORK = { requestPolicy: 'network-only' } as const;
const SYSTEM_NEWS = { kinds: ['SYSTEM_CHANGED' as const] };

/** Every system and how it is connected. */
export function ConnectStep() {
  const [{ data, error }, ask] = useQuery({ query: SetupConnections });
  const [tried, tryAll] = useQuery({ query: SetupChecks, pause: true, ...NETWORK });
  const { events } = useEvents(SYSTEM_NEWS, 1);
  const renew = () => ask(NETWORK);
  useRefreshing(renew, events?.[0]?.id, EVERY_MS);
  if (error && !data) return <ErrorState {...explain(error)} onRetry={renew} />;
  if (!data) return <Loading what="Asking which systems there are" />;
  const checks = new Map(tried.data?.systems.map(({ id, connection }) => [id, connection.checks]));
  const isAnyConnected = data.systems.some(({ connection }) => connection.origin !== null);
  return (
    <>
      <div className="setup-systems">
        {data.systems.map((system) => (
          <SystemCard key={system.id} system={system} checks={checks.get(system.id) ?? null} onChanged={renew} />
        ))}
      </div>
      {tried.error && <ErrorState {...explain(tried.error)} onRetry={() => tryAll(NETWORK)} />}
      {isAnyConnected && (
        <div className="actions">
          <Button isPending={tried.fetching} onPress={() => tryAll(NETWORK)}>
            {tried.fetching ? 'Trying all systems…' : 'Try all systems now'}
          </Button>
        </div>
      )}
    </>
  );
}
