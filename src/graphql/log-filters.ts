import type { Kind } from '../model/kind.ts';
import type { DeliveryFilter, LogFilter, RunFilter } from '../store/log-shapes.ts';
import type { EventFilter } from '../store/shapes.ts';
import type { GraphContext } from './context.ts';
import { badInput } from './errors.ts';
import type * as graph from './generated/resolvers.ts';
import { knownSystem } from './lists.ts';

type Given<T> = T | null | undefined;

const LONGEST_SEARCH = 200;

/** The events that a caller asks for. */
export function eventFilter(filter: Given<graph.SyncEventFilter>, context: GraphContext): EventFilter {
  for (const system of filter?.systems ?? []) if (system !== 'gateway') knownSystem(context, system);
  return {
    ...logFilter(filter),
    ...(filter?.systems && { systems: filter.systems }),
    ...(filter?.types && { types: kindsOf(filter.types) }),
    ...(filter?.kinds && { kinds: filter.kinds as NonNullable<EventFilter['kinds']> }),
  };
}

/** The deliveries that a caller asks for. */
export function deliveryFilter(filter: Given<graph.DeliveryFilter>, context: GraphContext): DeliveryFilter {
  if (filter?.system != null) knownSystem(context, filter.system);
  return {
    ...logFilter(filter),
    ...(filter?.system && { system: filter.system }),
    ...(filter?.types && { kinds: kindsOf(filter.types) }),
    ...(filter?.statuses && { statuses: filter.statuses }),
    ...(filter?.entityId && { entityId: filter.entityId }),
  };
}

/** The runs that a caller asks for. */
export function runFilter(filter: Given<graph.SyncRunFilter>, context: GraphContext): RunFilter {
  if (filter?.system != null) knownSystem(context, filter.system);
  return {
    ...logFilter(filter),
    ...(filter?.system && { system: filter.system }),
    ...(filter?.types && { kinds: kindsOf(filter.types) }),
    ...(filter?.states && { states: filter.states }),
  };
}

interface Common {
  readonly contactId?: Given<string>;
  readonly from?: Given<Date>;
  readonly to?: Given<Date>;
  readonly search?: Given<string>;
}

/** A search of nothing but spaces asks for nothing. */
function logFilter(filter: Given<Common>): LogFilter {
  const search = filter?.search?.trim();
  if (search && search.length > LONGEST_SEARCH)
    throw badInput(`search may be ${LONGEST_SEARCH} characters long`, ['filter', 'search']);
  return {
    ...(filter?.contactId && { contactId: filter.contactId }),
    ...(filter?.from && { from: filter.from.getTime() }),
    ...(filter?.to && { to: filter.to.getTime() }),
    ...(search && { search }),
  };
}

function kindsOf(types: readonly graph.EntityType[]): Kind[] {
  return types.map((type) => type.toLowerCase() as Kind);
}
