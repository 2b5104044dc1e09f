import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { ActionFields } from './ActionFields.tsx';
import { blankAction } from './actions.ts';
import { useFault } from './faults.ts';
import type { Action } from './shape.ts';
import { ACTIONS } from './words.ts';

interface ActionEditorProps {
  readonly action: Action;
  readonly place: string;
  readonly kinds: readonly string[];
  readonly onChange: (action: Action) => void;
  /** Null where it is the only one. */
  readonly onRemove: (() => void) | null;
}

/** One thing that the rule does. */
export function ActionEditor({ action, place, kinds, onChange, onRemove }: ActionEditorProps) {
  const error = useFault(`${place}.do`);
  return (
    <div className="part">
      <div className="sentence">
        <Select
          label={place === 'actions.0' ? 'then' : 'and'}
          options={ACTIONS}
          value={action.do}
          onChange={(what) => what !== action.do && onChange(blankAction(what))}
        />
      </div>
      {error && <p className="field-error">{error}</p>}
      <ActionFields action={action} place={place} kinds={kinds} onChange={onChange} />
      {onRemove && (
        <Button tone="quiet" onPress={onRemove}>
          Remove
        </Button>
      )}
    </div>
  );
}
