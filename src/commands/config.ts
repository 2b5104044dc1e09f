import { readFile } from 'node:fs/promises';
import { systemClock } from '../base/clock.ts';
import { createIds } from '../base/id.ts';
import { exportConfig, type Imported, importConfig } from '../sync/config/document.ts';
import { type Command, EXIT, type Outcome } from './command.ts';
import { noted } from './noted.ts';
import { OF_WORKSPACE, withStore } from './with-store.ts';

/** Writes the configuration to standard output. */
export const exportConfiguration: Command = {
  words: ['config', 'export'],
  parameters: [],
  options: OF_WORKSPACE,
  what: 'writes policies, mappings, rules, alerts and retention as YAML',
  run: (_, tools, options) =>
    withStore(tools, options, async (store) => {
      await tools.write(await exportConfig(store));
      return { code: EXIT.done, lines: [] };
    }),
};

/** Takes a configuration in, whole or not at all, and says what it changed. */
export const importConfiguration: Command = {
  words: ['config', 'import'],
  parameters: ['<file.yaml>'],
  options: { 'dry-run': null, ...OF_WORKSPACE },
  what: 'takes such a file in, all or nothing; says what changes',
  async run([file = ''], tools, options) {
    const text = await readFile(file, 'utf8').catch((error: { code?: string }) => ({ code: error.code }));
    if (typeof text !== 'string') return { code: EXIT.failed, lines: [`${file} cannot be read (${text.code})`] };
    const dryRun = options['dry-run'] === true;
    return withStore(tools, options, (store) =>
      noted(store, { words: ['config', 'import'], dry: dryRun }, async (doing) => {
        const newId = createIds(() => systemClock.now());
        const place = { store, systems: tools.definitions, clock: systemClock, newId, ...doing };
        return report(await importConfig(place, text, dryRun), dryRun);
      }),
    );
  },
};

function report(result: Imported, dryRun: boolean): Outcome {
  if ('errors' in result) return { code: EXIT.failed, lines: [...result.errors, 'Nothing was changed.'] };
  const { changes } = result;
  if (changes.length === 0) return { code: EXIT.done, lines: ['Nothing changes: all is so already.'] };
  const count = `${changes.length} ${changes.length === 1 ? 'change' : 'changes'}`;
  return { code: EXIT.done, lines: [...changes, dryRun ? `${count}, not made: a dry run.` : `${count} made.`] };
}
