import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { explain } from '../../../app/problem.ts';
import { useRefreshing } from '../../../app/use-refreshing.ts';
import { Button } from '../../../ui/Button.tsx';
import { Confirm } from '../../../ui/Confirm.tsx';
import { say } from '../../../ui/notices.ts';
import { Select } from '../../../ui/Select.tsx';
import { counted } from '../../../words/count.ts';
import { SetupApprove, SetupProposalCount } from './plan.ts';
import { LEVELS } from './score.ts';

interface ApproveByScoreProps {
  /** How many pairs nobody has decided about: with it the count is asked anew. */
  readonly proposed: number;
  readonly isWaiting: boolean;
  readonly onDecided: () => void;
}

const EVERY_MS = 30_000;

/** Approves all pairs that are likely enough, at once. */
export function ApproveByScore({ proposed, isWaiting, onDecided }: ApproveByScoreProps) {
  const [level, setLevel] = useState<string>(LEVELS[0].id);
  const [isAsking, setAsking] = useState(false);
  const minScore = Number(level);
  const [{ data }, count] = useQuery({ query: SetupProposalCount, variables: { minScore } });
  const [{ fetching }, approve] = useMutation(SetupApprove);
  useRefreshing(() => count({ requestPolicy: 'network-only' }), proposed, EVERY_MS);
  const pairs = data?.mergePlan.totalCount ?? 0;
  const approveAll = async () => {
    const { data: done, error } = await approve({ input: { minScore } });
    setAsking(false);
    if (error) return say(explain(error).what, 'bad');
    const answer = done?.approveMerges;
    const left = answer?.userErrors.length ?? 0;
    say(`${counted(answer?.decided ?? 0, 'pair')} became one contact each.`);
    if (left > 0) say(`${counted(left, 'pair')} could not be decided together; look at them one by one.`, 'warn');
    onDecided();
  };
  return (
    <div className="approve">
      <Select label="Decide together" options={LEVELS} value={level} onChange={setLevel} />
      <Button tone="primary" isDisabled={pairs === 0} onPress={() => setAsking(true)}>
        {pairs === 0 ? 'None is that likely' : `Approve ${counted(pairs, 'pair')}`}
      </Button>
      <Confirm
        title={`Approve ${counted(pairs, 'pair')}?`}
        action={`Approve ${counted(pairs, 'pair')}`}
        isOpen={isAsking}
        isPending={fetching}
        onConfirm={approveAll}
        onClose={() => setAsking(false)}
      >
        <p>
          Each two become one contact that keeps the records of both.{' '}
          {isWaiting
            ? 'Nothing is written to your systems by that until the sync is switched on.'
            : 'The sync is on: what the two say differently is written to your systems.'}
        </p>
      </Confirm>
    </div>
  );
}
