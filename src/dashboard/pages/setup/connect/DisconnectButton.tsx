import { useState } from 'react';
import { useMutation } from 'urql';
import { explain } from '../../../app/problem.ts';
import { Button } from '../../../ui/Button.tsx';
import { Confirm } from '../../../ui/Confirm.tsx';
import { say } from '../../../ui/notices.ts';
import { SetupDisconnect } from './connections.ts';

interface DisconnectButtonProps {
  readonly id: string;
  readonly name: string;
  readonly onDone: () => void;
}

/** Disconnects a system, after asking. */
export function DisconnectButton({ id, name, onDone }: DisconnectButtonProps) {
  const [isAsking, setAsking] = useState(false);
  const [{ fetching }, run] = useMutation(SetupDisconnect);
  const disconnect = async () => {
    const { data, error } = await run({ system: id });
    const wrong = error ? explain(error).what : data?.disconnectSystem.userErrors[0]?.message;
    setAsking(false);
    if (wrong) return say(`${name} is still connected: ${wrong}`, 'bad');
    say(`${name} is disconnected.`);
    onDone();
  };
  return (
    <>
      <Button tone="danger" onPress={() => setAsking(true)}>
        Disconnect
      </Button>
      <Confirm
        title={`Disconnect ${name}?`}
        action={`Disconnect ${name}`}
        tone="danger"
        isOpen={isAsking}
        isPending={fetching}
        onConfirm={disconnect}
        onClose={() => setAsking(false)}
      >
        <p>
          Its settings are forgotten and nothing is read or written there any more. What is known of its contacts stays,
          and nothing is deleted in {name} itself.
        </p>
      </Confirm>
    </>
  );
}
