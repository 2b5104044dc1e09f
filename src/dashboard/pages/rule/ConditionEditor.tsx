import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { isGroup, partsOfGroup, unwrapped, withParts, wrapped } from './condition.ts';
import { placeOfPart, useFault } from './faults.ts';
import { QuestionEditor } from './QuestionEditor.tsx';
import type { Condition, Group, Question } from './shape.ts';
import { askable, type Choice, useTerms } from './terms.ts';

interface GroupEditorProps {
  readonly group: Group;
  readonly place: string;
  readonly kinds: readonly string[];
  readonly onChange: (group: Group) => void;
  /** Stands over its conditions where there are several; absent: whether all must hold or one is enough. */
  readonly joint?: ReactNode;
}

/** Conditions put together: all of them must hold, or one is enough. Groups may stand within groups. */
export function GroupEditor({ group, place, kinds, onChange, joint }: GroupEditorProps) {
  const terms = useTerms();
  const subjects = subjectsOf(askable(terms, kinds), kinds);
  const all = partsOfGroup(group);
  const parts = all.map((part, index) => ({ part, place: placeOfPart(place, group, index), index }));
  const set = (next: readonly Condition[]) => onChange(withParts(group, next));
  const blank: Question = kinds.includes('contact') ? { tag: '' } : { field: firstField(subjects), is: 'filled' };
  return (
    <div className="group">
      {joint ?? (parts.length > 1 && <Joint group={group} joints={JOINTS.slice(0, 2)} onChange={onChange} />)}
      {parts.map((one) => (
        <Part
          key={one.place}
          condition={one.part}
          place={one.place}
          kinds={kinds}
          subjects={subjects}
          onChange={(part) => set(all.with(one.index, part))}
          onRemove={() => set(all.toSpliced(one.index, 1))}
        />
      ))}
      <div className="row">
        <Button onPress={() => set([...all, blank])}>Add a condition</Button>
        {joint === undefined && parts.length > 0 && (
          <Button onPress={() => set([...all, { any: [blank] }])}>Add several, of which one is enough</Button>
        )}
      </div>
    </div>
  );
}

const JOINTS = [
  { id: 'all', label: 'all of these' },
  { id: 'any', label: 'at least one of these' },
  { id: 'not:any', label: 'none of these' },
  { id: 'not:all', label: 'not all of these' },
] as const;

interface JointProps {
  readonly group: Group;
  readonly isNot?: boolean;
  readonly joints: readonly Choice[];
  readonly onChange: (group: Group, isNot: boolean) => void;
}

function Joint({ group, isNot = false, joints, onChange }: JointProps) {
  const parts = partsOfGroup(group);
  const put = (joint: string) =>
    onChange(joint.endsWith('all') ? { all: parts } : { any: parts }, joint.startsWith('not:'));
  return (
    <div className="sentence question">
      <Select
        label="How many must hold"
        options={joints}
        value={`${isNot ? 'not:' : ''}${'all' in group ? 'all' : 'any'}`}
        onChange={put}
      />
    </div>
  );
}

interface PartProps {
  readonly condition: Condition;
  readonly place: string;
  readonly kinds: readonly string[];
  readonly subjects: readonly Choice[];
  readonly onChange: (condition: Condition) => void;
  readonly onRemove: () => void;
}

function Part({ condition, place, kinds, subjects, onChange, onRemove }: PartProps) {
  const { isNot, inner } = unwrapped(condition);
  const error = useFault(place);
  const turn = (next: Group | Question, not: boolean) => onChange(wrapped(not, next));
  return (
    <div className="part">
      {isGroup(inner) ? (
        <GroupEditor
          group={inner}
          place={isNot ? `${place}.not` : place}
          kinds={kinds}
          onChange={(group) => turn(group, isNot)}
          joint={
            <div className="row">
              <Joint group={inner} isNot={isNot} joints={JOINTS} onChange={turn} />
              <Button tone="quiet" onPress={onRemove}>
                Remove these
              </Button>
            </div>
          }
        />
      ) : (
        <>
          <QuestionEditor question={inner} isNot={isNot} subjects={subjects} onChange={turn} onRemove={onRemove} />
          {error && <p className="field-error">{error}</p>}
        </>
      )}
    </div>
  );
}

function subjectsOf(fields: readonly Choice[], kinds: readonly string[]): readonly Choice[] {
  const asked = fields.map(({ id, label }) => ({ id: `field:${id}`, label: `its ${lower(label)}` }));
  const tags = kinds.includes('contact') ? [{ id: 'tag', label: 'it carries the tag' }] : [];
  return [...tags, { id: 'heldBy', label: 'it is kept in' }, ...asked];
}

function firstField(subjects: readonly Choice[]): string {
  return subjects.find(({ id }) => id.startsWith('field:'))?.id.slice('field:'.length) ?? 'name';
}

/** "E-mail" within a sentence; abbreviations stay. */
function lower(label: string): string {
  return /^[A-Z][a-z-]/.test(label) ? `${label.charAt(0).toLowerCase()}${label.slice(1)}` : label;
}
