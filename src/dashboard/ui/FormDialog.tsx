import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

interface FormDialogProps {
  readonly title: string;
  /** What the button says that sends it. */
  readonly action: string;
  readonly tone?: 'primary' | 'danger';
  readonly onClose: () => void;
  /** True once it is done; then the dialog closes. Otherwise it stays, with all that was entered. */
  readonly onSubmit: () => Promise<boolean>;
  /** What is wrong with the whole of it; null: nothing. */
  readonly error: string | null;
  readonly children: ReactNode;
}

/** A form over the page, sent by its button or with Enter. */
export function FormDialog({ title, action, tone = 'primary', onClose, onSubmit, error, children }: FormDialogProps) {
  const form = useId();
  const [isPending, setPending] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    setPending(true);
    const isDone = await onSubmit();
    setPending(false);
    if (isDone) onClose();
  };
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" form={form} tone={tone} isPending={isPending}>
            {isPending ? `${action}…` : action}
          </Button>
        </>
      }
    >
      <form id={form} className="form" noValidate onSubmit={(event) => void submit(event)}>
        {children}
        {error !== null && (
          <p role="alert" className="field-error">
            {error}
          </p>
        )}
      </form>
    </Dialog>
  );
}
