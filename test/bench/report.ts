import { type Aim, STRETCHES } from './aim.ts';
import type { BudgetUse } from './backfill.ts';
import type { ChangePoint } from './change.ts';
import type { Machine } from './machine.ts';
import type { Spread } from './spread.ts';
import type { SystemCost } from './system.ts';

/** A heading and columns of text for a terminal. */
export function table(heading: string, columns: readonly string[], rows: readonly (readonly unknown[])[]): string {
  const lines = [columns, ...rows.map((row) => row.map(String))];
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  const aligned = lines.map((line) => line.map((cell, i) => pad(cell, widths[i] ?? 0)).join('  '));
  return `\n${heading}\n${aligned.map((line) => `  ${line.trimEnd()}`).join('\n')}\n`;
}

/** Three times in milliseconds; "never" is one that did not end. */
export function spread({ p50, p95, p99 }: Spread): string {
  return [p50, p95, p99].map((time) => (time === null ? 'never' : Math.round(time))).join(' / ');
}

/** What it was measured on. */
export function machineLine({ cores, cpu, node, commit, load }: Machine): string {
  const busy = load > cores / 2 ? ': busy with other work, so slower than it is' : '';
  return `commit ${commit}, node ${node}, ${cores} cores (${cpu}), load ${load} at the start${busy}`;
}

/** The ways of changes, in milliseconds. */
export function changeTable(points: readonly ChangePoint[]): string {
  const stretches = Object.values(STRETCHES).map((name) => `${name}`);
  return table(
    'A change, from its edit to the subscriber, with the limits on calls lifted: p50 / p95 / p99 in ms',
    ['systems answer in', 'changes/s', 'changes', 'unfinished', 'slowest call', ...stretches],
    points.map(({ latencyMs, perSecond, changes, unfinished, slowestCall, told, written, confirmed }) => [
      `${latencyMs} ms`,
      perSecond,
      changes,
      unfinished,
      `${slowestCall} ms`,
      ...[told, written, confirmed].map(spread),
    ]),
  );
}

/** What is aimed at, and whether it was met. */
export function aimTable(aims: readonly Aim[]): string {
  return table(
    'Aims',
    ['', 'aim', 'worst'],
    aims.map(({ aim, worst, passed }) => [passed ? 'pass' : 'MISS', aim, worst ?? 'never']),
  );
}

/** First passes with no limits on calls. */
export function backfillTable(systems: readonly SystemCost[]): string {
  return table(
    'First sync of one system, with the limits on calls lifted',
    ['system', 'people', 'records', 'calls', 'seconds', 'records/s'],
    systems.map(({ backfill: { system, people, records, calls, seconds, recordsPerSecond } }) => [
      system,
      people,
      records,
      calls,
      seconds,
      recordsPerSecond,
    ]),
  );
}

/** First passes within the limits; "allowed" is what the gateway allows itself. */
export function budgetTable(budget: readonly BudgetUse[]): string {
  return table(
    "First sync of all systems at once within the vendors' limits",
    ['system', 'seconds', 'calls', 'allowed', 'used', 'answers 429'],
    budget.map(({ system, seconds, calls, allowed, used, refused }) => [
      system,
      seconds,
      calls,
      allowed,
      `${used}%`,
      refused,
    ]),
  );
}

/** What passes cost that find nothing new. */
export function steadyTable(systems: readonly SystemCost[]): string {
  const people = systems[0]?.backfill.people ?? 0;
  return table(
    'Calls in one pass of polling over unchanged records, as the simulators counted them',
    ['system', 'kind', `${people / 10} people`, `${people} people`, 'read', '10,000 people'],
    systems.flatMap(({ system, steady }) =>
      steady.map(({ kind, few, many, perTenThousand, bounded }) => [
        system,
        kind,
        few.calls,
        many.calls,
        many.read,
        bounded ? `${perTenThousand}, then the next pass goes on` : perTenThousand,
      ]),
    ),
  );
}

function pad(cell: string, width: number): string {
  return /^[\d.]+$/.test(cell) ? cell.padStart(width) : cell.padEnd(width);
}
