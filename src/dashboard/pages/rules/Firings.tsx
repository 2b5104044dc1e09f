import { useQuery } from 'urql';
import type { FiringFeedQuery, RuleFiringState } from '../../../client/generated/graphql.ts';
import { useEvents } from '../../app/live/use-events.ts';
import { explain } from '../../app/problem.ts';
import { useRefreshing } from '../../app/use-refreshing.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { entityInWords } from '../../words/entity.ts';
import { FiringFeed } from './rules.ts';

const SHOWN = 20;
const EVERY_MS = 15_000;
const FIRED = { kinds: ['RULE_FIRED' as const] };

interface FiringsProps {
  readonly title: string;
  /** Of this rule alone; absent: of all. */
  readonly ruleId?: string;
  /** Hears of every firing that comes. */
  readonly onFired?: () => void;
}

/** What rules did, newest first, as they do it. */
export function Firings({ title, ruleId, onFired }: FiringsProps) {
  const variables = { first: SHOWN, ruleId: ruleId ?? null };
  const [{ data, error }, ask] = useQuery({ query: FiringFeed, variables });
  const again = () => ask({ requestPolicy: 'network-only' });
  const { events } = useEvents(FIRED, 1);
  const refresh = () => {
    again();
    onFired?.();
  };
  useRefreshing(refresh, events?.[0]?.id, EVERY_MS);
  return (
    <Card title={title}>
      {error && <ErrorState {...explain(error)} onRetry={again} />}
      {!data && !error && <Loading what="Reading what the rules did" />}
      {data?.ruleFirings.nodes.length === 0 && (
        <EmptyState title="Nothing yet">As soon as what a rule waits for happens, what it did stands here.</EmptyState>
      )}
      {data && data.ruleFirings.nodes.length > 0 && (
        // biome-ignore lint/a11y/noRedundantRoles: without bullets, some screen readers take it for no list
        <ol className="firings" role="list">
          {data.ruleFirings.nodes.map((firing) => (
            <FiringRow key={firing.id} firing={firing} namesRule={ruleId === undefined} />
          ))}
        </ol>
      )}
    </Card>
  );
}

interface FiringRowProps {
  readonly firing: FiringFeedQuery['ruleFirings']['nodes'][number];
  readonly namesRule: boolean;
}

function FiringRow({ firing: { at, state, result, error, rule, entity }, namesRule }: FiringRowProps) {
  const { words, tone } = STATES[state];
  const about = entity ? entityInWords({ entity, type: null }) : 'nothing in particular';
  return (
    <li className="firing">
      <p>
        <span className="firing-about">{`${about.charAt(0).toUpperCase()}${about.slice(1)}`}</span>: {result}
      </p>
      {error && <p className="firing-error">{error}</p>}
      <p className="firing-foot quiet">
        <Badge tone={tone}>{words}</Badge>
        <RelativeTime at={at} />
        {namesRule && <span>{rule?.name ?? 'A rule that is gone'}</span>}
      </p>
    </li>
  );
}

const STATES: Readonly<Record<RuleFiringState, { readonly words: string; readonly tone: Tone }>> = {
  PENDING: { words: 'Under way', tone: 'warn' },
  DONE: { words: 'Done', tone: 'good' },
  FAILED: { words: 'Not all of it could be done', tone: 'bad' },
};
