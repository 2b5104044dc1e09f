import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, stringify } from 'yaml';
import { Problem } from '../../base/errors.ts';
import type { Value } from '../../model/kind.ts';
import type { Store } from '../../store/store.ts';
import type { System } from '../connection.ts';
import { changesIn } from './changes.ts';
import { type ConfigError, type ConfigTools, isMapping } from './section.ts';
import { sections } from './sections.ts';

/** The form of the file; a later one that reads differently gets another number. */
const VERSION = 1;
const HEADER = `# Tributary configuration. Import it with: npm run cli -- config import <file>
# What a file does not name stays as it is. No secrets are in it.
version: ${VERSION}
`;
const LONGEST = 1_000_000;
const MOST_ALIASES = 100;

/** What importing needs of the gateway; `wake` lets what is new take effect at once. */
export interface ImportPlace extends ConfigTools {
  readonly store: Store;
  readonly systems: readonly Pick<System, 'id'>[];
  wake?(): void;
}

/** What an import changes (or would change), a line each, or all that is wrong with the file, each with its line. */
export type Imported = { readonly changes: readonly string[] } | { readonly errors: readonly string[] };

/** The whole configuration as YAML: the same for the same configuration, whoever asks and when. */
export async function exportConfig(store: Store): Promise<string> {
  return HEADER + stringify(await readAll(store), { sortMapEntries: true, lineWidth: 120 });
}

/** Checks the whole file, then puts all of it in force or (something is wrong, or a dry run) nothing. */
export async function importConfig(place: ImportPlace, text: string, dryRun: boolean): Promise<Imported> {
  const { store, systems } = place;
  const read = parse(text);
  if ('errors' in read) return read;
  const errors = check(
    read.data,
    systems.map(({ id }) => id),
  );
  if (errors.length > 0) return { errors: errors.map((error) => inWords(error, read)) };
  const changes: string[] = [];
  try {
    await store.transaction(async (tx) => {
      const before = await readAll(tx);
      for (const { name, write } of sections) if (name in read.data) await write(tx, read.data[name] as Value, place);
      changes.push(...changesIn(before, await readAll(tx)));
      if (dryRun) throw TAKEN_BACK;
    });
  } catch (thrown) {
    if (thrown instanceof Problem) return { errors: [thrown.message] };
    if (thrown !== TAKEN_BACK) throw thrown;
  }
  if (!dryRun && changes.length > 0) place.wake?.();
  return { changes };
}

/** Ends the transaction of a dry run, which has seen what would change. */
const TAKEN_BACK = new Error('a dry run is taken back');

async function readAll(store: Store): Promise<Record<string, Value>> {
  const all: Record<string, Value> = {};
  for (const { name, read } of sections) all[name] = await read(store);
  return all;
}

interface Parsed {
  readonly data: Record<string, unknown>;
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
}

function parse(text: string): Parsed | { readonly errors: readonly string[] } {
  if (text.length > LONGEST) return { errors: [`line 1: a configuration is at most ${LONGEST} characters long`] };
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const broken = document.errors.map(({ pos, message }) => `line ${lines.linePos(pos[0]).line}: ${message}`);
  if (broken.length > 0) return { errors: broken };
  try {
    const data: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
    if (isMapping(data)) return { data, document, lines };
    return { errors: ['line 1: a configuration is a mapping, as config export writes it'] };
  } catch (error) {
    return { errors: [`line 1: ${error instanceof Error ? error.message : 'it cannot be read'}`] };
  }
}

function check(data: Record<string, unknown>, systems: readonly string[]): ConfigError[] {
  const names = sections.map(({ name }) => name);
  const unknown = Object.keys(data).filter((name) => name !== 'version' && !names.includes(name));
  return [
    ...(data.version === VERSION ? [] : [{ path: ['version'], message: `must be ${VERSION}` }]),
    ...unknown.map((name) => ({ path: [name], message: `is unknown; the parts are ${names.join(', ')}` })),
    ...sections
      .filter(({ name }) => name in data)
      .flatMap((section) =>
        section
          .check(data[section.name], systems)
          .map(({ path, message }) => ({ path: [section.name, ...path], message })),
      ),
  ];
}

function inWords({ path, message }: ConfigError, { document, lines }: Parsed): string {
  return `line ${lines.linePos(offsetOf(document, path)).line}: ${path.join('.')} ${message}`;
}

/** Where the thing that the path leads to begins, or the innermost one around it that is there. */
function offsetOf(document: Document.Parsed, path: ConfigError['path']): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const part of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === String(part));
      if (!pair) break;
      offset = isScalar(pair.key) ? (pair.key.range?.[0] ?? offset) : offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(part)];
      if (item === undefined) break;
      offset = (item as { range?: readonly number[] }).range?.[0] ?? offset;
      node = item;
    } else break;
  }
  return offset;
}
