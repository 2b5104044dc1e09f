import { useState } from 'react';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import type { Row } from '../../../words/mapping.ts';
import { isUnfinished } from './draft.ts';
import type { Sides } from './options.ts';
import { RowEditor } from './RowEditor.tsx';
import { RowPreview } from './RowPreview.tsx';
import { RowTitle } from './RowTitle.tsx';
import type { Previewed } from './use-preview.ts';

interface RowItemProps {
  readonly row: Row;
  readonly sides: Sides;
  readonly system: string;
  readonly faults: readonly string[];
  /** What the row makes of the record that is looked at. */
  readonly fields: Previewed['fields'];
  readonly onChange: (row: Row) => void;
  readonly onRemove: () => void;
}

/** A row: in short, with its values and what is wrong with it; opened, to be changed. */
export function RowItem({ row, sides, system, faults, fields, onChange, onRemove }: RowItemProps) {
  const [isOpen, setOpen] = useState(isUnfinished(row));
  return (
    <li className="row" data-wrong={faults.length > 0}>
      <Disclosure title={<RowTitle row={row} sides={sides} system={system} />} isOpen={isOpen} onChange={setOpen}>
        {isOpen && <RowEditor row={row} sides={sides} system={system} onChange={onChange} onRemove={onRemove} />}
      </Disclosure>
      <div role="status">
        {faults.map((message) => (
          <p key={message} className="field-error">
            {message}.
          </p>
        ))}
      </div>
      <RowPreview fields={fields} system={system} />
    </li>
  );
}
