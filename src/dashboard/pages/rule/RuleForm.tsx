import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { ActionEditor } from './ActionEditor.tsx';
import { blankAction } from './actions.ts';
import { GroupEditor } from './ConditionEditor.tsx';
import { useFault } from './faults.ts';
import type { Draft } from './shape.ts';
import { TriggerEditor } from './TriggerEditor.tsx';
import { kindsOf } from './terms.ts';

interface RuleFormProps {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}

/** A rule in sentences: when, if, then. */
export function RuleForm({ draft, onChange }: RuleFormProps) {
  const { name, trigger, when, actions } = draft;
  const kinds = kindsOf(trigger);
  return (
    <>
      <TextField
        label="Name"
        value={name}
        onChange={(text) => onChange({ ...draft, name: text })}
        error={useFault('name')}
        description="One sentence that says what it does; left empty, trying it out proposes one."
      />
      <Card title="When">
        <TriggerEditor trigger={trigger} onChange={(next) => onChange({ ...draft, trigger: next })} />
      </Card>
      {kinds.length > 0 && (
        <Card title="Only if">
          {'all' in when && when.all.length === 0 && <p className="quiet">No condition: it acts every time.</p>}
          <GroupEditor
            group={when}
            place="when"
            kinds={kinds}
            onChange={(next) => onChange({ ...draft, when: next })}
          />
        </Card>
      )}
      <Actions actions={actions} kinds={kinds} onChange={(next) => onChange({ ...draft, actions: next })} />
    </>
  );
}

interface ActionsProps {
  readonly actions: Draft['actions'];
  readonly kinds: readonly string[];
  readonly onChange: (actions: Draft['actions']) => void;
}

const MOST = 10;

function Actions({ actions, kinds, onChange }: ActionsProps) {
  const placed = actions.map((action, index) => ({ action, index, place: `actions.${index}` }));
  return (
    <Card title="Do this">
      {placed.map(({ action, index, place }) => (
        <ActionEditor
          key={place}
          action={action}
          place={place}
          kinds={kinds}
          onChange={(next) => onChange(actions.with(index, next))}
          onRemove={actions.length > 1 ? () => onChange(actions.toSpliced(index, 1)) : null}
        />
      ))}
      {actions.length < MOST && (
        <div className="row">
          <Button onPress={() => onChange([...actions, blankAction('createNote')])}>And do something more</Button>
        </div>
      )}
    </Card>
  );
}
