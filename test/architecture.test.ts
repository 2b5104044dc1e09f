import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { definitions } from '../src/sources/generated/registry.ts';
import { type Mention, type Module, readModules } from './support/modules.ts';

/** Lowest first. Folders of one floor do not import each other, files of the top one may; the routes serve the graph, so they stand over it. */
const FLOORS = [
  ['base'],
  ['model'],
  ['sources', 'store', 'templates'],
  ['sync'],
  ['graphql'],
  ['http'],
  ['cli', 'commands', 'compose', 'config', 'main', 'sandbox', 'shutdown', 'workspaces'],
];
const TOP = FLOORS.length - 1;
const LONGEST_FILE = 300;

const modules = readModules();
const written = modules.filter(({ path }) => !path.includes('/generated/'));

/** The first folder, or the file's own name at the top. */
const unitOf = (path: string) => path.split(/[/.]/)[0] ?? '';
const floorOf = (path: string) => FLOORS.findIndex((floor) => floor.includes(unitOf(path)));
const systemOf = (path: string) => definitions.find(({ id }) => path.startsWith(`sources/${id}/`))?.id ?? null;
const isUnder = (path: string, ...places: readonly string[]) => places.some((place) => path.startsWith(place));

/** The mentions that break a rule, as "file:line what". */
function breaches(mentionsOf: (module: Module) => readonly Mention[], from: readonly Module[] = written): string[] {
  return from.flatMap((module) =>
    mentionsOf(module).map(({ text, line }) => `src/${module.path}:${line} ${text.slice(0, 80)}`),
  );
}

describe('the floors', () => {
  it('has a floor for every folder and file', () => {
    const homeless = written.filter(({ path }) => floorOf(path) < 0 && !isUnder(path, 'client/', 'dashboard/'));

    expect(homeless.map(({ path }) => path)).toEqual([]);
  });

  it('imports go down only', () => {
    const upward = breaches(({ path, imports }) => {
      const ceiling = floorOf(path) === TOP ? TOP + 1 : floorOf(path);
      return imports.filter(({ text }) => {
        const isBelow = floorOf(text) >= 0 && floorOf(text) < ceiling;
        return unitOf(text) !== unitOf(path) && !isBelow && !isUnder(path, 'client/', 'dashboard/');
      });
    });

    expect(upward).toEqual([]);
  });

  it('the dashboard speaks to the gateway over the wire, so it imports nothing of it', () => {
    const inside = ['client/', 'dashboard/'];
    const reached = breaches(
      ({ imports }) => imports.filter(({ text }) => !isUnder(text, ...inside)),
      modules.filter(({ path }) => isUnder(path, ...inside)),
    );

    expect(reached).toEqual([]);
  });

  it('a source folder imports no other source folder, and nobody but the registry imports one', () => {
    const reached = breaches(({ path, imports }) =>
      imports.filter(({ text }) => systemOf(text) !== null && systemOf(text) !== systemOf(path)),
    );

    expect(reached).toEqual([]);
  });

  it('a simulator shares no code with the client it stands against', () => {
    const allowed = ['sources/simulator.ts', 'base/clock.ts'];
    const shared = breaches(({ path, imports }) => {
      const home = /^sources\/[^/]+\/simulator\//.exec(path)?.[0];
      return home ? imports.filter(({ text }) => !isUnder(text, home) && !allowed.includes(text)) : [];
    });
    const clients = breaches(({ path, imports }) =>
      isUnder(path, 'sources/') && !path.includes('/simulator/')
        ? imports.filter(({ text }) => text.includes('/simulator/'))
        : [],
    );

    expect([...shared, ...clients]).toEqual([]);
  });

  it('no module imports itself by a detour, type imports counted', () => {
    expect(cycles(modules)).toEqual([]);
  });
});

describe('a fourth system is one folder', () => {
  it('no other code knows the name of a system', () => {
    const known = breaches(({ path, words }) =>
      isUnder(path, 'sandbox/', 'templates/')
        ? []
        : words.filter(({ text }) =>
            definitions.some(({ id, name }) => id !== systemOf(path) && names(text, id, name)),
          ),
    );

    expect(known).toEqual([]);
  });

  it('every source folder has its parts and stands in the registry', () => {
    const folder = join(import.meta.dirname, '../src/sources');
    const folders = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'generated')
      .map(({ name }) => name);
    const missing = folders.flatMap((id) =>
      ['index.ts', 'mapping.ts', 'simulator/index.ts'].filter((part) => !existsSync(join(folder, id, part))),
    );

    expect(missing).toEqual([]);
    expect(definitions.map(({ id }) => id)).toEqual(folders.sort());
  });
});

describe('every file', () => {
  it(`has at most ${LONGEST_FILE} lines`, () => {
    const long = written.filter(({ lines }) => lines > LONGEST_FILE);

    expect(long.map(({ path, lines }) => `src/${path} ${lines} lines`)).toEqual([]);
  });

  it('says what each of its exports promises', () => {
    expect(breaches(({ undocumented }) => undocumented)).toEqual([]);
  });

  it('leaves the environment to the configuration', () => {
    const readers = breaches(({ path, uses }) =>
      path === 'config.ts' ? [] : uses.filter(({ text }) => text === 'process.env'),
    );

    expect(readers).toEqual([]);
  });

  it('takes time and chance from its tools', () => {
    const own = new Set(['Date.now', 'Math.random', 'new Date()', 'setTimeout()', 'setInterval()', 'performance.now']);
    const takers = breaches(({ path, uses }) =>
      isUnder(path, 'base/clock.ts', 'commands/', 'compose.ts', 'dashboard/app/clock.ts', 'main.ts', 'sandbox/')
        ? []
        : uses.filter(({ text }) => own.has(text)),
    );

    expect(takers).toEqual([]);
  });

  it('writes to the log and not to the console', () => {
    expect(breaches(({ uses }) => uses.filter(({ text }) => text.startsWith('console.')))).toEqual([]);
  });
});

/** True where the text holds a system's id as a word (also of a camelCase name), or its vendor's name. */
function names(text: string, id: string, name: string): boolean {
  const capital = id.charAt(0).toUpperCase() + id.slice(1);
  const asWord = new RegExp(
    `(?<![A-Za-z])${id}(?![a-z])|${capital}(?![a-z])|(?<![A-Z])${id.toUpperCase()}(?![a-zA-Z])`,
  );
  return asWord.test(text) || text.toLowerCase().includes(name.toLowerCase());
}

/** Each import cycle once, as "a > b > a". */
function cycles(all: readonly Module[]): string[] {
  const targets = new Map(all.map(({ path, imports }) => [path, imports.map(({ text }) => text)]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, way: readonly string[]): void => {
    const start = way.indexOf(path);
    if (start >= 0) found.push([...way.slice(start), path].join(' > '));
    if (start >= 0 || done.has(path)) return;
    for (const target of targets.get(path) ?? []) visit(target, [...way, path]);
    done.add(path);
  };
  for (const { path } of all) visit(path, []);
  return found;
}
