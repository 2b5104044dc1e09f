import { Button } from '../../../ui/Button.tsx';
import { Select } from '../../../ui/Select.tsx';
import type { Row } from '../../../words/mapping.ts';
import { joins } from '../../../words/transform.ts';
import { type Sides, withChosen } from './options.ts';

interface RecordFieldsProps {
  readonly row: Row;
  readonly sides: Sides;
  readonly system: string;
  readonly onChange: (record: readonly string[]) => void;
}

const MOST = 10;

/** The field or fields of the record: the first that holds something is read, unless they are put together. */
export function RecordFields({ row: { record, transforms }, sides, system, onChange }: RecordFieldsProps) {
  const shown = record.length === 0 ? [''] : record;
  const others = joins(transforms[0]) ? 'And' : 'If that is empty';
  const set = (at: number, field: string) => onChange(shown.map((one, i) => (i === at ? field : one)));
  return (
    <div className="row-fields">
      {shown.map((field, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a place in the order is what each of them is
        <div key={i} className="row-field">
          <Select
            label={i === 0 ? `Field in ${system}` : others}
            options={withChosen(sides.there, field)}
            value={field || null}
            onChange={(chosen) => set(i, chosen)}
          />
          {shown.length > 1 && (
            <Button
              tone="quiet"
              aria-label={`Leave out ${field}`}
              onPress={() => onChange(shown.filter((_, at) => at !== i))}
            >
              <span aria-hidden="true">✕</span>
            </Button>
          )}
        </div>
      ))}
      {record.length > 0 && record.length < MOST && (
        <Select
          label={`${others}:`}
          placeholder="another field (not needed)"
          options={sides.there.filter(({ id }) => !record.includes(id))}
          value={null}
          onChange={(chosen) => onChange([...record, chosen])}
        />
      )}
    </div>
  );
}
