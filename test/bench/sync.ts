import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { definitions } from '../../src/sources/generated/registry.ts';
import { judge } from './aim.ts';
import { measureBudget } from './backfill.ts';
import { type ChangePlan, measureChanges } from './change.ts';
import { describeMachine } from './machine.ts';
import { figures } from './readme.ts';
import { aimTable, backfillTable, budgetTable, changeTable, machineLine, steadyTable } from './report.ts';
import type { BenchResult } from './result.ts';
import { measureSystem, type SystemCost } from './system.ts';

/** Where results and profiles go; git ignores it. */
const OUTPUT = join(import.meta.dirname, 'output');

const HELP = `npm run bench:sync -- [options]
  --quick        fewer changes and people: about half a minute instead of four
  --only PART    changes, systems or budget
  --people N     how many people a first sync meets (default 2000; quick 200); at 10000 no figure is in proportion
  --json FILE    writes the result into that file below test/bench/output
  --readme       prints the README's section with the figures (not with --only)
  --profile      leaves a CPU profile of the gateway under the changes in test/bench/output
`;

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    people: { type: 'string' },
    json: { type: 'string' },
    readme: { type: 'boolean', default: false },
    profile: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const plan: ChangePlan = {
  latenciesMs: [0, 50],
  paces: options.quick
    ? [
        { perSecond: 1, changes: 3 },
        { perSecond: 10, changes: 15 },
        { perSecond: 50, changes: 75 },
      ]
    : [
        { perSecond: 1, changes: 15 },
        { perSecond: 10, changes: 100 },
        { perSecond: 50, changes: 500 },
      ],
  warmUp: options.quick ? 5 : 20,
  patienceMs: options.quick ? 10_000 : 20_000,
  profileDir: options.profile ? OUTPUT : null,
};
const people = Number(options.people ?? (options.quick ? 200 : 2000));
const budgetSeconds = options.quick ? 10 : 20;

if (options.help) say(HELP);
else await bench();

async function bench(): Promise<void> {
  const startedAt = Date.now();
  const machine = describeMachine();
  say(
    `Sync bench: ${machineLine(machine)}\nThe gateway runs in one process; simulators, load and subscriber in another.\n`,
  );
  const isWanted = (part: string) => options.only === undefined || options.only === part;
  const changes = isWanted('changes') ? await measureChanges(plan, progress) : [];
  if (changes.length > 0) say(changeTable(changes) + aimTable(judge(changes)));
  const budget = isWanted('budget') ? await measureBudget(500, budgetSeconds) : [];
  const systems: SystemCost[] = [];
  if (isWanted('systems')) for (const { id } of definitions) systems.push(await measureSystem(id, people));
  if (budget.length > 0) say(budgetTable(budget));
  if (systems.length > 0) say(backfillTable(systems) + steadyTable(systems));
  const result: BenchResult = { machine, changes, systems, budget };
  if (options.readme && options.only === undefined) say(`\n${figures(result)}`);
  if (options.json) write(join(OUTPUT, options.json), { ...result, aims: judge(changes) });
  say(`\n${Math.round((Date.now() - startedAt) / 1000)} s\n`);
}

function progress({ latencyMs, perSecond }: { latencyMs: number; perSecond: number }): void {
  process.stderr.write(`measured ${perSecond} changes a second with systems at ${latencyMs} ms\n`);
}

function write(file: string, result: unknown): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
  say(`\nwritten to ${file}\n`);
}

function say(text: string): void {
  process.stdout.write(text);
}
