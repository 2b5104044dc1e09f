import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { valueOrDash } from '../../words/value.ts';
import { FieldEditor } from './FieldEditor.tsx';
import type { ContactField } from './fields.ts';
import type { WriteThrough } from './use-write.ts';

interface FieldRowProps {
  readonly contactId: string;
  readonly field: ContactField;
  /** Where the value came from. */
  readonly source: ReactNode;
  /** Null for whoever may not write. */
  readonly write: WriteThrough | null;
}

/** One field: its value, where that came from, and the way to change it. */
export function FieldRow({ contactId, field, source, write }: FieldRowProps) {
  const [isEditing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  // Whoever is done goes on where they were.
  useEffect(() => {
    if (wasEditing.current && !isEditing) button.current?.focus();
    wasEditing.current = isEditing;
  }, [isEditing]);

  if (isEditing && write)
    return (
      <li className="field-row">
        <FieldEditor contactId={contactId} field={field} write={write} onClose={() => setEditing(false)} />
      </li>
    );
  return (
    <li className="field-row">
      <div className="field-shown">
        <span className="field-name">{field.label}</span>
        <span className="field-value">{valueOrDash(field.value)}</span>
        {source}
      </div>
      {write && field.isText && (
        <Button ref={button} tone="quiet" aria-label={`Edit ${field.label}`} onPress={() => setEditing(true)}>
          Edit
        </Button>
      )}
    </li>
  );
}
