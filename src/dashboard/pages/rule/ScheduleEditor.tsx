import { Checkbox } from '../../ui/Checkbox.tsx';
import { Select } from '../../ui/Select.tsx';
import { DurationField } from './DurationField.tsx';
import { useFault } from './faults.ts';
import { type Scheduled, withPart } from './shape.ts';
import { KINDS } from './words.ts';

const DAY_MS = 86_400_000;
const NOTHING = { id: 'nothing', label: 'nothing in particular' };

interface ScheduleEditorProps {
  readonly trigger: Scheduled;
  readonly onChange: (trigger: Scheduled) => void;
}

/** "Every 15 minutes, for each contact": how often, over what, and whether the same thing is taken up again. */
export function ScheduleEditor({ trigger, onChange }: ScheduleEditorProps) {
  const { every, kind, again } = trigger;
  const about = (id: string) => onChange(id === NOTHING.id ? { every } : withPart<Scheduled>(trigger, { kind: id }));
  return (
    <div className="sentence">
      <DurationField
        label="Every"
        ms={every}
        onChange={(ms) => onChange({ ...trigger, every: ms })}
        error={useFault('trigger.every')}
      />
      <Select label="look at each of" options={EACH} value={kind ?? NOTHING.id} onChange={about} />
      {kind !== undefined && (
        <Checkbox
          label="Take up the same one again when it has changed"
          isSelected={again !== undefined}
          onChange={(isOn) => onChange(withPart<Scheduled>(trigger, { again: isOn ? DAY_MS : undefined }))}
        />
      )}
      <Again trigger={trigger} onChange={onChange} />
    </div>
  );
}

function Again({ trigger, onChange }: ScheduleEditorProps) {
  const error = useFault('trigger.again');
  if (trigger.again === undefined) return null;
  return (
    <DurationField
      label="but not before"
      ms={trigger.again}
      onChange={(again) => onChange({ ...trigger, again })}
      error={error}
    />
  );
}

const EACH = [NOTHING, ...KINDS];
