import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { type Document, decode, encode } from './ejson.ts';
import { Refused, storageError } from './refused.ts';
import type { Storage } from './storage.ts';
import { findDocuments, insertMany, putDocument, runStage } from './storage-data.ts';
import { applyUpdate } from './update.ts';
import { SERVICE_USER, stamp, type World } from './world.ts';

const Doc = z.record(z.string(), z.unknown());
const collectionName = z.string().min(1);
const Named = z.object({ collectionName });
const options = z.looseObject({ upsert: z.boolean().optional() }).nullish();

const Find = Named.extend({
  query: Doc.default({}),
  projection: Doc.nullish(),
  sort: Doc.nullish(),
  skip: z.int().min(0).default(0),
  limit: z.int().min(0).default(0),
});
const Aggregate = Named.extend({ pipeline: z.array(Doc) });
const InsertOne = Named.extend({ document: Doc });
const InsertMany = Named.extend({ documents: z.array(Doc).min(1), ordered: z.boolean().default(false) });
const UpdateOne = Named.extend({ filter: Doc, update: z.union([Doc, z.array(Doc)]), options });
const ReplaceOne = Named.extend({ filter: Doc, replacement: Doc, options });
const DeleteOne = Named.extend({ filter: Doc });
const IndexOptions = z.looseObject({
  unique: z.boolean().default(false),
  sparse: z.boolean().default(false),
  partialFilterExpression: Doc.nullish(),
});
const CreateIndex = Named.extend({ indexName: z.string().min(1), keys: Doc, options: IndexOptions.nullish() });
const NameOnly = z.object({ nameOnly: z.boolean().default(true) });

/** Data Storage below /svc/data-storage/api/v1; everything is a POST of extended JSON. */
export function addStorageRoutes(api: FastifyInstance, world: World, storage: Storage): void {
  const on = <S extends z.ZodType>(path: string, schema: S, answer: (body: z.output<S>) => unknown) =>
    api.post(path, (request) => ({ code: 'ok', message: '', result: encode(answer(readCall(schema, request.body))) }));

  on('/collections/list', NameOnly, ({ nameOnly }) =>
    storage.names().map((name) => (nameOnly ? name : { name, type: 'collection' })),
  );
  on('/collections/create', Named, ({ collectionName: name }) => {
    if (storage.get(name)) throw storageError(`collection ${name} already exists`);
    storage.ensure(name);
    return { success: true };
  });
  on('/data/find', Find, (body) => findDocuments(storage.get(body.collectionName), body));
  on('/data/aggregate', Aggregate, (body) =>
    body.pipeline.reduce(runStage, storage.get(body.collectionName)?.find({}) ?? []),
  );
  on('/data/insert_one', InsertOne, (body) => ({
    inserted_id: storage.ensure(body.collectionName).insert(body.document)._id,
  }));
  on('/data/insert_many', InsertMany, (body) => ({
    inserted_ids: insertMany(storage.ensure(body.collectionName), body.documents, body.ordered),
  }));
  on('/data/update_one', UpdateOne, ({ collectionName: name, filter, update, options: how }) => {
    if (Array.isArray(update)) throw storageError('Updates by pipeline are not available here', 422);
    return putDocument(storage, name, filter, how?.upsert === true, (doc, isNew) => applyUpdate(doc, update, isNew));
  });
  on('/data/replace_one', ReplaceOne, ({ collectionName: name, filter, replacement, options: how }) => {
    if (Object.keys(replacement).some((key) => key.startsWith('$')))
      throw storageError('replacement can not include $ operators');
    return putDocument(storage, name, filter, how?.upsert === true, (doc) => ({ ...replacement, _id: doc._id }));
  });
  on('/data/delete_one', DeleteOne, (body) => {
    const collection = storage.get(body.collectionName);
    const [doc] = collection?.find(body.filter) ?? [];
    if (doc) collection?.remove(doc);
    return { deleted_count: doc ? 1 : 0 };
  });
  on('/indexes/list', Named.extend(NameOnly.shape), (body) =>
    (storage.get(body.collectionName)?.indexes ?? []).map((index) =>
      body.nameOnly ? index.name : { name: index.name, key: index.key, unique: index.unique },
    ),
  );
  addAcceptedRoutes(api, world, storage);
}

/** Calls that only answer 202: what became of them is told by operation_status, a store of its own. */
function addAcceptedRoutes(api: FastifyInstance, world: World, storage: Storage): void {
  const operations = new Map<string, Document>();
  function accept(reply: FastifyReply, operation: string, work: () => void) {
    const id = randomUUID();
    let failure: string | null = null;
    try {
      work();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      failure = (error.body as { message: string }).message;
    }
    operations.set(id, {
      _id: id,
      user_id: String(SERVICE_USER),
      status: failure === null ? 'FINISHED' : 'FAILED',
      operation,
      last_updated: { $date: stamp(world.clock.now()) },
      error_message: failure,
    });
    reply.header('content-location', `/svc/data-storage/api/v1/operation_status/${id}`);
    return reply.code(202).send({ code: 'accept', message: `operation_id: ${id}` });
  }

  api.post('/indexes/create', (request, reply) => {
    const { collectionName: name, indexName, keys, options: how } = readCall(CreateIndex, request.body);
    return accept(reply, 'create_index', () =>
      storage.ensure(name).addIndex({
        name: indexName,
        key: keys,
        unique: how?.unique ?? false,
        sparse: how?.sparse ?? false,
        filter: how?.partialFilterExpression ?? null,
      }),
    );
  });
  // The vendor's own people call it unreliable: it reports success and nothing has happened.
  api.post('/data/bulk_write', (_, reply) => accept(reply, 'bulk_write', () => undefined));
  api.get<{ Params: { id: string } }>('/operation_status/:id', (request) => {
    const operation = operations.get(request.params.id);
    if (!operation) throw storageError('Operation not found', 404);
    return { code: 'ok', message: '', result: operation };
  });
}

function readCall<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const read = schema.safeParse(decode(body ?? {}));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw storageError(`${issue?.path.join('.') ?? 'body'}: ${issue?.message ?? 'invalid'}`, 422);
}
