/** One step between a record's value and ours, as the graph has it: what it does, and its options. */
export interface Transform {
  readonly do: string;
  readonly [option: string]: unknown;
}

/** An option of a transform as a form asks for it. `lines`: one "there = here" a line. */
export interface TransformOption {
  readonly name: string;
  readonly label: string;
  readonly as: 'text' | 'choice' | 'lines' | 'yes' | 'number';
  readonly choices?: readonly { readonly id: string; readonly label: string }[];
  readonly help?: string;
  /** Left out where it is empty. */
  readonly isOptional?: true;
}

/** What a transform is for, as a list of them offers it. */
export interface KnownTransform {
  readonly do: string;
  readonly label: string;
  readonly options: readonly TransformOption[];
  /** As it begins when somebody adds it. */
  readonly start: Transform;
}

const DATE_FORMATS = [
  'YYYY-MM-DD',
  'DD/MM/YYYY',
  'MM/DD/YYYY',
  'DD.MM.YYYY',
  'YYYY-MM-DD HH:mm',
  'YYYY-MM-DD HH:mm:ss',
  'DD/MM/YYYY HH:mm',
  'DD/MM/YYYY HH:mm:ss',
  'MM/DD/YYYY HH:mm',
  'seconds',
  'milliseconds',
].map((id) => ({ id, label: id }));

const choices = (...pairs: readonly (readonly [id: string, label: string])[]) =>
  pairs.map(([id, label]) => ({ id, label }));

/** All that the gateway knows. */
export const TRANSFORMS: readonly KnownTransform[] = [
  known({ do: 'trim' }, 'Remove spaces around it'),
  known({ do: 'case', to: 'title' }, 'Change capitals', [
    {
      name: 'to',
      label: 'To',
      as: 'choice',
      choices: choices(['title', 'Each Word Capitalised'], ['upper', 'ALL CAPITALS'], ['lower', 'no capitals']),
    },
  ]),
  known({ do: 'phone', country: 'GB' }, 'Write phone numbers as a country does', [
    { name: 'country', label: 'Country', as: 'text', help: 'Two letters, e.g. GB.' },
  ]),
  known({ do: 'date', format: 'DD/MM/YYYY' }, 'Read a date or time', [
    { name: 'format', label: 'How it is written there', as: 'choice', choices: DATE_FORMATS },
    { name: 'zone', label: 'Time zone', as: 'text', help: 'E.g. Europe/London.', isOptional: true },
  ]),
  known({ do: 'number' }, 'Read a number', [
    {
      name: 'decimal',
      label: 'Decimal sign',
      as: 'choice',
      choices: choices(['.', 'a point: 1.5'], [',', 'a comma: 1,5']),
      isOptional: true,
    },
  ]),
  known({ do: 'table', table: {} }, 'Translate values', [
    { name: 'table', label: 'Values', as: 'lines', help: 'One a line: the value there = the value here.' },
  ]),
  known({ do: 'default', value: '' }, 'Fill in where it is empty', [
    { name: 'value', label: 'Value where it is empty', as: 'text' },
  ]),
  known({ do: 'constant', value: '' }, 'Always the same value', [{ name: 'value', label: 'Value', as: 'text' }]),
  known({ do: 'splitName', part: 'first' }, 'Take a part of a full name', [
    {
      name: 'part',
      label: 'Which part',
      as: 'choice',
      choices: choices(['first', 'the first word'], ['last', 'the rest']),
    },
  ]),
  known({ do: 'joinName' }, 'Make a full name of two fields'),
  known({ do: 'concatenate', separator: ', ' }, 'Put several fields together', [
    { name: 'separator', label: 'Between them', as: 'text' },
    { name: 'split', label: 'Take them apart again when written back', as: 'yes', isOptional: true },
  ]),
  known({ do: 'extract', pattern: '' }, 'Take a part by a pattern', [
    { name: 'pattern', label: 'Pattern', as: 'text', help: 'A regular expression.' },
    {
      name: 'group',
      label: 'Group',
      as: 'number',
      help: 'Which bracket of the pattern; empty: all of it.',
      isOptional: true,
    },
  ]),
];

/** A transform in a few plain words. */
export function transformInWords(transform: Transform): string {
  const found = TRANSFORMS.find((one) => one.do === transform.do);
  if (!found) return transform.do;
  const options = found.options.flatMap((option) => wordsOf(option, transform[option.name]) ?? []);
  return [found.label.toLowerCase(), ...options].join(': ');
}

/** True if it makes one value of several fields, so that all of them are read. */
export function joins(transform: Transform | undefined): boolean {
  return transform?.do === 'joinName' || transform?.do === 'concatenate';
}

/** A table of values as lines to edit. */
export function linesOf(table: unknown): string {
  if (typeof table !== 'object' || table === null) return '';
  return Object.entries(table)
    .map(([there, here]) => `${there} = ${here ?? ''}`)
    .join('\n');
}

/** What such lines say; a line without an equals sign stands for a value that is empty here. */
export function tableOf(lines: string): Readonly<Record<string, string | null>> {
  const pairs = lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): [string, string | null] => {
      const [there = '', ...here] = line.split('=');
      return [there.trim(), here.join('=').trim() || null];
    });
  return Object.fromEntries(pairs);
}

function wordsOf({ as, choices: known }: TransformOption, value: unknown): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (as === 'yes') return value === true ? 'and apart again' : null;
  if (as === 'lines') return linesOf(value).replaceAll('\n', ', ') || null;
  return known?.find(({ id }) => id === value)?.label ?? `“${value}”`;
}

function known(start: Transform, label: string, options: readonly TransformOption[] = []): KnownTransform {
  return { do: start.do, label, options, start };
}
