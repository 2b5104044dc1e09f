import { useState } from 'react';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { CopyText } from '../../../ui/CopyText.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { HEALTH } from '../../../words/health.ts';
import { type Check, Checks } from './Checks.tsx';
import { ConsentButton } from './ConsentButton.tsx';
import { DisconnectButton } from './DisconnectButton.tsx';
import type { SetupSystem } from './form.ts';
import { SettingsForm } from './SettingsForm.tsx';

interface SystemCardProps {
  readonly system: SetupSystem;
  /** What came of the last try of all systems; null before one. */
  readonly checks: readonly Check[] | null;
  readonly onChanged: () => void;
}

/** One system: how it stands, and everything about its connection that can be changed here. */
export function SystemCard({ system, checks, onChanged }: SystemCardProps) {
  const { id, name, health, connection } = system;
  const { words, tone } = HEALTH[health.state];
  const [isOpen, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    onChanged();
  };
  return (
    <Card title={name} aside={<Badge tone={tone}>{words}</Badge>}>
      <Standing system={system} />
      {connection.refused && <p className="notice notice-bad">{connection.refused}.</p>}
      {checks && checks.length > 0 && <Checks checks={checks} />}
      {connection.origin !== null && connection.webhookUrl && (
        <CopyText
          label="Webhook address"
          text={connection.webhookUrl}
          description={`Enter it in ${name} where it asks for webhooks: then changes arrive at once.`}
        />
      )}
      {isOpen ? (
        <SettingsForm system={system} onConnected={close} onCancel={() => setOpen(false)} />
      ) : (
        <div className="actions">
          {connection.consentUrl && <ConsentButton name={name} consentUrl={connection.consentUrl} />}
          {connection.origin === null && (
            <Button tone={connection.consentUrl ? 'plain' : 'primary'} onPress={() => setOpen(true)}>
              {connection.consentUrl ? 'Enter its settings instead' : `Set up ${name}`}
            </Button>
          )}
          {connection.origin === 'GRAPH' && (
            <>
              <Button onPress={() => setOpen(true)}>Change its settings</Button>
              <DisconnectButton id={id} name={name} onDone={onChanged} />
            </>
          )}
        </div>
      )}
    </Card>
  );
}

function Standing({ system: { name, health, connection } }: { readonly system: SetupSystem }) {
  if (connection.origin === null) return <p className="quiet">The gateway does not know yet how to reach {name}.</p>;
  return (
    <>
      {health.error && <p className="setup-error">{health.error}</p>}
      {connection.origin === 'ENVIRONMENT' ? (
        <p className="quiet">Connected by whoever runs this gateway, in its own settings. They can change it there.</p>
      ) : (
        <p className="quiet">Connected {connection.connectedAt && <RelativeTime at={connection.connectedAt} />}.</p>
      )}
    </>
  );
}
