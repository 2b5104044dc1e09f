import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { aboutSubject, compared, hasValue, subjectOf, valueText } from './condition.ts';
import type { Question } from './shape.ts';
import { type Choice, useTerms } from './terms.ts';
import { COMPARISONS } from './words.ts';

interface QuestionEditorProps {
  readonly question: Question;
  readonly isNot: boolean;
  readonly subjects: readonly Choice[];
  readonly onChange: (question: Question, isNot: boolean) => void;
  readonly onRemove: () => void;
}

/** "its postcode contains BS": one question about the thing. */
export function QuestionEditor({ question, isNot, subjects, onChange, onRemove }: QuestionEditorProps) {
  const { systems } = useTerms();
  const subject = subjectOf(question);
  const known = subjects.some(({ id }) => id === subject) ? subjects : [...subjects, strange(subject)];
  return (
    <div className="sentence question">
      <Select
        label="What is asked"
        options={known}
        value={subject}
        onChange={(id) => onChange(aboutSubject(id, question, systems[0]?.id ?? ''), isNot)}
      />
      <Comparison question={question} isNot={isNot} onChange={onChange} />
      <Value question={question} onChange={(next) => onChange(next, isNot)} />
      <Button tone="quiet" onPress={onRemove}>
        Remove
      </Button>
    </div>
  );
}

const YES_OR_NO = [
  { id: 'yes', label: 'yes' },
  { id: 'no', label: 'no' },
];

function Comparison({ question, isNot, onChange }: Omit<QuestionEditorProps, 'subjects' | 'onRemove'>) {
  if (!('field' in question))
    return (
      <Select
        label="Is it so?"
        options={YES_OR_NO}
        value={isNot ? 'no' : 'yes'}
        onChange={(id) => onChange(question, id === 'no')}
      />
    );
  const id = isNot ? `not:${question.is}` : question.is;
  const known = COMPARISONS.some((one) => one.id === id) ? COMPARISONS : [...COMPARISONS, turnedRound(question.is)];
  return (
    <Select
      label="How it is compared"
      options={known}
      value={id}
      onChange={(chosen) => onChange(compared(question, chosen.replace(/^not:/, '')), chosen.startsWith('not:'))}
    />
  );
}

function Value({ question, onChange }: { readonly question: Question; readonly onChange: (next: Question) => void }) {
  const { systems, isFlag } = useTerms();
  if ('tag' in question)
    return <TextField label="The tag" value={question.tag} onChange={(tag) => onChange({ tag })} />;
  if ('heldBy' in question)
    return (
      <Select
        label="The system"
        options={systems}
        value={question.heldBy}
        onChange={(heldBy) => onChange({ heldBy })}
      />
    );
  if (!hasValue(question.is)) return null;
  if (isFlag(question.field))
    return (
      <Select
        label="What it is compared with"
        options={YES_OR_NO}
        value={typeof question.value === 'boolean' ? (question.value ? 'yes' : 'no') : null}
        onChange={(id) => onChange({ ...question, value: id === 'yes' })}
      />
    );
  return (
    <TextField
      label="What it is compared with"
      value={valueText(question.value)}
      onChange={(value) => onChange({ ...question, value })}
    />
  );
}

function strange(subject: string): Choice {
  return { id: subject, label: subject.replace(/^field:/, 'its ') };
}

function turnedRound(is: string): Choice {
  const label = COMPARISONS.find(({ id }) => id === is)?.label ?? is;
  return { id: `not:${is}`, label: `it is not so that it ${label}` };
}
