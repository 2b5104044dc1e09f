import { useQuery } from 'urql';
import type { RuleRowFragment } from '../../../client/generated/graphql.ts';
import { explain } from '../../app/problem.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Link } from '../../ui/Link.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Page as PageFrame } from '../../ui/Page.tsx';
import { Firings } from './Firings.tsx';
import { RuleCard } from './RuleCard.tsx';
import { Rules } from './rules.ts';
import './rules.css';

/** What the gateway does by itself when something happens, and what it did. */
export function Page() {
  const [{ data, error }, ask] = useQuery({ query: Rules });
  const again = () => ask({ requestPolicy: 'network-only' });
  const add = (
    <Link href="/rules/new" look="button">
      New rule
    </Link>
  );
  return (
    <PageFrame title="Rules" lead="What is done by itself when something happens in your systems." actions={add}>
      {error && <ErrorState {...explain(error)} onRetry={again} />}
      {data ? <RuleList rules={data.rules} /> : !error && <Loading what="Reading the rules" />}
      {data && <Firings title="What the rules did" onFired={again} />}
    </PageFrame>
  );
}

function RuleList({ rules }: { readonly rules: readonly RuleRowFragment[] }) {
  if (rules.length === 0)
    return (
      <EmptyState title="There is no rule yet" action={<Link href="/rules/new">Make the first one</Link>}>
        A rule saves work: when a note changes in one system, say, it creates a task to read it.
      </EmptyState>
    );
  return (
    <div className="rules">
      {rules.map((rule) => (
        <RuleCard key={rule.id} rule={rule} />
      ))}
    </div>
  );
}
