import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import { explain } from '../../../app/problem.ts';
import { Button } from '../../../ui/Button.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { say } from '../../../ui/notices.ts';
import { withSettingWords } from '../../../words/setting.ts';
import { Checks } from './Checks.tsx';
import { SetupConnect } from './connections.ts';
import { changesOf, type Draft, faultsOf, type SetupSystem, sorted, type Worded } from './form.ts';
import { SettingField } from './SettingField.tsx';

interface SettingsFormProps {
  readonly system: SetupSystem;
  readonly onConnected: () => void;
  readonly onCancel: () => void;
}

/** The codes by which a system says nothing about the credential: it may be kept all the same. */
const SILENT = ['UNAVAILABLE', 'TIMEOUT', 'RATE_LIMITED'];

/** Asks what a system has to be told, tries it, and connects with it. */
export function SettingsForm({ system, onConnected, onCancel }: SettingsFormProps) {
  const { id, name, connection } = system;
  const [draft, setDraft] = useState<Draft>({});
  const [{ data, error, fetching }, run] = useMutation(SetupConnect);
  const outcome = data?.connectSystem;
  const faults = faultsOf(connection.settings, outcome?.userErrors ?? []);
  const { asked, rare } = sorted(connection.settings, name);
  const [isOpen, setOpen] = useState(false);
  const isWrongWithin = rare.some(({ setting }) => faults.bySetting[setting.name] !== undefined);
  const told = outcome?.checks.map(({ message }) => withSettingWords(message)) ?? [];
  const untold = faults.others.filter((message) => !told.includes(message));
  const isSilent = outcome?.userErrors.some(({ code }) => SILENT.includes(code)) ?? false;

  const send = async (how: { dryRun?: boolean; force?: boolean }) => {
    const input = { system: id, settings: changesOf(connection.settings, draft), ...how };
    const done = (await run({ input })).data?.connectSystem;
    if (!done?.connected) return;
    say(`${name} is connected.`);
    onConnected();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send({});
  };
  const field = (worded: Worded) => (
    <SettingField
      key={worded.setting.name}
      worded={worded}
      typed={draft[worded.setting.name]}
      error={faults.bySetting[worded.setting.name]}
      onChange={(text) => setDraft({ ...draft, [worded.setting.name]: text })}
    />
  );

  return (
    <form className="form" onSubmit={submit} noValidate>
      {asked.map(field)}
      {rare.length > 0 && (
        <Disclosure title="More settings" isOpen={isOpen || isWrongWithin} onChange={setOpen}>
          {rare.map(field)}
        </Disclosure>
      )}
      <div role="status" className="outcome">
        {fetching && <p className="quiet">Trying it on {name}…</p>}
        {!fetching && untold.map((message) => <Fault key={message} message={message} />)}
        {!fetching && Object.keys(faults.bySetting).length > 0 && (
          <Fault message="Some fields above need another look" />
        )}
        {!fetching && outcome && outcome.checks.length > 0 && <Checks checks={outcome.checks} />}
      </div>
      {error && <ErrorState {...explain(error)} />}
      <div className="actions">
        <Button type="submit" tone="primary" isPending={fetching}>
          Connect
        </Button>
        <Button isPending={fetching} onPress={() => send({ dryRun: true })}>
          Try it
        </Button>
        {isSilent && (
          <Button isPending={fetching} onPress={() => send({ force: true })}>
            Connect although it does not answer
          </Button>
        )}
        <Button tone="quiet" onPress={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

function Fault({ message }: { readonly message: string }) {
  return <p className="notice notice-bad">{message}.</p>;
}
