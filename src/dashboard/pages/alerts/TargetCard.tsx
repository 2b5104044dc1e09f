import { useState } from 'react';
import type { TargetRowFragment } from '../../../client/generated/graphql.ts';
import { useDoing } from '../../app/use-doing.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Confirm } from '../../ui/Confirm.tsx';
import { say } from '../../ui/notices.ts';
import { Switch } from '../../ui/Switch.tsx';
import { counted } from '../../words/count.ts';
import { ChangeTarget, RemoveTarget, TestTarget } from './alerts.ts';

interface TargetCardProps {
  readonly target: TargetRowFragment;
  /** Hears when it is gone. */
  readonly onRemoved: () => void;
}

/** One place where messages go: what it is, whether it is on, and a message to try it. */
export function TargetCard({ target, onRemoved }: TargetCardProps) {
  const { id, name, enabled, whyOff, pending, failed } = target;
  const changing = useDoing(ChangeTarget);
  const turn = async (isOn: boolean) => {
    const answer = await changing.run({ input: { id, enabled: isOn } });
    const refused = answer?.updateAlertTarget.userErrors[0];
    if (refused) say(`It stays as it is: ${refused.message}.`, 'bad');
    else if (answer) say(isOn ? `“${name}” is told again.` : `“${name}” is told nothing any more.`);
  };
  return (
    <Card title={name} aside={<Switch label={name} isOn={enabled} onChange={turn} isDisabled={changing.isDoing} />}>
      <p className="target-where">{whereInWords(target)}</p>
      {whyOff && <p className="notice notice-warn">Switched off by the gateway: {whyOff}.</p>}
      {(pending > 0 || failed > 0) && (
        <p>
          {pending > 0 && <Badge tone="warn">{counted(pending, 'message')} still to be sent</Badge>}{' '}
          {failed > 0 && <Badge tone="bad">{counted(failed, 'message')} given up in 30 days</Badge>}
        </p>
      )}
      <Try id={id} name={name} />
      <Remove id={id} name={name} onRemoved={onRemoved} />
    </Card>
  );
}

function whereInWords({ via, url, recipients }: TargetRowFragment): string {
  switch (via) {
    case 'WEBHOOK':
      return `Signed messages to ${url}`;
    case 'EMAIL':
      return `E-mail to ${recipients.join(', ')}`;
    case 'LOG':
      return "A line in the gateway's log";
  }
}

type Named = Pick<TargetRowFragment, 'id' | 'name'>;

function Try({ id, name }: Named) {
  const trying = useDoing(TestTarget);
  const [result, setResult] = useState<{ readonly words: string; readonly isGood: boolean } | null>(null);
  const send = async () => {
    setResult(null);
    const answer = await trying.run({ id });
    if (!answer) return;
    const { delivered, result: words, userErrors } = answer.testAlertTarget;
    setResult({ words: words ?? userErrors[0]?.message ?? '', isGood: delivered });
  };
  return (
    <div className="target-try">
      <Button onPress={send} isPending={trying.isDoing} aria-label={`Send a test message to “${name}”`}>
        Send a test message
      </Button>
      <div role="status">
        {trying.isDoing && 'Sending…'}
        {result && (
          <>
            <Badge tone={result.isGood ? 'good' : 'bad'}>{result.isGood ? 'It arrived' : 'It did not arrive'}</Badge>{' '}
            {result.words}
          </>
        )}
      </div>
    </div>
  );
}

function Remove({ id, name, onRemoved }: Named & Pick<TargetCardProps, 'onRemoved'>) {
  const removing = useDoing(RemoveTarget);
  const [isAsking, setAsking] = useState(false);
  const confirm = async () => {
    const answer = await removing.run({ id });
    setAsking(false);
    const refused = answer?.deleteAlertTarget.userErrors[0];
    if (refused) return say(`It was not deleted: ${refused.message}.`, 'bad');
    if (!answer) return;
    say(`“${name}” is deleted.`);
    onRemoved();
  };
  return (
    <>
      <Button tone="danger" onPress={() => setAsking(true)} aria-label={`Delete “${name}”`}>
        Delete
      </Button>
      <Confirm
        title={`Delete “${name}”?`}
        isOpen={isAsking}
        isPending={removing.isDoing}
        onClose={() => setAsking(false)}
        action="Delete it"
        tone="danger"
        onConfirm={confirm}
      >
        <p>Nothing is sent there any more, not even what is still to be sent.</p>
      </Confirm>
    </>
  );
}
