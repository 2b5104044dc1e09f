import { useQuery } from 'urql';
import { explain } from '../../app/problem.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import type { ConflictCardProps } from './ConflictCard.tsx';
import { Candidates } from './problems.ts';
import { ThingLink } from './ThingLink.tsx';
import { useVerdict } from './use-verdict.ts';

/** A contact that may be one of several that are known: who is it? */
export function IdentityCard({ conflict, mayDecide, onDone }: ConflictCardProps) {
  const { decide, isDoing, wrong } = useVerdict(conflict, onDone);
  const ids = [...new Set(conflict.values.flatMap(({ value }) => (typeof value === 'string' ? [value] : [])))];
  const [{ data, error }] = useQuery({ query: Candidates, variables: { ids } });
  const contacts = data?.nodes.flatMap((node) => (node && 'name' in node ? [node] : [])) ?? [];
  return (
    <Card
      title={
        <>
          Who is <ThingLink entity={conflict.entity} />?
        </>
      }
    >
      <p>A record could belong to more than one of your contacts. Until you say whose it is, it stands alone.</p>
      {error && <ErrorState {...explain(error)} />}
      {!data && !error && <Loading what="Reading the contacts" />}
      <ul className="sides">
        {contacts.map(({ id, name, email, phone }) => (
          <li key={id} className="side-value">
            <strong className="side-said">{name ?? 'A contact without a name'}</strong>
            <span className="quiet">{[email, phone].filter(Boolean).join(', ')}</span>
            {mayDecide && (
              <Button isPending={isDoing} onPress={() => decide({ value: id })}>
                It is {name ?? 'this one'}
              </Button>
            )}
          </li>
        ))}
        {mayDecide && (
          <li className="side-value">
            <strong className="side-said">Somebody else</strong>
            <span className="quiet">Stays a contact of its own</span>
            <Button isPending={isDoing} onPress={() => decide({ value: null })}>
              It is somebody else
            </Button>
          </li>
        )}
      </ul>
      {wrong && (
        <p className="their-words" role="alert">
          {wrong}
        </p>
      )}
    </Card>
  );
}
