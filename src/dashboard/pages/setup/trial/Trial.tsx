import { useQuery } from 'urql';
import type { EntityType } from '../../../../client/generated/graphql.ts';
import { explain } from '../../../app/problem.ts';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { type Column, Table } from '../../../ui/Table.tsx';
import type { Row } from '../../../words/mapping.ts';
import { valueInWords } from '../../../words/value.ts';
import { type Change, changesIn, outcomeInWords } from './outcome.ts';
import { SetupDryRun } from './trial.ts';

interface TrialProps {
  readonly system: { readonly id: string | number; readonly name: string };
  readonly type: EntityType;
  readonly rows: readonly Row[];
}

const COLUMNS: readonly Column<Change>[] = [
  { head: 'Whose', cell: ({ whose }) => whose },
  { head: 'Where', cell: ({ where }) => where },
  { head: 'Field', cell: ({ field }) => field },
  { head: 'Today', cell: ({ before }) => valueInWords(before) },
  { head: 'Then', cell: ({ after }) => valueInWords(after) },
];

/** What rows would do to every stored record: in sentences, and with examples as a table. Nothing is saved or written. */
export function Trial({ system, type, rows }: TrialProps) {
  const [{ data, error, fetching }, ask] = useQuery({
    query: SetupDryRun,
    variables: { input: { system: String(system.id), type, rows } },
    requestPolicy: 'network-only',
  });
  if (fetching) return <Loading what={`Trying it on all records of ${system.name}`} />;
  if (error) return <ErrorState {...explain(error)} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
  const { result, userErrors } = data?.dryRunMapping ?? { result: null, userErrors: [] };
  if (!result)
    return (
      <ul className="notice notice-bad trial-errors" role="alert">
        {userErrors.map(({ message }) => (
          <li key={message}>{message}.</li>
        ))}
      </ul>
    );
  return (
    <div className="trial">
      <div role="status">
        {outcomeInWords(result, system.name).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {result.reasons.length > 0 && (
        <ul className="trial-errors">
          {result.reasons.map(({ reason, count }) => (
            <li key={reason}>
              {reason} ({count})
            </li>
          ))}
        </ul>
      )}
      <Table
        caption="Examples of what would change"
        columns={COLUMNS}
        rows={changesIn(result, system.name)}
        keyOf={({ key }) => key}
        empty={null}
      />
    </div>
  );
}
