import { z } from 'zod';
import { toProblem } from '../../base/errors.ts';
import type { Logger } from '../../base/logger.ts';
import { type Client, parsed } from './client.ts';
import type { Ejson } from './ejson.ts';

/** A document of a Data Storage collection, in Extended JSON. */
export type Row = Readonly<Record<string, Ejson>>;

/** What to find; `limit` 0 brings all. */
export interface Find {
  readonly query: Row;
  readonly sort?: Readonly<Record<string, 1 | -1>>;
  readonly limit?: number;
}

/** One collection of the organisation's Data Storage. */
export interface Storage {
  /** A read of a missing collection finds nothing. */
  find(find: Find): Promise<readonly Row[]>;
  /** Not safe to repeat by itself: an answer that got lost is AMBIGUOUS. */
  insert(document: Row): Promise<void>;
  /** Answers whether a row matched. Repeated when an answer gets lost, so that the caller must know its own work again. */
  update(filter: Row, update: Row): Promise<boolean>;
}

const Found = z.object({ result: z.array(z.record(z.string(), z.unknown())).nullish() });
const Updated = z.object({ result: z.object({ matched_count: z.coerce.number() }) });

/** The vendor's own clients give these calls 30 s; the service itself cuts a find at 120 s. */
const TIMEOUT_MS = 30_000;

const INDEXES = [
  // Sparse, because rows that people upload carry no gid and must not collide over its absence.
  { indexName: 'gateway_gid', keys: { gid: 1 }, options: { unique: true, sparse: true } },
  { indexName: 'gateway_changes', keys: { updated_at: 1, _id: 1 } },
];

/** Opens a collection; it need not exist, the first insert makes it. */
export function openStorage(client: Client, collectionName: string, log: Logger): Storage {
  const call = (path: string, json: object, idempotent: boolean, shared = false) =>
    client.call({
      method: 'POST',
      path: `/svc/data-storage/api/v1/${path}`,
      json: { collectionName, ...json },
      idempotent,
      shared,
      timeoutMs: TIMEOUT_MS,
    });
  let indexed: Promise<unknown> | null = null;

  /** Indexes make reads fast and creates unique, but the gateway works without: a role that may not make them is told of, not stopped. */
  async function makeIndex(index: object): Promise<void> {
    try {
      await call('indexes/create', index, true);
    } catch (error) {
      log.warn({ collection: collectionName, code: toProblem(error).code }, 'an index could not be created');
    }
  }

  function prepared(): Promise<unknown> {
    indexed ??= Promise.all(INDEXES.map(makeIndex));
    return indexed;
  }

  return {
    async find({ query, sort, limit = 0 }) {
      const body = await call('data/find', { query, limit, ...(sort ? { sort } : {}) }, true, true);
      return parsed(Found, body, 'a list of rows').result ?? [];
    },
    async insert(document) {
      await prepared();
      await call('data/insert_one', { document, waitForFullWrite: true }, false);
    },
    async update(filter, update) {
      await prepared();
      const body = await call('data/update_one', { filter, update, waitForFullWrite: true }, true);
      return parsed(Updated, body, 'the result of an update').result.matched_count > 0;
    },
  };
}
