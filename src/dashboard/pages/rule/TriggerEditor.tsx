import { Segments } from '../../ui/Segments.tsx';
import { HappeningEditor } from './HappeningEditor.tsx';
import { ScheduleEditor } from './ScheduleEditor.tsx';
import type { Trigger } from './shape.ts';

const HOUR_MS = 3_600_000;
const WAYS = [
  { id: 'on', label: 'When something happens' },
  { id: 'every', label: 'Every so often' },
] as const;

interface TriggerEditorProps {
  readonly trigger: Trigger;
  readonly onChange: (trigger: Trigger) => void;
}

/** When the rule acts. */
export function TriggerEditor({ trigger, onChange }: TriggerEditorProps) {
  const turn = (way: 'on' | 'every') => {
    if (way in trigger) return;
    onChange(way === 'on' ? { on: ['changed'], kinds: ['contact'] } : { every: HOUR_MS, kind: 'contact' });
  };
  return (
    <>
      <Segments label="When the rule acts" options={WAYS} value={'on' in trigger ? 'on' : 'every'} onChange={turn} />
      {'on' in trigger ? (
        <HappeningEditor trigger={trigger} onChange={onChange} />
      ) : (
        <ScheduleEditor trigger={trigger} onChange={onChange} />
      )}
    </>
  );
}
