import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { type ContactField, inputFor, placeInInput } from './fields.ts';
import { useRefusal } from './use-refusal.ts';
import type { WriteThrough } from './use-write.ts';
import { UpdateContact } from './writes.ts';

interface FieldEditorProps {
  readonly contactId: string;
  readonly field: ContactField;
  readonly write: WriteThrough;
  readonly onClose: () => void;
}

/** Changes one field where it stands; what is refused stays to be mended. */
export function FieldEditor({ contactId, field, write, onClose }: FieldEditorProps) {
  const [text, setText] = useState(field.value === null ? '' : String(field.value));
  const [isPending, setPending] = useState(false);
  const place = placeInInput(field.field);
  const refusal = useRefusal([place]);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    setPending(true);
    const result = await write({
      what: `${field.label} of the contact`,
      document: UpdateContact,
      input: { id: contactId, ...inputFor(field, text) },
      isCause: ({ entityId, changes }) =>
        entityId === contactId && changes.some((change) => change.field === field.field),
    });
    setPending(false);
    if (refusal.take(result)) onClose();
  };
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
  };
  return (
    <form className="field-editor" noValidate onSubmit={(event) => void save(event)} onKeyDown={closeOnEscape}>
      <TextField
        label={field.label}
        value={text}
        onChange={setText}
        error={refusal.errorAt(place) ?? refusal.whole}
        autoFocus
      />
      <div className="field-editor-buttons">
        <Button type="submit" tone="primary" isPending={isPending}>
          {isPending ? 'Saving…' : 'Save'}
        </Button>
        <Button tone="quiet" onPress={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
