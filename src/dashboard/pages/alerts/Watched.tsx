import { useQuery } from 'urql';
import { explain } from '../../app/problem.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { WatchList } from './alerts.ts';
import { WatchCard } from './WatchCard.tsx';

/** Everything that is watched for. */
export function Watched() {
  const [{ data, error }, ask] = useQuery({ query: WatchList });
  if (error) return <ErrorState {...explain(error)} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
  if (!data) return <Loading what="Reading what is watched for" />;
  return (
    <div className="watched">
      {data.alertRules.map((rule) => (
        <WatchCard key={rule.id} rule={rule} targets={data.alertTargets} />
      ))}
    </div>
  );
}
