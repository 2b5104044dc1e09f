import { useState } from 'react';
import { useQuery } from 'urql';
import { explain } from '../../app/problem.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { say } from '../../ui/notices.ts';
import { Targets } from './alerts.ts';
import { NewTarget } from './NewTarget.tsx';
import { TargetCard } from './TargetCard.tsx';

/** Where messages go, and a new place for them. */
export function TargetList() {
  const [{ data, error }, ask] = useQuery({ query: Targets });
  const [secret, setSecret] = useState<string | null>(null);
  const again = () => ask({ requestPolicy: 'network-only' });
  const added = (name: string, given: string | null) => {
    say(`“${name}” is added. Send it a test message, and choose under “Watched for” what it is told.`);
    setSecret(given);
    again();
  };
  return (
    <>
      {error && <ErrorState {...explain(error)} onRetry={again} />}
      {!data && !error && <Loading what="Reading where messages go" />}
      {data?.alertTargets.length === 0 && (
        <EmptyState title="Nobody is told of anything">Add somebody below: by e-mail, say.</EmptyState>
      )}
      <div className="watched">
        {data?.alertTargets.map((target) => (
          <TargetCard key={target.id} target={target} onRemoved={again} />
        ))}
      </div>
      <NewTarget onAdded={added} />
      <Dialog
        title="The signing secret"
        isOpen={secret !== null}
        onClose={() => setSecret(null)}
        actions={
          <>
            <CopyButton what="the secret" text={secret ?? ''} />
            <Button tone="primary" onPress={() => setSecret(null)}>
              I have it
            </Button>
          </>
        }
      >
        <p>Whoever receives the messages checks with it that they are ours. It is shown this once: copy it now.</p>
        <p>
          <code className="secret">{secret}</code>
        </p>
      </Dialog>
    </>
  );
}
