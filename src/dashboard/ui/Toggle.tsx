import { ToggleButton } from 'react-aria-components';

interface ToggleProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** On or off, at once. */
export function Toggle({ label, isOn, onChange }: ToggleProps) {
  return (
    <ToggleButton className="button toggle" isSelected={isOn} onChange={onChange}>
      <span aria-hidden="true">{isOn ? '✓' : '○'}</span> {label}
    </ToggleButton>
  );
}
