import { useState } from 'react';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Confirm } from '../../../ui/Confirm.tsx';
import { counted } from '../../../words/count.ts';

interface ConfirmChangeProps {
  readonly system: string;
  /** How much would change; null: nothing is asked. */
  readonly effect: { readonly records: number; readonly total: number } | null;
  readonly isPending: boolean;
  readonly onConfirm: (writeNow: boolean) => void;
  readonly onClose: () => void;
}

/** Says how many records would read differently, before that counts. */
export function ConfirmChange({ system, effect, isPending, onConfirm, onClose }: ConfirmChangeProps) {
  const [writeNow, setWriteNow] = useState(false);
  const records = effect?.records ?? 0;
  return (
    <Confirm
      title="This changes a lot"
      action="Change them"
      isOpen={effect !== null}
      isPending={isPending}
      onConfirm={() => onConfirm(writeNow)}
      onClose={onClose}
    >
      <p>
        {counted(records, 'record')} of {effect?.total} in {system} {records === 1 ? 'says' : 'say'} something else by
        these rows. You can go back to the earlier version at any time.
      </p>
      <Checkbox
        label={`Also write to ${system} at once what it should say then`}
        isSelected={writeNow}
        onChange={setWriteNow}
      />
    </Confirm>
  );
}
