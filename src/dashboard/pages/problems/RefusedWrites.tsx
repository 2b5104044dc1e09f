import { useMemo } from 'react';
import type { FailedDeliveryFragment } from '../../../client/generated/graphql.ts';
import { counted } from '../../words/count.ts';
import { groupedByLikeness } from './alike.ts';
import { RefusedGroup } from './RefusedGroup.tsx';

interface RefusedWritesProps {
  readonly nodes: readonly FailedDeliveryFragment[];
  readonly totalCount: number;
  readonly mayDecide: boolean;
  readonly onDone: () => void;
}

/** What the systems refused, put together by what they said. */
export function RefusedWrites({ nodes, totalCount, ...rest }: RefusedWritesProps) {
  const groups = useMemo(() => groupedByLikeness(nodes), [nodes]);
  if (totalCount === 0) return null;
  return (
    <section className="problem-list" aria-labelledby="refused">
      <h2 id="refused">
        {counted(totalCount, 'write')} {totalCount === 1 ? 'was' : 'were'} refused
      </h2>
      {groups.map((group) => (
        <RefusedGroup key={group.likeness} group={group} isAll={totalCount === nodes.length} {...rest} />
      ))}
      {totalCount > nodes.length && (
        <p className="quiet">
          The newest {nodes.length} are shown. “Retry all like this” also takes those that are not.
        </p>
      )}
    </section>
  );
}
