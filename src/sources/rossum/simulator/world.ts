import type { Clock } from '../../../base/clock.ts';
import { createTable, type Row, type Table } from '../../simulator.ts';

/** The objects of Rossum's core API; the names are those of its paths. */
export type ObjectKind =
  | 'annotations'
  | 'documents'
  | 'hooks'
  | 'labels'
  | 'notes'
  | 'organizations'
  | 'queues'
  | 'schemas'
  | 'users';

/** One simulated organisation: its objects as the core API shows them, without stamps or webhooks of their own. */
export interface World extends Readonly<Record<Exclude<ObjectKind, 'organizations'>, Table>> {
  readonly clock: Clock;
  /** "http://127.0.0.1:port"; known once the server listens, before anything is seeded. */
  origin: string;
}

/** The number of the user the gateway logs in as; every change by API is said to be theirs. */
export const SERVICE_USER = 1;

/** Makes an empty organisation. Ids of different kinds start apart, as nothing at the vendor shares a sequence. */
export function createWorld(clock: Clock): World {
  const table = (kind: ObjectKind, first: number) => {
    let next = first;
    return createTable({
      newId: () => next++,
      added: (row) => {
        row.url = urlOf(world, kind, row.id);
      },
    });
  };
  const world: World = {
    clock,
    origin: '',
    annotations: table('annotations', 314_521),
    documents: table('documents', 514_621),
    hooks: table('hooks', 789),
    labels: table('labels', 41),
    notes: table('notes', 901),
    queues: table('queues', 8101),
    schemas: table('schemas', 31_336),
    users: table('users', SERVICE_USER),
  };
  return world;
}

/** The absolute URL that stands for an object wherever another one refers to it. */
export function urlOf(world: World, kind: ObjectKind, id: unknown): string {
  return `${world.origin}/api/v1/${kind}/${String(id)}`;
}

/** The id at the end of an object's URL; '' when there is none. */
export function idOf(url: unknown): string {
  return String(url ?? '').match(/\/([^/]+)\/?$/)?.[1] ?? '';
}

/** The object behind a URL, or null when the URL names none of that kind here. */
export function follow(world: World, kind: Exclude<ObjectKind, 'organizations'>, url: unknown): Row | null {
  const row = world[kind].get(idOf(url));
  return row && row.url === url ? row : null;
}

/** A time as Rossum writes it: ISO 8601 in UTC with six decimals. */
export function stamp(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '000Z');
}
