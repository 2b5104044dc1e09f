import type { ReactNode } from 'react';
import { Disclosure as AriaDisclosure, Button, DisclosurePanel } from 'react-aria-components';

interface DisclosureProps {
  readonly title: ReactNode;
  readonly isOpen?: boolean;
  readonly onChange?: (isOpen: boolean) => void;
  readonly children: ReactNode;
}

/** What only some people need, behind a line that opens it. */
export function Disclosure({ title, isOpen, onChange, children }: DisclosureProps) {
  return (
    <AriaDisclosure
      className="disclosure"
      {...(isOpen !== undefined && { isExpanded: isOpen })}
      {...(onChange && { onExpandedChange: onChange })}
    >
      <Button slot="trigger" className="disclosure-button">
        <span aria-hidden="true" className="disclosure-arrow" />
        {title}
      </Button>
      <DisclosurePanel className="disclosure-panel">{children}</DisclosurePanel>
    </AriaDisclosure>
  );
}
