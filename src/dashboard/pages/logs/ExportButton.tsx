import { useRef, useState } from 'react';
import { now } from '../../app/clock.ts';
import { Button } from '../../ui/Button.tsx';
import { say } from '../../ui/notices.ts';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { counted, grouped } from '../../words/count.ts';
import { MOST_LINES, readToEnd, saveAs } from './export.ts';
import type { ReadPage } from './read.ts';

interface ExportButtonProps<Row> {
  /** What the file is called after. */
  readonly name: string;
  readonly read: ReadPage<Row>;
}

/** Saves all that fits the filters as a file, one entry a line. */
export function ExportButton<Row>({ name, read }: ExportButtonProps<Row>) {
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const ending = useRef<AbortController>(null);
  async function save() {
    ending.current = new AbortController();
    const { signal } = ending.current;
    setProgress({ done: 0, total: 0 });
    const { lines, total, problem } = await readToEnd(read, (done, all) => setProgress({ done, total: all }), signal);
    setProgress(null);
    if (problem) return say(`Nothing was saved. ${problem.what} ${problem.remedy}`, 'bad');
    if (signal.aborted) return say('Nothing was saved.', 'plain');
    saveAs(`tributary-${name}-${new Date(now()).toISOString().slice(0, 10)}.ndjson`, lines);
    const cut = total > MOST_LINES ? ` of ${grouped(total)}; narrow the filters for the others` : '';
    say(`Saved: ${counted(lines.length, 'entry', 'entries')}${cut}.`);
  }
  if (progress)
    return (
      <div className="exporting">
        <ProgressBar
          label="Collecting"
          progress={progress.total === 0 ? null : progress.done / progress.total}
          words={progress.total === 0 ? 'beginning' : `${grouped(progress.done)} of ${grouped(progress.total)}`}
        />
        <Button onPress={() => ending.current?.abort()}>Stop</Button>
      </div>
    );
  return <Button onPress={() => void save()}>Save as a file</Button>;
}
