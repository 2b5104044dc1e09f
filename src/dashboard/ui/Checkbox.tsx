import '../styles/switch.css';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';

interface CheckboxProps {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly children: ReactNode;
}

/** Yes or no, as part of a form. */
export function Checkbox({ isOn, onChange, children }: CheckboxProps) {
  return (
    <AriaCheckbox className="checkbox" isSelected={isOn} onChange={onChange}>
      <span className="checkbox-box" aria-hidden="true" />
      <span>{children}</span>
    </AriaCheckbox>
  );
}
