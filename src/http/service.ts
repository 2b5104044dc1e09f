import type { GraphQLSchema } from 'graphql';
import type { Logger } from '../base/logger.ts';
import type { Objections } from '../graphql/objections.ts';
import type { NameCaller } from './caller.ts';
import type { Places } from './places.ts';
import type { Rate } from './rate.ts';
import type { TrustedDocuments } from './trusted.ts';
import type { UnderWay } from './under-way.ts';
import type { Identify } from './visit.ts';

/** What an operator lets callers do; read from the configuration. */
export interface Guard {
  /** Does the schema answer questions about itself, and do errors suggest what may have been meant? */
  readonly introspection: boolean;
  readonly mostCost: number;
  /** Null: as many as they like. */
  readonly requestsPerMinute: number | null;
  /** How many sockets and streams a caller may hold open. */
  readonly mostStreams: number;
  /** Origins whose pages may use the graph from a browser. */
  readonly corsOrigins: readonly string[];
  /** Networks of the proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  readonly documents: TrustedDocuments;
}

/** How callers come in. */
export interface Entrance {
  readonly guard: Guard;
  readonly identify: Identify;
  readonly log: Logger;
}

/** Where they are received: who asks, from where, and how often already. */
export interface Reception extends Entrance {
  readonly rate: Rate;
  readonly nameCaller: NameCaller;
}

/** What every transport of the graph serves with. */
export interface Service extends Reception {
  readonly schema: GraphQLSchema;
  readonly objections: Objections;
  readonly places: Places;
  /** Operations that are no subscriptions, by the request or socket that they came with. */
  readonly underWay: UnderWay<object>;
}
