import { useRef, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { explain } from '../../../app/problem.ts';
import { useRefreshing } from '../../../app/use-refreshing.ts';
import { Card } from '../../../ui/Card.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { say } from '../../../ui/notices.ts';
import { counted } from '../../../words/count.ts';
import { ApproveByScore } from './ApproveByScore.tsx';
import { type Pair, ProposalCard } from './ProposalCard.tsx';
import { SetupApprove, SetupProposals, SetupReject } from './plan.ts';

interface ProposalsProps {
  readonly proposed: number;
  readonly isWaiting: boolean;
  readonly isReading: boolean;
  readonly onDecided: () => void;
}

const SHOWN = 10;
const EVERY_MS = 30_000;
const VARIABLES = { first: SHOWN };
const NETWORK = { requestPolicy: 'network-only' } as const;

/** The pairs that may be one contact, likeliest first: decided together or one by one. */
export function Proposals({ proposed, isWaiting, isReading, onDecided }: ProposalsProps) {
  const [{ data, error }, ask] = useQuery({ query: SetupProposals, variables: VARIABLES });
  const [, approve] = useMutation(SetupApprove);
  const [, reject] = useMutation(SetupReject);
  const [pending, setPending] = useState<string | null>(null);
  const [decided, setDecided] = useState<readonly string[]>([]);
  const list = useRef<HTMLUListElement>(null);
  useRefreshing(() => ask(NETWORK), proposed, EVERY_MS);
  const approveOne = async (id: string) => {
    const { data: done, error: failure } = await approve({ input: { ids: [id] } });
    return failure ? explain(failure).what : (done?.approveMerges.userErrors[0]?.message ?? null);
  };
  const rejectOne = async (id: string) => {
    const { data: done, error: failure } = await reject({ input: { ids: [id] } });
    return failure ? explain(failure).what : (done?.rejectMerges.userErrors[0]?.message ?? null);
  };
  const decide = async ({ id }: Pair, isSame: boolean) => {
    setPending(id);
    const wrong = isSame ? await approveOne(id) : await rejectOne(id);
    setPending(null);
    if (wrong !== null) return say(`That could not be decided: ${wrong}`, 'bad');
    setDecided([...decided, id]);
    // The button that was pressed goes with its pair.
    list.current?.focus();
    say(isSame ? 'They are one contact now.' : 'They stay two contacts.');
    onDecided();
  };
  const pairs = data?.mergePlan.nodes.filter(({ id, contact, into }) => contact && into && !decided.includes(id)) ?? [];
  return (
    <Card
      title="May be the same"
      aside={proposed > 0 && <span className="quiet">{counted(proposed, 'pair')} to decide</span>}
    >
      {error && <ErrorState {...explain(error)} onRetry={() => ask(NETWORK)} />}
      {!data && !error && <Loading what="Comparing the contacts" />}
      {data && pairs.length === 0 && (
        <EmptyState title="Nobody has to be decided about">
          {isReading
            ? 'Your systems are still being read: pairs appear here as they are found.'
            : 'No two contacts look alike without being known as one.'}
        </EmptyState>
      )}
      {pairs.length > 0 && (
        <>
          <ApproveByScore proposed={proposed} isWaiting={isWaiting} onDecided={onDecided} />
          <ul className="pairs" ref={list} tabIndex={-1} aria-label="Pairs that may be the same">
            {pairs.map((pair) => (
              <ProposalCard
                key={pair.id}
                pair={pair}
                isPending={pending === pair.id}
                onApprove={() => decide(pair, true)}
                onReject={() => decide(pair, false)}
              />
            ))}
          </ul>
          {proposed > pairs.length && (
            <p className="quiet">These are the likeliest; the others come up as you decide.</p>
          )}
        </>
      )}
    </Card>
  );
}
