import { Problem } from '../base/errors.ts';
import type { Delivery, Entity } from '../store/shapes.ts';
import type { Connection } from './connection.ts';
import type { SyncContext } from './context.ts';
import { stored } from './deliver.ts';
import { type Ledger, writableFields } from './ledger.ts';
import { canWrite } from './writable.ts';
import { notHeld } from './write.ts';

/** A caller's change, as far as the systems are concerned. */
export interface RoutedChange {
  readonly context: SyncContext;
  readonly ledger: Ledger;
  readonly entity: Entity;
  readonly operation: Delivery['operation'];
  /** The fields an update sets. */
  readonly fields: readonly string[];
  /** The systems that hold the entity. */
  readonly keepers: ReadonlySet<string>;
  /** The systems that hold its contact or are about to; null where it belongs to none. */
  readonly reachable: ReadonlySet<string> | null;
  /** The caller named the systems: one that does not hold the entity yet is to get it, whatever the policy. */
  readonly named: boolean;
  /** Why a creation does not go to that system by policy, in words; null: it does. */
  readonly barred: (system: string) => string | null;
  /** True if the change makes the entity belong into that system by policy. */
  readonly cameToBelong: (system: string) => boolean;
}

/** Queues what a system must be told of a change, or says at once in a receipt why it is told nothing. */
export function route(change: RoutedChange, system: string): void {
  const { context, operation, keepers, named } = change;
  const connection = context.connections.get(system);
  if (!connection) return refuse(change, system, 'FAILED', notConnected(context, system));
  if (operation === 'create') {
    const why = named ? null : change.barred(system);
    return why === null
      ? routeCreate(change, connection)
      : refuse(change, system, 'SKIPPED', barredBy(connection, why));
  }
  if (keepers.has(system))
    return operation === 'remove' ? routeRemove(change, connection) : routeUpdate(change, connection);
  if (operation === 'update' && (named || change.cameToBelong(system))) return routeCreate(change, connection);
  refuse(change, system, 'SKIPPED', operation === 'update' ? notHeld(connection) : null);
}

function routeCreate(change: RoutedChange, connection: Connection): void {
  const { entity, ledger, reachable } = change;
  if (!connection.source.collections[entity.kind]?.write?.create) return refuseWrite(change, connection, 'create', []);
  if (reachable && !reachable.has(connection.id))
    return refuse(change, connection.id, 'SKIPPED', contactNotHeld(connection));
  ledger.deliver(entity, connection.id, 'create', writableFields(entity));
}

function routeRemove(change: RoutedChange, connection: Connection): void {
  const { entity, ledger } = change;
  if (!connection.source.collections[entity.kind]?.write?.remove) return refuseWrite(change, connection, 'delete', []);
  ledger.deliver(entity, connection.id, 'remove', []);
}

function routeUpdate(change: RoutedChange, connection: Connection): void {
  const { entity, ledger, fields } = change;
  const left = fields.filter((field) => !canWrite(connection, entity.kind, field, 'updates'));
  const writes = connection.source.collections[entity.kind]?.write?.update;
  if (!writes || (fields.length > 0 && left.length === fields.length))
    return refuseWrite(change, connection, 'change', left);
  ledger.deliver(entity, connection.id, 'update', fields, { unsupportedFields: left });
}

function refuseWrite(change: RoutedChange, connection: Connection, verb: string, left: readonly string[]): void {
  const what = left.length > 0 ? `${left.join(', ')} of this ${change.entity.kind}` : `this ${change.entity.kind}`;
  const problem = new Problem('UNSUPPORTED', `${connection.name} cannot ${verb} ${what} through its API`, 'never');
  refuse(change, connection.id, 'UNSUPPORTED', problem, left);
}

/** A receipt without a write. */
function refuse(
  { ledger, entity, operation }: RoutedChange,
  system: string,
  status: 'FAILED' | 'SKIPPED' | 'UNSUPPORTED',
  problem: Problem | null,
  unsupportedFields: readonly string[] = [],
): void {
  const error = problem && stored(problem);
  ledger.deliver(entity, system, operation, [], { status, error, unsupportedFields, nextAttemptAt: null });
}

function notConnected(context: SyncContext, system: string): Problem {
  const name = context.systems.find((candidate) => candidate.id === system)?.name ?? system;
  return new Problem('NOT_CONNECTED', `${name} is not connected; set its environment variables and restart`, 'never');
}

function contactNotHeld(connection: Connection): Problem {
  const text = `${connection.name} does not hold the contact this belongs to; update the contact with systems: ["${connection.id}"] to create it there`;
  return new Problem('NOT_FOUND', text, 'never');
}

function barredBy(connection: Connection, why: string): Problem {
  const text = `Not created in ${connection.name}: ${why}; name "${connection.id}" in systems to create it there all the same`;
  return new Problem('REFUSED', text, 'never', { system: connection.id });
}
