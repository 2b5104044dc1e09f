import { useState } from 'react';
import type { PagedList } from '../../app/use-paged.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import type { SystemNames } from '../../words/event.ts';
import { changeInWords, originInWords, type ShownVersion } from './history.ts';
import { RestoreDialog } from './RestoreDialog.tsx';
import type { WriteThrough } from './use-write.ts';

const SHOWN = 8;

interface HistoryProps {
  readonly contact: { readonly id: string; readonly name: string };
  readonly versions: PagedList<ShownVersion>;
  readonly names: SystemNames;
  /** Null for whoever may not restore. */
  readonly write: WriteThrough | null;
}

/** What the contact was before, with the way back. */
export function History({ contact, versions, names, write }: HistoryProps) {
  const { list, problem, more, again } = versions;
  const [shown, setShown] = useState(SHOWN);
  const [chosen, setChosen] = useState<ShownVersion | null>(null);
  const newest = list?.rows[0];
  const showMore = () => {
    setShown(shown + SHOWN);
    if (list && shown + SHOWN > list.rows.length) more();
  };
  return (
    <Card title="History">
      {problem && <ErrorState {...problem} onRetry={again} />}
      {!list && !problem && <Loading what="Reading the history" />}
      {/* biome-ignore lint/a11y/noRedundantRoles: without bullets, some screen readers take it for no list */}
      <ol className="history" role="list">
        {list?.rows.slice(0, shown).map((version) => (
          <li key={version.id}>
            <div>
              <p>
                <strong>
                  {version.id === 1 ? 'First seen' : 'Changed'} {originInWords(version.origin, names)}
                </strong>
                , <RelativeTime at={version.at} />
                {version.why && <span className="quiet"> ({version.why})</span>}
              </p>
              <ul className="changes">
                {version.changes.map((change) => (
                  <li key={change.field}>{changeInWords(change)}</li>
                ))}
              </ul>
            </div>
            {version === newest ? (
              <span className="quiet">As it is now</span>
            ) : (
              write && (
                <Button aria-label={`Restore version ${version.id}`} onPress={() => setChosen(version)}>
                  Restore
                </Button>
              )
            )}
          </li>
        ))}
      </ol>
      {list && list.total > shown && <Button onPress={showMore}>Show older</Button>}
      {chosen && newest && write && (
        <RestoreDialog contact={contact} then={chosen} now={newest} write={write} onClose={() => setChosen(null)} />
      )}
    </Card>
  );
}
