import { Card } from '../../ui/Card.tsx';
import { Link } from '../../ui/Link.tsx';

interface SignInsProps {
  readonly systems: readonly {
    readonly id: string;
    readonly name: string;
    readonly health: { readonly error: string | null };
  }[];
}

/** The systems that let us in no more, each with the way to mend that. */
export function SignIns({ systems }: SignInsProps) {
  return systems.map(({ id, name, health }) => (
    <Card
      key={id}
      title={`${name} refuses our sign-in`}
      aside={
        <Link look="button" href="/setup">
          Connect {name} again
        </Link>
      }
    >
      <p>Nothing is read from {name} and nothing is written there until it is connected anew. Nothing is lost.</p>
      {health.error && <p className="their-words">{health.error}</p>}
    </Card>
  ));
}
