import { type FormEvent, useState } from 'react';
import type { AlertVia } from '../../../client/generated/graphql.ts';
import { useDoing } from '../../app/use-doing.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { AddTarget } from './alerts.ts';
import { inputOf, type TargetDraft, wrongWith } from './new-target.ts';

const WAYS: readonly { id: AlertVia; label: string }[] = [
  { id: 'EMAIL', label: 'E-mail' },
  { id: 'WEBHOOK', label: 'Another program' },
  { id: 'LOG', label: 'The log' },
];

interface NewTargetProps {
  /** Hears of the new one; its secret, where it has one, is to be seen this once. */
  readonly onAdded: (name: string, secret: string | null) => void;
}

const BLANK: TargetDraft = { name: '', via: 'EMAIL', url: '', recipients: '' };

/** Asks for a new place where messages go. */
export function NewTarget({ onAdded }: NewTargetProps) {
  const adding = useDoing(AddTarget);
  const [draft, setDraft] = useState(BLANK);
  const [refusals, setRefusals] = useState<readonly { readonly part: string; readonly words: string }[]>([]);
  const change = (part: Partial<TargetDraft>) => {
    setDraft({ ...draft, ...part });
    setRefusals([]);
  };
  const wrong = (part: string) => refusals.find((one) => one.part === part)?.words ?? null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await adding.run({ input: inputOf(draft) });
    if (!answer) return;
    const { alertTarget, secret, userErrors } = answer.createAlertTarget;
    setRefusals(wrongWith(userErrors));
    if (!alertTarget) return;
    setDraft(BLANK);
    onAdded(alertTarget.name, secret);
  };
  return (
    <Card title="New target">
      <form className="new-target" onSubmit={submit}>
        <Segments label="What messages go by" options={WAYS} value={draft.via} onChange={(via) => change({ via })} />
        <TextField
          label="Name"
          value={draft.name}
          onChange={(name) => change({ name })}
          error={wrong('name')}
          description="What you call it, e.g. Office."
        />
        {draft.via === 'WEBHOOK' && (
          <TextField
            label="Address"
            type="url"
            value={draft.url}
            onChange={(url) => change({ url })}
            error={wrong('url')}
            placeholder="https://"
            description="It gets messages that are signed, so that it can tell they are ours."
          />
        )}
        {draft.via === 'EMAIL' && (
          <TextField
            label="Recipients"
            value={draft.recipients}
            onChange={(recipients) => change({ recipients })}
            error={wrong('recipients')}
            description="Several: with commas between them."
          />
        )}
        {wrong('') !== null && (
          <p role="alert" className="field-error">
            {wrong('')}
          </p>
        )}
        <Button type="submit" tone="primary" isPending={adding.isDoing}>
          Add it
        </Button>
      </form>
    </Card>
  );
}
