import type { SetupPlanQuery } from '../../../../client/generated/graphql.ts';
import { Card } from '../../../ui/Card.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import { type Column, Table } from '../../../ui/Table.tsx';
import { counted, grouped } from '../../../words/count.ts';

type Share = SetupPlanQuery['mergePlanSummary']['systems'][number];
type Reading = SetupPlanQuery['syncRuns']['nodes'][number];

interface SharesProps {
  readonly shares: readonly Share[];
  readonly runs: readonly Reading[];
}

const COLUMNS: readonly Column<Share>[] = [
  { head: 'System', cell: ({ system }) => system.name },
  { head: 'Contacts there', align: 'end', cell: ({ contacts }) => grouped(contacts) },
  { head: 'Known elsewhere too', align: 'end', cell: ({ linked }) => grouped(linked) },
  { head: 'To decide', align: 'end', cell: ({ proposed }) => grouped(proposed) },
  { head: 'Only there', align: 'end', cell: ({ alone }) => grouped(alone) },
];

/** What each system holds, and what is being read of it now. */
export function Shares({ shares, runs }: SharesProps) {
  return (
    <Card title="What your systems hold">
      {runs.map(({ id, system, read, progress }) => (
        <ProgressBar
          key={id}
          label={`Reading ${system.name}`}
          progress={progress ?? null}
          words={`${counted(read, 'record')} read so far`}
        />
      ))}
      <Table
        caption="The contacts of each system"
        columns={COLUMNS}
        rows={shares}
        keyOf={({ system }) => String(system.id)}
        empty={
          <EmptyState title="No system is connected">
            Connect your systems first; their contacts are counted here.
          </EmptyState>
        }
      />
    </Card>
  );
}
