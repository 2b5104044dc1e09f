import { Button } from '../../ui/Button.tsx';
import { Link } from '../../ui/Link.tsx';
import { type Fault, FaultsContext } from './faults.ts';
import { RuleForm } from './RuleForm.tsx';
import type { Draft } from './shape.ts';
import { TryOut } from './TryOut.tsx';
import { type Existing, useRuleEditing } from './use-rule-editing.ts';

interface EditorProps {
  readonly start: Draft;
  /** Null for a new rule. */
  readonly existing: Existing | null;
}

/** Writes a rule: in sentences, tried out before it is saved. */
export function Editor({ start, existing }: EditorProps) {
  const { draft, faults, dryRun, isBusy, change, tryOut, save } = useRuleEditing(start, existing);
  return (
    <FaultsContext value={faults}>
      <RuleForm draft={draft} onChange={change} />
      <Faults faults={faults} />
      {dryRun && <TryOut run={dryRun} />}
      <div className="row">
        <Button tone={dryRun ? 'plain' : 'primary'} onPress={tryOut} isPending={isBusy}>
          See what it would have done
        </Button>
        <Button tone={dryRun ? 'primary' : 'plain'} onPress={save} isPending={isBusy}>
          Save the rule
        </Button>
        <Link href="/rules">Back without saving</Link>
      </div>
    </FaultsContext>
  );
}

/** All that is wrong, once more in one place: some of it may be out of sight. */
function Faults({ faults }: { readonly faults: readonly Fault[] }) {
  return (
    <div role="alert" className="faults">
      {faults.length > 0 && (
        <div className="state state-bad">
          <p className="state-title">Something is not right yet</p>
          <ul className="fault-list">
            {faults.map(({ place, words }) => (
              <li key={`${place} ${words}`}>
                {placeInWords(place)}: {words}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

const SECTIONS: Readonly<Record<string, string>> = { trigger: 'When', when: 'Only if', name: 'Name' };

function placeInWords(place: string): string {
  const [section = '', index] = place.split('.');
  if (section !== 'actions') return SECTIONS[section] ?? section;
  return index === undefined ? 'Do this' : `Do this, number ${Number(index) + 1}`;
}
