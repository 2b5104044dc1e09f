import { useState } from 'react';
import { useClient } from 'urql';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { say } from '../../ui/notices.ts';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { grouped } from '../../words/count.ts';
import type { Alike } from './alike.ts';
import { allRetriedInWords } from './outcome.ts';
import { RefusedWrite } from './RefusedWrite.tsx';
import { type Retried, retryAll } from './retry-all.ts';

interface RefusedGroupProps {
  readonly group: Alike;
  /** False where there are more than are shown. */
  readonly isAll: boolean;
  readonly mayDecide: boolean;
  readonly onDone: () => void;
}

/** What one system refused for one reason: its own words, each write, and a button for all of them. */
export function RefusedGroup({ group: { likeness, first, deliveries }, isAll, mayDecide, onDone }: RefusedGroupProps) {
  const graph = useClient();
  const { system, error } = first;
  const [progress, setProgress] = useState<Retried | null>(null);
  async function retry() {
    setProgress({ all: deliveries.length, tried: 0, through: 0 });
    const outcome = await retryAll(graph, { system: system.id, likeness }, setProgress);
    setProgress(null);
    const words = allRetriedInWords(outcome, system.name);
    const { problem } = outcome;
    if (problem) say(`${words} Then it stopped: ${problem.what} ${problem.remedy}`, 'bad');
    else say(words, outcome.through === outcome.tried ? 'good' : 'warn');
    onDone();
  }
  return (
    <Card
      title={`${system.name} said`}
      aside={
        mayDecide &&
        (deliveries.length > 1 || !isAll) && (
          <Button isPending={progress !== null} onPress={() => void retry()}>
            Retry all like this
          </Button>
        )
      }
    >
      <p className="their-words">{error?.message ?? 'Nothing'}</p>
      {progress && (
        <ProgressBar
          label="Trying again"
          progress={progress.tried / Math.max(progress.all, 1)}
          words={`${grouped(progress.tried)} of ${grouped(progress.all)}`}
        />
      )}
      <ul className="refused">
        {deliveries.map((delivery) => (
          <RefusedWrite key={delivery.id} delivery={delivery} mayDecide={mayDecide} onDone={onDone} />
        ))}
      </ul>
    </Card>
  );
}
