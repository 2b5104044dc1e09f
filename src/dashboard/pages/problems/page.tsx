import { useMemo } from 'react';
import { useQuery } from 'urql';
import type { ProblemsQuery } from '../../../client/generated/graphql.ts';
import { useEvents } from '../../app/live/use-events.ts';
import { explain } from '../../app/problem.ts';
import { useSession } from '../../app/session/context.ts';
import { useRefreshing } from '../../app/use-refreshing.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Link } from '../../ui/Link.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Page as PageFrame } from '../../ui/Page.tsx';
import { Conflicts } from './Conflicts.tsx';
import { Problems } from './problems.ts';
import { RefusedWrites } from './RefusedWrites.tsx';
import { SetAside } from './SetAside.tsx';
import { SignIns } from './SignIns.tsx';
import './problems.css';

const EVERY_MS = 30_000;
/** Whatever makes a problem or ends one. */
const NEWS = {
  kinds: ['CONFLICT', 'CONFLICT_RESOLVED', 'WRITE_FAILED', 'WRITE_APPLIED', 'QUARANTINED', 'SYSTEM_CHANGED'],
} as const;

/** All that needs a person, and the buttons that settle it. */
export function Page() {
  const [{ data, error }, ask] = useQuery({ query: Problems });
  const askAnew = () => ask({ requestPolicy: 'network-only' });
  const { events } = useEvents({ kinds: [...NEWS.kinds] }, 1);
  useRefreshing(askAnew, events?.[0]?.id, EVERY_MS);
  return (
    <PageFrame title="Problems" lead="What the systems and Tributary cannot settle among themselves.">
      {error && <ErrorState {...explain(error)} onRetry={askAnew} />}
      {!data && !error && <Loading what="Looking for problems" />}
      {data && <All problems={data} onDone={askAnew} />}
    </PageFrame>
  );
}

interface AllProps {
  readonly problems: ProblemsQuery;
  readonly onDone: () => void;
}

function All({ problems, onDone }: AllProps) {
  const { systems, conflicts, deliveries, quarantinedRecords: aside } = problems;
  const mayDecide = useSession().may('sync.manage');
  const names = useMemo(() => new Map(systems.map(({ id, name }) => [String(id), name])), [systems]);
  const refused = systems.filter(({ health }) => health.state === 'UNAUTHORIZED');
  const count = refused.length + conflicts.totalCount + deliveries.totalCount + aside.length;
  if (count === 0)
    return (
      <EmptyState title="Nothing needs you" action={<Link href="/">To the overview</Link>}>
        Where systems disagree, or one of them refuses what it is given, it appears here by itself.
      </EmptyState>
    );
  return (
    <>
      {!mayDecide && (
        <p className="notice notice-warn">
          Your key lets you see problems, but not settle them. Whoever gave it to you can give you one that may run the
          sync.
        </p>
      )}
      <SignIns systems={refused} />
      <Conflicts {...conflicts} names={names} mayDecide={mayDecide} onDone={onDone} />
      <RefusedWrites {...deliveries} mayDecide={mayDecide} onDone={onDone} />
      <SetAside records={aside} mayDecide={mayDecide} onDone={onDone} />
    </>
  );
}
