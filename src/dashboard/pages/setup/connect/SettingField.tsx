import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import type { Worded } from './form.ts';

interface SettingFieldProps {
  readonly worded: Worded;
  /** What was typed; undefined: nothing yet. */
  readonly typed: string | undefined;
  readonly error: string | undefined;
  readonly onChange: (text: string) => void;
}

/** One setting to enter; a secret that is set is not shown, and stays if it is left empty. */
export function SettingField({ worded, typed, error, onChange }: SettingFieldProps) {
  const { setting, label, help, choices } = worded;
  const { required, secret, example, isSet, value } = setting;
  if (choices)
    return (
      <Select
        label={label}
        options={choices.map((choice) => ({ id: choice, label: choice }))}
        value={typed ?? value ?? null}
        onChange={onChange}
        placeholder={example ?? 'Choose'}
      />
    );
  const kept = secret && isSet ? ' It is set; leave this empty to keep it.' : '';
  return (
    <TextField
      label={required ? label : `${label} (optional)`}
      name={setting.name}
      type={secret ? 'password' : 'text'}
      autoComplete={secret ? 'new-password' : 'off'}
      value={typed ?? value ?? ''}
      onChange={onChange}
      description={`${help}${kept}`.trim()}
      placeholder={example === null || secret ? '' : `e.g. ${shortened(example)}`}
      error={error ?? null}
    />
  );
}

const LONGEST = 48;

function shortened(example = ''): string {
  return example.length > LONGEST ? `${example.slice(0, LONGEST)}…` : example;
}
