import { counted } from '../../words/count.ts';
import type { SystemNames } from '../../words/event.ts';
import { ConflictCard } from './ConflictCard.tsx';
import { IdentityCard } from './IdentityCard.tsx';
import type { OpenConflict } from './problems.ts';

interface ConflictsProps {
  readonly nodes: readonly OpenConflict[];
  readonly totalCount: number;
  readonly names: SystemNames;
  readonly mayDecide: boolean;
  readonly onDone: () => void;
}

/** What the systems disagree about, newest first. */
export function Conflicts({ nodes, totalCount, ...rest }: ConflictsProps) {
  if (totalCount === 0) return null;
  return (
    <section className="problem-list" aria-labelledby="conflicts">
      <h2 id="conflicts">The systems disagree about {counted(totalCount, 'value')}</h2>
      {nodes.map((conflict) => {
        const Kind = conflict.field === 'identity' ? IdentityCard : ConflictCard;
        return <Kind key={conflict.id} conflict={conflict} {...rest} />;
      })}
      {totalCount > nodes.length && (
        <p className="quiet">The newest {nodes.length} are shown; the next ones follow when these are decided.</p>
      )}
    </section>
  );
}
