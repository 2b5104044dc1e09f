import { graphql } from '../../../src/client/generated/index.ts';
import type { Row, Simulator } from '../../../src/sources/simulator.ts';
import type { World } from '../../support/world.ts';
import { type Compared, type Held, markerOf, plain, SHAPES } from './vendor-shapes.ts';

const KINDS: readonly Compared[] = ['contact', 'task', 'note'];

const WHOLE_GRAPH = graphql(`
  query ChaosGraph($after: String) {
    contacts(first: 40, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes {
        id firstName lastName email phone website
        address { line1 city postcode }
        tags { name }
        tasks(first: 100) { nodes { id title body dueAt completed } }
        notes(first: 100) { nodes { id title body } }
      }
    }
  }
`);

/** Everything that one system holds and has not deleted, read from its tables. */
export function heldBy(place: string, simulator: Simulator): Held[] {
  const shapes = SHAPES[place];
  if (!shapes) throw new Error(`Nobody has described the rows of ${place}`);
  const emails = new Map(
    living(simulator, shapes.contact).map((row) => [String(row.id), at(row, shapes.contact.columns.email)]),
  );
  return KINDS.flatMap((kind) =>
    living(simulator, shapes[kind]).map((row) => {
      const { columns, owner } = shapes[kind];
      const fields = Object.fromEntries(
        Object.entries(columns).map(([word, column]) => [word, plain(word, at(row, column))]),
      );
      const about = owner === undefined ? null : String(emails.get(String(row[owner])) ?? 'nobody');
      return { kind, place, id: String(row.id), marker: markerOf(kind, fields), about, fields };
    }),
  );
}

function living(simulator: Simulator, { table, deleted }: { table: string; deleted?: string }): Row[] {
  const rows = simulator.tables[table]?.list() ?? [];
  return rows.filter((row) => deleted === undefined || !row[deleted]);
}

function at(row: Row, column: string | undefined): unknown {
  return (column ?? '').split('.').reduce<unknown>((value, key) => (value as Row | null | undefined)?.[key], row);
}

/** Everything the graph holds, as a caller reads it; the systems are not asked again. */
export async function heldByGraph(world: World): Promise<Held[]> {
  const held: Held[] = [];
  for (let after: string | null = null; ; ) {
    const { data, errors }: Awaited<ReturnType<typeof page>> = await page(world, after);
    if (!data) throw new Error(`The graph could not be read: ${JSON.stringify(errors)}`);
    for (const { tasks, notes, address, tags, id, ...own } of data.contacts.nodes) {
      const about = String(own.email ?? '');
      const fields = { ...own, ...address, tags: tags.map(({ name }) => name) };
      held.push(inGraph('contact', id, null, fields));
      for (const { id: taskId, ...task } of tasks.nodes) held.push(inGraph('task', taskId, about, task));
      for (const { id: noteId, ...note } of notes.nodes) held.push(inGraph('note', noteId, about, note));
    }
    if (!data.contacts.pageInfo.hasNextPage) return held;
    after = data.contacts.pageInfo.endCursor ?? null;
  }
}

function page(world: World, after: string | null) {
  return world.query(WHOLE_GRAPH, { after }, { 'x-max-age': '999999999' });
}

function inGraph(kind: Compared, id: string, about: string | null, read: Record<string, unknown>): Held {
  const fields = Object.fromEntries(Object.entries(read).map(([word, value]) => [word, plain(word, value)]));
  return { kind, place: 'graph', id, marker: markerOf(kind, fields), about, fields };
}

/** Everything held anywhere. */
export async function everything(world: World): Promise<Held[]> {
  return [...(await heldByGraph(world)), ...world.systems.flatMap((system) => heldBy(system, world.simulator(system)))];
}
