import { useQuery } from 'urql';
import { explain } from '../../app/problem.ts';
import { useRefreshing } from '../../app/use-refreshing.ts';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { grouped } from '../../words/count.ts';
import { ActivityChart } from './ActivityChart.tsx';
import { activityInWords, clockOf, type Hour } from './activity.ts';
import { LastDay } from './overview.ts';

const EVERY_MS = 60_000;

/** How much happened in the last 24 hours: in a sentence, as a chart, and as a table for whoever wants numbers. */
export function Activity({ news }: { readonly news: unknown }) {
  const [{ data, error }, ask] = useQuery({ query: LastDay });
  const askAnew = () => ask({ requestPolicy: 'network-only' });
  useRefreshing(askAnew, news, EVERY_MS);
  return (
    <Card title="The last 24 hours">
      {error && <ErrorState {...explain(error)} onRetry={askAnew} />}
      {!data && !error && <Loading what="Counting what happened" />}
      {data && <Counted hours={data.activity} />}
    </Card>
  );
}

function Counted({ hours }: { readonly hours: readonly Hour[] }) {
  const busy = hours.filter(({ changes, failures }) => changes + failures > 0);
  if (busy.length === 0)
    return (
      <EmptyState title="Nothing has changed">As soon as a contact changes anywhere, it is counted here.</EmptyState>
    );
  return (
    <>
      <p>{activityInWords(hours)}</p>
      <ActivityChart hours={hours} />
      <details className="numbers">
        <summary>As numbers</summary>
        <table>
          <caption className="sr-only">Changes and failures by the hour; hours without any are left out</caption>
          <thead>
            <tr>
              <th scope="col">From</th>
              <th scope="col">Changes</th>
              <th scope="col">Failures</th>
            </tr>
          </thead>
          <tbody>
            {busy.map(({ from, changes, failures }) => (
              <tr key={from}>
                <th scope="row">{clockOf(from)}</th>
                <td>{grouped(changes)}</td>
                <td>{grouped(failures)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
