import { EmptyState } from '../../ui/EmptyState.tsx';
import { Link } from '../../ui/Link.tsx';
import { MultiSelect } from '../../ui/MultiSelect.tsx';
import { Select } from '../../ui/Select.tsx';
import { useFault } from './faults.ts';
import type { FieldsProps } from './fields-props.ts';
import { type Action, withPart } from './shape.ts';
import { TemplateField } from './TemplateField.tsx';
import { askable, useTerms } from './terms.ts';
import { COMMON_WORDS } from './words.ts';

/** Which program is told, what it is told, and which values it gets. */
export function WebhookFields({ action, place, kinds, onChange }: FieldsProps<Extract<Action, { do: 'callWebhook' }>>) {
  const terms = useTerms();
  const fault = useFault(`${place}.target`);
  const faults = { message: useFault(`${place}.message`), fields: useFault(`${place}.fields`) };
  if (terms.targets.length === 0)
    return (
      <EmptyState
        title="There is no program to tell yet"
        action={<Link href="/alerts?tab=targets">To the targets</Link>}
      >
        Add it under Alerts, as a target for signed messages; then it can be chosen here.
      </EmptyState>
    );
  return (
    <>
      <div className="sentence">
        <Select
          label="Tell"
          options={terms.targets}
          value={action.target === '' ? null : action.target}
          onChange={(target) => onChange({ ...action, target })}
        />
        <MultiSelect
          label="and send along"
          options={[...COMMON_WORDS, ...askable(terms, kinds)]}
          values={action.fields ?? []}
          onChange={(fields) => onChange(withPart(action, { fields }))}
          error={faults.fields}
          placeholder="nothing of its data"
        />
      </div>
      {fault && <p className="field-error">{fault}</p>}
      <TemplateField
        label="Message"
        value={action.message ?? ''}
        kinds={kinds}
        onChange={(text) => onChange(withPart(action, { message: text === '' ? undefined : text }))}
        error={faults.message}
      />
    </>
  );
}
