import type { MappingDirection, MappingOccasion } from '../../../../client/generated/graphql.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Select } from '../../../ui/Select.tsx';
import { directionInWords, OCCASIONS, type Row } from '../../../words/mapping.ts';
import { type Sides, withChosen } from './options.ts';
import { RecordFields } from './RecordFields.tsx';
import { Transforms } from './Transforms.tsx';

interface RowEditorProps {
  readonly row: Row;
  readonly sides: Sides;
  readonly system: string;
  readonly onChange: (row: Row) => void;
  readonly onRemove: () => void;
}

const DIRECTIONS: readonly MappingDirection[] = ['BOTH', 'IN', 'OUT'];
const WHENS: readonly MappingOccasion[] = ['ALWAYS', 'IF_EMPTY', 'NEVER_OVERWRITE'];

/** Everything about one row, to be chosen. */
export function RowEditor({ row, sides, system, onChange, onRemove }: RowEditorProps) {
  return (
    <div className="row-editor">
      <div className="row-sides">
        <Select
          label="Field here"
          options={withChosen(sides.here, row.entity)}
          value={row.entity || null}
          onChange={(entity) => onChange({ ...row, entity })}
        />
        <Select
          label="Which way"
          options={DIRECTIONS.map((id) => ({ id, label: directionInWords(id, system) }))}
          value={row.direction}
          onChange={(id) => onChange({ ...row, direction: DIRECTIONS.find((one) => one === id) ?? row.direction })}
        />
        <RecordFields row={row} sides={sides} system={system} onChange={(record) => onChange({ ...row, record })} />
      </div>
      <Transforms transforms={row.transforms} onChange={(transforms) => onChange({ ...row, transforms })} />
      <Select
        label="When to write"
        options={WHENS.map((id) => ({ id, label: OCCASIONS[id] }))}
        value={row.when}
        onChange={(id) => onChange({ ...row, when: WHENS.find((one) => one === id) ?? row.when })}
      />
      <Checkbox
        label={`${system} wins where two systems say different things`}
        isSelected={row.owner}
        onChange={(owner) => onChange({ ...row, owner })}
      />
      <div className="actions">
        <Button tone="danger" onPress={onRemove}>
          Remove this row
        </Button>
      </div>
    </div>
  );
}
