import { useState } from 'react';
import { useMutation } from 'urql';
import { explain } from '../../../app/problem.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Confirm } from '../../../ui/Confirm.tsx';
import { Link } from '../../../ui/Link.tsx';
import { say } from '../../../ui/notices.ts';
import { counted } from '../../../words/count.ts';
import { SetupStart } from './plan.ts';

interface SwitchOnProps {
  readonly isWaiting: boolean;
  readonly proposed: number;
  readonly systems: readonly string[];
  readonly onStarted: () => void;
}

const lists = new Intl.ListFormat('en-GB');

/** The last step: from then on the systems are kept in step. */
export function SwitchOn({ isWaiting, proposed, systems, onStarted }: SwitchOnProps) {
  const [isAsking, setAsking] = useState(false);
  const [{ data, fetching }, start] = useMutation(SetupStart);
  const [refusal] = data?.startSync.userErrors ?? [];

  const switchOn = async () => {
    const { data: done, error } = await start({ input: { force: refusal !== undefined } });
    setAsking(false);
    if (error) return say(explain(error).what, 'bad');
    if (done?.startSync.userErrors.length) return;
    say('The sync is on.');
    onStarted();
  };

  if (systems.length === 0) return null;
  if (!isWaiting)
    return (
      <Card title="The sync" aside={<Badge tone="good">On</Badge>}>
        <p>
          {lists.format(systems)} {systems.length === 1 ? 'is' : 'are'} kept in step: what changes in one of them
          arrives in the others.
        </p>
        <p>
          <Link href="/">See what happens</Link>
        </p>
      </Card>
    );
  return (
    <Card title="The sync" aside={<Badge>Off</Badge>}>
      <p>
        So far everything was only read: nothing was written to {lists.format(systems)}. Once the sync is on, changes in
        one system are written to the others.
      </p>
      {proposed > 0 && (
        <p>{counted(proposed, 'pair')} above can also be decided later; until then each stays two contacts.</p>
      )}
      <div role="status">{refusal && <p className="notice notice-warn">{refusalInWords(refusal.message)}</p>}</div>
      <div className="actions">
        <Button tone="primary" onPress={() => setAsking(true)}>
          {refusal ? 'Switch on all the same' : 'Switch on'}
        </Button>
      </div>
      <Confirm
        title="Switch the sync on?"
        action="Switch it on"
        isOpen={isAsking}
        isPending={fetching}
        onConfirm={switchOn}
        onClose={() => setAsking(false)}
      >
        <p>
          From then on the gateway writes to {lists.format(systems)}. It can be undone contact by contact, but not as a
          whole.
        </p>
      </Confirm>
    </Card>
  );
}

/** The gateway names the input that would force it; here a button does. */
function refusalInWords(message: string): string {
  return `${message.replace(/; wait for it.*$/, '')}. Wait until it has, or switch on all the same: what is read later is matched by e-mail and phone.`;
}
