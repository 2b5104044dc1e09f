import type { Connection, System } from './connection.ts';

/** The systems that a workspace knows, in a fixed order, and those of them that are connected; both change while the gateway runs. */
export interface Roster {
  readonly systems: readonly System[];
  readonly connections: ReadonlyMap<string, Connection>;
  /** In the place of the system of that id, connected or not. */
  connect(connection: Connection): void;
  /** The system stays known. */
  disconnect(id: string): void;
}

/** A roster of systems none of which is connected. */
export function createRoster(known: readonly System[]): Roster {
  const systems = [...known];
  const connections = new Map<string, Connection>();
  const place = (id: string) => known.findIndex((system) => system.id === id);
  return {
    systems,
    connections,
    connect(connection) {
      systems[place(connection.id)] = connection;
      connections.set(connection.id, connection);
    },
    disconnect(id) {
      const system = known[place(id)];
      if (system) systems[place(id)] = system;
      connections.delete(id);
    },
  };
}
