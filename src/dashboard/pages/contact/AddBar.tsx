import { type ComponentType, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { AddAppointment, AddNote, type AddProps, AddTag, AddTask } from './AddDialogs.tsx';

const KINDS: readonly { readonly label: string; readonly Dialog: ComponentType<AddProps> }[] = [
  { label: 'Add note', Dialog: AddNote },
  { label: 'Add task', Dialog: AddTask },
  { label: 'Add appointment', Dialog: AddAppointment },
  { label: 'Add tag', Dialog: AddTag },
];

/** The buttons that add something to a contact. */
export function AddBar({ contactId, write }: Omit<AddProps, 'onClose'>) {
  const [open, setOpen] = useState<string | null>(null);
  const Dialog = KINDS.find(({ label }) => label === open)?.Dialog;
  return (
    <>
      {KINDS.map(({ label }) => (
        <Button key={label} onPress={() => setOpen(label)}>
          {label}
        </Button>
      ))}
      {Dialog && <Dialog contactId={contactId} write={write} onClose={() => setOpen(null)} />}
    </>
  );
}
