import { FormDialog } from '../../ui/FormDialog.tsx';
import { exactTime } from '../../ui/relative-time.ts';
import { changeInWords, differences, type ShownVersion } from './history.ts';
import { useRefusal } from './use-refusal.ts';
import type { WriteThrough } from './use-write.ts';
import { RestoreContact } from './writes.ts';

interface RestoreDialogProps {
  readonly contact: { readonly id: string; readonly name: string };
  readonly then: ShownVersion;
  readonly now: ShownVersion;
  readonly write: WriteThrough;
  readonly onClose: () => void;
}

/** Says what restoring would change, and does it. */
export function RestoreDialog({ contact, then, now, write, onClose }: RestoreDialogProps) {
  const refusal = useRefusal([]);
  const changes = differences(then, now);
  const submit = async () =>
    refusal.take(
      await write({
        what: `${contact.name}, as before`,
        document: RestoreContact,
        input: { id: contact.id, version: Number(then.id) },
        isCause: ({ entityId }) => entityId === contact.id,
      }),
    );
  return (
    <FormDialog
      title="Restore this contact?"
      action="Restore"
      error={refusal.whole}
      onClose={onClose}
      onSubmit={submit}
    >
      <p>
        {contact.name} becomes again what it was on {exactTime(Date.parse(then.at))}, here and in every system that
        holds it. That is a change like others: it can be taken back in the same way.
      </p>
      {changes.length > 0 ? (
        <ul className="changes">
          {changes.map((change) => (
            <li key={change.field}>{changeInWords(change, 'now')}</li>
          ))}
        </ul>
      ) : (
        <p>Its fields are the same as now; only which records belong to it may change.</p>
      )}
    </FormDialog>
  );
}
