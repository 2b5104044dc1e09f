import type { Command, Options } from './command.ts';

/** What a command was given; null where that is not how it is called. */
export function readArguments(
  command: Command,
  given: readonly string[],
): { args: readonly string[]; options: Options } | null {
  const args: string[] = [];
  const options: Record<string, string | true> = {};
  for (let i = 0; i < given.length; i++) {
    const word = given[i] ?? '';
    const [, name = '', joined] = /^--([a-z-]+)(?:=([\s\S]*))?$/.exec(word) ?? [];
    if (!word.startsWith('--')) args.push(word);
    else {
      const takes = command.options?.[name];
      if (takes === undefined || name in options) return null;
      if (takes === null ? joined !== undefined : joined === undefined && given[i + 1] === undefined) return null;
      options[name] = takes === null ? true : (joined ?? given[++i] ?? '');
    }
  }
  return args.length === command.parameters.length ? { args, options } : null;
}

/** How a command is called, as one line without what it does. */
export function callOf({ words, parameters, options = {} }: Command): string {
  const optional = Object.entries(options).map(([name, takes]) => `[--${name}${takes === null ? '' : ` ${takes}`}]`);
  return [...words, ...parameters, ...optional].join(' ');
}
