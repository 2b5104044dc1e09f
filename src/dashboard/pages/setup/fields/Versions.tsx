import { useState } from 'react';
import { useQuery } from 'urql';
import type { SetupVersionsQuery } from '../../../../client/generated/graphql.ts';
import { explain } from '../../../app/problem.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { say } from '../../../ui/notices.ts';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { type Column, Table } from '../../../ui/Table.tsx';
import { ConfirmChange } from './ConfirmChange.tsx';
import { SetupVersions } from './mapping.ts';
import { type Outcome, type Place, useSaving } from './use-saving.ts';

interface VersionsProps {
  readonly place: Place;
  readonly systemName: string;
  readonly current: number;
  readonly onChanged: () => void;
}

type Kept = SetupVersionsQuery['mappingVersions']['nodes'][number];

/** Version 0, which comes with the system, is kept nowhere. */
const SHIPPED: Kept = { version: 0, why: 'As it came', at: null, actor: null };

/** The versions there were, and the way back to each. */
export function Versions({ place, systemName, current, onChanged }: VersionsProps) {
  const [{ data, error }, ask] = useQuery({ query: SetupVersions, variables: place, requestPolicy: 'network-only' });
  const saving = useSaving(place);
  const [asked, setAsked] = useState<{ version: number; outcome: Outcome } | null>(null);
  if (error) return <ErrorState {...explain(error)} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
  if (!data) return <Loading what="Reading the versions" />;

  const goBack = async (version: number, how: { confirm: boolean; writeNow: boolean }) => {
    const outcome = await saving.put({ version }, how);
    setAsked(outcome.became === 'unconfirmed' ? { version, outcome } : null);
    if (outcome.became === 'refused') say(`Version ${version} does not fit any more: ${complaint(outcome)}`, 'bad');
    if (outcome.became !== 'saved') return;
    say(`Version ${version} is in force again.`);
    onChanged();
  };
  const columns: Column<Kept>[] = [
    { head: 'Version', cell: ({ version }) => version },
    { head: 'When', cell: ({ at }) => (at ? <RelativeTime at={at} /> : '') },
    { head: 'Who', cell: ({ actor }) => actor ?? '' },
    { head: 'Why', cell: ({ why }) => why ?? '' },
    {
      head: '',
      cell: ({ version }) =>
        version === current ? (
          'In force'
        ) : (
          <Button
            isPending={saving.isPending}
            aria-label={`Go back to it: version ${version}`}
            onPress={() => goBack(version, { confirm: false, writeNow: false })}
          >
            Go back to it
          </Button>
        ),
    },
  ];
  return (
    <>
      <Table
        caption="Versions of this mapping"
        columns={columns}
        rows={[...data.mappingVersions.nodes, SHIPPED]}
        keyOf={({ version }) => String(version)}
        empty={null}
      />
      <ConfirmChange
        system={systemName}
        effect={asked?.outcome.became === 'unconfirmed' ? asked.outcome.effect : null}
        isPending={saving.isPending}
        onConfirm={(writeNow) => asked && goBack(asked.version, { confirm: true, writeNow })}
        onClose={() => setAsked(null)}
      />
    </>
  );
}

function complaint(outcome: Extract<Outcome, { became: 'refused' }>): string {
  const [first] = [...outcome.faults.others, ...[...outcome.faults.byRow.values()].flat()];
  return first ?? 'the gateway does not say why';
}
