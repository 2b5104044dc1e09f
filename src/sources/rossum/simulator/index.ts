import type { FastifyInstance } from 'fastify';
import {
  createHost,
  type Simulator,
  type SimulatorDefinition,
  type SimulatorOptions,
  type Table,
} from '../../simulator.ts';
import { type Annotations, createAnnotations } from './annotation.ts';
import { addAnnotationRoutes } from './annotation-routes.ts';
import { annotationTable } from './annotation-table.ts';
import { CREDENTIALS, createAuth } from './auth.ts';
import { addContentRoutes } from './content-routes.ts';
import { createEmit, type Emit, WEBHOOK_SECRET } from './emit.ts';
import { addHookRoutes } from './hook-routes.ts';
import { addLabelRoutes, labelTable } from './label-routes.ts';
import { addNoteRoutes } from './note-routes.ts';
import { addObjectRoutes } from './object-routes.ts';
import { Refused, speakOwnErrors, storageError } from './refused.ts';
import { COLLECTIONS, seedStorage } from './seed.ts';
import { seedDocuments } from './seed-documents.ts';
import { createStorage, type Storage } from './storage.ts';
import { addStorageRoutes } from './storage-routes.ts';
import { storageTable } from './storage-table.ts';
import { createWorld, type World } from './world.ts';

/** A running Rossum organisation. */
export interface RossumSimulator extends Simulator {
  /** Turns /notes into 404, as the vendor's newest documents suggest it may be. */
  notesMissing: boolean;
}

const CODES: Readonly<Record<number, string>> = {
  400: 'bad_request',
  401: 'authentication_failed',
  404: 'not_found',
  429: 'rate_limited',
};

function coreError(status: number, detail: string): Refused {
  return new Refused(status, { detail, code: CODES[status] ?? 'error' });
}

/** What the routes of both APIs work on. */
interface Parts {
  readonly world: World;
  readonly storage: Storage;
  readonly labels: Table;
  readonly annotations: Annotations;
  readonly limited: boolean;
}

async function start({ port, people, clock, limited = true }: SimulatorOptions): Promise<RossumSimulator> {
  const world = createWorld(clock);
  const storage = createStorage(clock);
  const labels = labelTable(world);
  // The webhooks go out through the host, which must know the tables first.
  let emit: Emit = () => undefined;
  const tell: Emit = (...event) => emit(...event);
  const annotations = createAnnotations(world, tell);
  const documents = annotationTable(world, annotations, tell);
  const rows = Object.fromEntries(COLLECTIONS.map((name) => [name, storageTable(world, storage, name)]));
  const tables = { ...rows, labels, annotations: documents };
  const host = createHost('Rossum', tables, clock);
  const notes = { missing: false };
  addApis(host.app, { world, storage, labels, annotations, limited }, () => notes.missing);

  world.origin = await host.listen(port);
  seedStorage(storage, people);
  seedDocuments(world, people, labels, documents);
  emit = createEmit(world, host);
  const { app, faults, calls, webhooks } = host;
  return {
    url: world.origin,
    settings: settingsOf(world),
    tables,
    faults,
    calls,
    webhooks,
    get notesMissing() {
      return notes.missing;
    },
    set notesMissing(missing) {
      notes.missing = missing;
    },
    close: () => app.close(),
  };
}

/** The core API and Data Storage: one organisation, one limit, two manners of refusing. */
function addApis(app: FastifyInstance, parts: Parts, notesMissing: () => boolean) {
  const { world, storage, labels, annotations, limited } = parts;
  const auth = createAuth(world, limited);
  app.register(
    async (core) => {
      speakOwnErrors(core, coreError);
      core.addHook('preHandler', async (request, reply) => {
        if (request.routeOptions.url === '/api/v1/auth/login') return;
        auth.admit(request, reply, ['Bearer', 'Token'], coreError);
      });
      auth.addRoutes(core);
      addObjectRoutes(core, world);
      addAnnotationRoutes(core, world, annotations);
      addContentRoutes(core, world, annotations);
      addLabelRoutes(core, world, labels);
      addNoteRoutes(core, world, notesMissing);
      addHookRoutes(core, world);
    },
    { prefix: '/api/v1' },
  );
  app.register(
    async (api) => {
      const refuse = (status: number, message: string) => storageError(message, status);
      speakOwnErrors(api, refuse);
      api.addHook('preHandler', async (request, reply) => auth.admit(request, reply, ['Bearer'], refuse));
      addStorageRoutes(api, world, storage);
    },
    { prefix: '/svc/data-storage/api/v1' },
  );
}

function settingsOf(world: World): Record<string, string> {
  const queues = world.queues.list().map(({ id }) => id);
  return {
    ROSSUM_BASE_URL: world.origin,
    ROSSUM_USERNAME: CREDENTIALS.username,
    ROSSUM_PASSWORD: CREDENTIALS.password,
    ROSSUM_QUEUE_IDS: queues.join(','),
    ROSSUM_WEBHOOK_SECRET: WEBHOOK_SECRET,
  };
}

/** Rossum, with its core API and Data Storage on one address, written from the vendor's documents. */
export const simulator = { id: 'rossum', name: 'Rossum', start } satisfies SimulatorDefinition;
