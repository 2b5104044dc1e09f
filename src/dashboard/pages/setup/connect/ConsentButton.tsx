import { useState } from 'react';
import { useSession } from '../../../app/session/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { say } from '../../../ui/notices.ts';
import { askForConsent, startOf } from './consent.ts';

interface ConsentButtonProps {
  readonly name: string;
  readonly consentUrl: string;
}

/** Leads to the system's own page, where a person allows the gateway in, and from there back. */
export function ConsentButton({ name, consentUrl }: ConsentButtonProps) {
  const { authorization } = useSession();
  const [isLeaving, setLeaving] = useState(false);
  const leave = async () => {
    const start = startOf(consentUrl, location.origin);
    if ('elsewhere' in start) return location.assign(start.elsewhere);
    setLeaving(true);
    try {
      location.assign(await askForConsent(start.path, authorization));
    } catch (thrown) {
      setLeaving(false);
      say(thrown instanceof Error ? `${thrown.message}.` : 'The gateway did not answer.', 'bad');
    }
  };
  return (
    <Button tone="primary" isPending={isLeaving} onPress={leave}>
      Connect with {name}
    </Button>
  );
}
