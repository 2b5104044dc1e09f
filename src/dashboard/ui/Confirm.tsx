import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

interface ConfirmProps {
  readonly title: string;
  /** What happens then, and what does not. */
  readonly children: ReactNode;
  /** What the button that does it says. */
  readonly action: string;
  readonly tone?: 'primary' | 'danger';
  readonly isOpen: boolean;
  readonly isPending?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something is done that is hard to take back. */
export function Confirm(props: ConfirmProps) {
  const { title, children, action, tone = 'primary', isOpen, isPending = false, onConfirm, onClose } = props;
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button tone={tone} isPending={isPending} onPress={onConfirm}>
            {action}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
