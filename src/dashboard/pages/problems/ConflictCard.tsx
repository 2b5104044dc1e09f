import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { entityInWords } from '../../words/entity.ts';
import type { SystemNames } from '../../words/event.ts';
import { fieldInWords } from '../../words/field.ts';
import { originInWords } from '../../words/origin.ts';
import { valueAlone } from '../../words/value.ts';
import { OtherValue } from './OtherValue.tsx';
import type { OpenConflict } from './problems.ts';
import { ThingLink } from './ThingLink.tsx';
import { useVerdict } from './use-verdict.ts';
import { isText, verdictFor } from './verdict.ts';

/** What every card about a conflict is given. */
export interface ConflictCardProps {
  readonly conflict: OpenConflict;
  readonly names: SystemNames;
  readonly mayDecide: boolean;
  readonly onDone: () => void;
}

/** One field as each side has it, side by side, and a button for each. */
export function ConflictCard({ conflict, names, mayDecide, onDone }: ConflictCardProps) {
  const { decide, isDoing, wrong } = useVerdict(conflict, onDone);
  const { entity, field, base, values, at } = conflict;
  const name = fieldInWords(field);
  const about = `the ${name} of ${entityInWords({ entity, type: null })}`;
  return (
    <Card
      title={
        <>
          <ThingLink entity={entity} />: {name}
        </>
      }
      aside={
        <span className="quiet">
          <RelativeTime at={at} />
        </span>
      }
    >
      <ul className="sides">
        <li className="side-value">
          <span className="side-name">Agreed on before</span>
          <span className="side-said">{valueAlone(base)}</span>
        </li>
        {values.map((side, i) => {
          const origin = originInWords(side.origin, names);
          return (
            <li key={`${side.origin} ${String(i)}`} className="side-value">
              <span className="side-name">{origin} has</span>
              <strong className="side-said">{valueAlone(side.value)}</strong>
              {side.changedAt && (
                <span className="quiet">
                  since <RelativeTime at={side.changedAt} />
                </span>
              )}
              {mayDecide && (
                <Button
                  isPending={isDoing}
                  aria-label={`Use this: ${valueAlone(side.value)} from ${origin}, for ${about}`}
                  onPress={() => decide(verdictFor(conflict, side))}
                >
                  Use this
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {mayDecide && isText(conflict) && (
        <OtherValue
          label={`Another ${name}`}
          error={wrong}
          isPending={isDoing}
          onEnter={(value) => decide({ value })}
        />
      )}
      {wrong && !isText(conflict) && (
        <p className="their-words" role="alert">
          {wrong}
        </p>
      )}
    </Card>
  );
}
