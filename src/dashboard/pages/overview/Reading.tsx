import { useQuery } from 'urql';
import { now } from '../../app/clock.ts';
import { explain } from '../../app/problem.ts';
import { useRefreshing } from '../../app/use-refreshing.ts';
import { Card } from '../../ui/Card.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { RunsUnderWay } from './overview.ts';
import { firstOfEach, isLong, progressInWords } from './progress.ts';

const EVERY_MS = 3_000;

/** Systems that are being read for longer: how far it is and how long it will take. */
export function Reading({ news }: { readonly news: unknown }) {
  const [{ data, error }, ask] = useQuery({ query: RunsUnderWay });
  const askAnew = () => ask({ requestPolicy: 'network-only' });
  useRefreshing(askAnew, news, EVERY_MS);
  if (error) return <ErrorState {...explain(error)} onRetry={askAnew} />;
  const time = now();
  const runs = firstOfEach(data?.syncRuns.nodes ?? []).filter((run) => isLong(run, time));
  if (runs.length === 0) return null;
  return (
    <Card title="Being read now">
      {runs.map((run) => (
        <ProgressBar key={run.id} label={run.system.name} progress={run.progress} words={progressInWords(run, time)} />
      ))}
    </Card>
  );
}
