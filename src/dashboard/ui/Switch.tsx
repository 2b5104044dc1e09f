import '../styles/switch.css';
import { Switch as AriaSwitch } from 'react-aria-components';

interface SwitchProps {
  /** What it switches, for screen readers. */
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly isDisabled?: boolean;
}

/** On or off, at once; it says which. */
export function Switch({ label, isOn, onChange, isDisabled = false }: SwitchProps) {
  return (
    <AriaSwitch className="switch" aria-label={label} isSelected={isOn} onChange={onChange} isDisabled={isDisabled}>
      <span className="switch-track" aria-hidden="true" />
      <span aria-hidden="true">{isOn ? 'On' : 'Off'}</span>
    </AriaSwitch>
  );
}
