import type { Egress } from '../base/egress.ts';
import type { Tokens } from '../sources/oauth.ts';
import type { Source, SourceDefinition } from '../sources/source.ts';
import type { Apps } from './apps.ts';
import { connect, type Wire, wiresAsOne } from './connect.ts';
import { type Connection, createConnection, type System } from './connection.ts';
import { type FormError, readForm } from './connection-form.ts';
import type { SyncContext } from './context.ts';
import type { Roster } from './roster.ts';
import { createTokens } from './tokens.ts';

/** Settings as texts by name. */
export type Texts = Readonly<Record<string, string>>;

/** A system with its sockets, not at work yet. */
export interface Wired {
  readonly system: System & { readonly source: Source };
  readonly wire: Wire;
}

/** What wiring needs. */
export interface WiringParts {
  readonly context: SyncContext;
  readonly roster: Roster;
  readonly egress: Egress;
  readonly apps: Apps;
  attach(connection: Connection): void;
  detach(connection: Connection): Promise<void>;
}

/** Makes the connections of one workspace, and puts them to work and takes them from it while it runs. */
export interface Wiring extends Wire {
  /** By settings of the environment, which may lead anywhere: they are the operator's own word. */
  given(definition: SourceDefinition, settings: unknown): Wired;
  /** By settings that people entered, which lead to public addresses only; or what is wrong with them. */
  entered(definition: SourceDefinition, texts: Texts): Wired | { readonly errors: readonly FormError[] };
  /** By a grant whose tokens the store keeps. */
  granted(definition: SourceDefinition, texts: Texts): Wired | { readonly errors: readonly FormError[] };
  /** In the place of an earlier one. */
  putToWork(wired: Wired): Promise<void>;
  /** What it has under way is broken off: nobody waits for a system that is no longer connected. */
  takeFromWork(system: string): Promise<void>;
}

/** Wiring with nothing connected yet. */
export function createWiring({ context, roster, egress, apps, attach, detach }: WiringParts): Wiring {
  const { store, clock, random, log, calls, mappings, stopping } = context;
  const wires = new Map<string, Wire>();

  function wired(
    definition: SourceDefinition,
    settings: unknown,
    { dial, tokens }: { readonly dial?: Egress['dial']; readonly tokens?: Tokens },
  ): Wired {
    const mapping: System['mapping'] = (kind) => mappings.of(definition.id, kind);
    const tools = { clock, random, log, ...(tokens && { tokens }) };
    return connect(definition, settings, tools, { mapping, calls, ...(dial && { dial }) });
  }

  async function takeFromWork(id: string): Promise<void> {
    const [connection, wire] = [context.connections.get(id), wires.get(id)];
    if (!connection || !wire) return;
    roster.disconnect(id);
    wires.delete(id);
    wire.stop();
    wire.breakOff();
    await detach(connection);
    await wire.close();
  }

  return {
    given: (definition, settings) => wired(definition, settings, {}),
    entered(definition, texts) {
      const form = readForm(definition, texts);
      return 'errors' in form ? form : wired(definition, form.settings, { dial: egress.dial });
    },
    granted(definition, texts) {
      const { id, oauth } = definition;
      const form = readForm({ settings: oauth?.settings ?? definition.settings }, { ...apps.texts(id), ...texts });
      if ('errors' in form) return form;
      const { connections } = store;
      const parts = { system: definition, connections, oauth: apps.of(definition), clock, log, stopping };
      return wired(definition, form.settings, { tokens: createTokens(parts) });
    },
    async putToWork({ system, wire }) {
      await takeFromWork(system.id);
      const connection = createConnection(system, clock);
      wires.set(system.id, wire);
      roster.connect(connection);
      attach(connection);
    },
    takeFromWork,
    ...wiresAsOne(wires),
  };
}
