import { useQuery } from 'urql';
import { now } from '../../app/clock.ts';
import { explain } from '../../app/problem.ts';
import { useRefreshing } from '../../app/use-refreshing.ts';
import { Card } from '../../ui/Card.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Link } from '../../ui/Link.tsx';
import { needsOf } from './needs.ts';
import { Needs } from './overview.ts';

const EVERY_MS = 30_000;

/** What waits for a person, on top of everything, each with the way to settle it. */
export function NeedsYou({ news }: { readonly news: unknown }) {
  const [{ data, error }, ask] = useQuery({ query: Needs });
  const askAnew = () => ask({ requestPolicy: 'network-only' });
  useRefreshing(askAnew, news, EVERY_MS);
  if (error) return <ErrorState {...explain(error)} onRetry={askAnew} />;
  // While it is asked there is nothing to say: the systems below say what is done.
  if (!data) return null;
  const needs = needsOf(data, now());
  return (
    <div role="status">
      {needs.length === 0 ? (
        <p className="notice notice-good">Nothing needs you.</p>
      ) : (
        <Card title="Needs you">
          <ul className="needs">
            {needs.map(({ id, words, tone, act, href }) => (
              <li key={id} className="need" data-tone={tone}>
                <span>{words}</span>
                <Link look="button" href={href} aria-label={`${act}: ${words}`}>
                  {act}
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}
