import { Badge } from '../../ui/Badge.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { exactTime } from '../../ui/relative-time.ts';
import { counted, grouped } from '../../words/count.ts';
import { RUNS } from '../../words/status.ts';
import type { Shape } from './Log.tsx';
import type { RunRow } from './logs.ts';

const WHY: Readonly<Record<string, string>> = {
  start: 'The gateway started',
  schedule: 'It was time to look',
  request: 'Somebody asked for it',
  rule: 'A rule asked for it',
  mapping: 'The fields are mapped differently',
};

/** How runs are shown. */
export const runShape: Shape<RunRow> = {
  caption: 'What was read, newest first',
  keyOf: ({ id }) => id,
  title: ({ system, types }) => `${system.name}: ${kinds(types)}`,
  details: (run) => <RunDetails run={run} />,
  columns: [
    { head: 'When', cell: ({ startedAt }) => <RelativeTime at={startedAt} /> },
    { head: 'What', cell: ({ system, types }) => `${system.name}: ${kinds(types)}` },
    { head: 'Why', cell: ({ trigger }) => WHY[trigger] ?? trigger },
    {
      head: 'How it stands',
      cell: (run) => {
        const { words, tone } = RUNS[stateOf(run)];
        return <Badge tone={tone}>{words}</Badge>;
      },
    },
    { head: 'Read', align: 'end', cell: ({ read }) => grouped(read) },
    { head: 'New', align: 'end', cell: ({ changed }) => grouped(changed) },
  ],
};

function RunDetails({ run }: { readonly run: RunRow }) {
  const { id, trigger, startedAt, finishedAt, read, changed, written, failed, upstreamCalls, error } = run;
  return (
    <Facts
      facts={[
        ['Began', exactTime(Date.parse(startedAt))],
        ['Ended', finishedAt && exactTime(Date.parse(finishedAt))],
        ['Why', WHY[trigger] ?? trigger],
        ['Read', counted(read, 'record')],
        ['Something new', counted(changed, 'record')],
        ['Written elsewhere', counted(written, 'write')],
        ['Could not be taken in', failed > 0 && counted(failed, 'record')],
        ['Cost', counted(upstreamCalls, 'call')],
        ['What went wrong', error],
        ['Run', id],
      ]}
    />
  );
}

function stateOf({ finishedAt, error }: RunRow): 'RUNNING' | 'FINISHED' | 'FAILED' {
  if (finishedAt === null) return 'RUNNING';
  return error === null ? 'FINISHED' : 'FAILED';
}

function kinds(types: RunRow['types']): string {
  return types.length === 5 ? 'everything' : types.map((type) => `${type.toLowerCase()}s`).join(', ');
}
