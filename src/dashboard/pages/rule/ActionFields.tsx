import { Checkbox } from '../../ui/Checkbox.tsx';
import { MultiSelect } from '../../ui/MultiSelect.tsx';
import { DurationField } from './DurationField.tsx';
import { useFault } from './faults.ts';
import type { FieldsProps } from './fields-props.ts';
import { type Action, withPart } from './shape.ts';
import { TagsField } from './TagsField.tsx';
import { TemplateField } from './TemplateField.tsx';
import { useTerms } from './terms.ts';
import { WebhookFields } from './WebhookFields.tsx';
import { MANY_KINDS } from './words.ts';

/** What there is to say about an action of its sort. */
export function ActionFields({ action, ...rest }: FieldsProps) {
  switch (action.do) {
    case 'createTask':
      return <TaskFields action={action} {...rest} />;
    case 'createNote':
      return <NoteFields action={action} {...rest} />;
    case 'addTags':
    case 'removeTags':
      return <TagFields action={action} {...rest} />;
    case 'raiseAlert':
      return <AlertFields action={action} {...rest} />;
    case 'callWebhook':
      return <WebhookFields action={action} {...rest} />;
    case 'syncKinds':
      return <SyncFields action={action} {...rest} />;
    case 'pullContact':
      return null;
  }
}

type Doing<What extends Action['do']> = FieldsProps<Extract<Action, { do: What }>>;

function TaskFields({ action, place, kinds, onChange }: Doing<'createTask'>) {
  const { title, body = '', dueInMs, unlessOpen } = action;
  return (
    <>
      <TemplateField
        label="Title"
        value={title}
        kinds={kinds}
        onChange={(text) => onChange({ ...action, title: text })}
        error={useFault(`${place}.title`)}
      />
      <TemplateField
        label="Text"
        rows={3}
        value={body}
        kinds={kinds}
        onChange={(text) => onChange(withPart(action, { body: text === '' ? undefined : text }))}
        error={useFault(`${place}.body`)}
      />
      <div className="sentence">
        <DurationField
          label="Due after"
          ms={dueInMs}
          onChange={(ms) => onChange({ ...action, dueInMs: ms })}
          error={useFault(`${place}.dueInMs`)}
        />
        <Checkbox
          label="Not while a task with this title is open"
          isSelected={unlessOpen === true}
          onChange={(isOn) => onChange(withPart(action, { unlessOpen: isOn || undefined }))}
        />
      </div>
    </>
  );
}

function NoteFields({ action, place, kinds, onChange }: Doing<'createNote'>) {
  return (
    <>
      <TemplateField
        label="Title"
        value={action.title ?? ''}
        kinds={kinds}
        onChange={(text) => onChange(withPart(action, { title: text === '' ? undefined : text }))}
        error={useFault(`${place}.title`)}
      />
      <TemplateField
        label="Text"
        rows={3}
        value={action.body}
        kinds={kinds}
        onChange={(body) => onChange({ ...action, body })}
        error={useFault(`${place}.body`)}
      />
    </>
  );
}

function TagFields({ action, place, onChange }: Doing<'addTags' | 'removeTags'>) {
  // `withPart` would leave out an empty list, and this one is to be there.
  const put = (tags: string[]) => onChange({ ...action, tags });
  return <TagsField label="Tags" tags={action.tags} onChange={put} error={useFault(`${place}.tags`)} />;
}

function AlertFields({ action, place, kinds, onChange }: Doing<'raiseAlert'>) {
  return (
    <TemplateField
      label="What the alert says"
      value={action.message}
      kinds={kinds}
      onChange={(message) => onChange({ ...action, message })}
      error={useFault(`${place}.message`)}
    />
  );
}

function SyncFields({ action, place, onChange }: Doing<'syncKinds'>) {
  const { systems } = useTerms();
  return (
    <div className="sentence">
      <MultiSelect
        label="Read"
        options={MANY_KINDS}
        values={action.kinds}
        onChange={(kinds) => onChange({ ...action, kinds })}
        error={useFault(`${place}.kinds`)}
      />
      <MultiSelect
        label="from"
        options={systems}
        values={action.systems ?? []}
        onChange={(chosen) => onChange(withPart(action, { systems: chosen }))}
        error={useFault(`${place}.systems`)}
        placeholder="all systems"
      />
    </div>
  );
}
