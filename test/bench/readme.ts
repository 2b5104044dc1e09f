import { machineLine, spread } from './report.ts';
import type { BenchResult } from './result.ts';

/** The README's section "Figures", to be pasted as it is. */
export function figures({ machine, changes, systems, budget }: BenchResult): string {
  const ways = changes.map(({ latencyMs, perSecond, unfinished, told, written, confirmed }) => [
    `${latencyMs} ms`,
    perSecond,
    ...[told, written, confirmed].map(spread),
    unfinished,
  ]);
  const costs = systems.map(({ system, backfill, steady }) => {
    const use = budget.find((one) => one.system === system);
    return [
      `\`${system}\``,
      backfill.recordsPerSecond,
      `${use?.used}%, ${use?.refused}`,
      steady.map(({ kind, perTenThousand, bounded }) => `${kind} ${perTenThousand}${bounded ? '*' : ''}`).join(', '),
    ];
  });
  return [
    '## Figures',
    '',
    `\`npm run bench:sync\` (\`--quick\`: half a minute; \`--json FILE\`; \`--readme\` prints this section). Last: ${machineLine(machine)};`,
    'the gateway in one process, simulators, load and subscriber in another.',
    '',
    'A contact edited in one system, with the limits on calls lifted: p50 / p95 / p99 in ms.',
    '',
    ...markdown(
      [
        'systems answer in',
        'changes/s',
        'webhook → subscriber told',
        'edit → both others written',
        'webhook → told of both writes',
        'unfinished',
      ],
      ways,
    ),
    '',
    ...markdown(
      [
        'system',
        'first sync, limits lifted: records/s',
        'within its limit: budget used, 429s',
        'calls a pass over 10,000 unchanged people',
      ],
      costs,
    ),
    '',
    `\\* and the next pass goes on. In proportion to ${systems[0]?.backfill.people} people with a task and a note each, where it is not as many.`,
    '',
  ].join('\n');
}

function markdown(columns: readonly string[], rows: readonly (readonly unknown[])[]): string[] {
  return [columns, columns.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`);
}
