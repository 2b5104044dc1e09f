import type { BudgetUse } from './backfill.ts';
import type { ChangePoint } from './change.ts';
import type { Machine } from './machine.ts';
import type { SystemCost } from './system.ts';

/** All that one bench found out; what `--json` writes, with the aims. */
export interface BenchResult {
  readonly machine: Machine;
  readonly changes: readonly ChangePoint[];
  readonly systems: readonly SystemCost[];
  readonly budget: readonly BudgetUse[];
}
