import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { listPage, listParam, withFields } from './list.ts';
import { objectOf } from './object-routes.ts';
import { invalid, REQUIRED, readBody } from './refused.ts';
import { follow, idOf, type World } from './world.ts';

type Numbered = { Params: { id: string } };

/** What the vendor can tell about; a bare event name stands for all its actions. */
const EVENTS: Readonly<Record<string, readonly string[]>> = {
  annotation_status: ['changed'],
  annotation_content: ['initialize', 'started', 'user_update', 'updated', 'confirm', 'export'],
  upload: ['created'],
  email: ['received'],
  invocation: ['scheduled', 'manual'],
};

const Config = z.object({
  url: z.url({ error: 'Enter a valid URL.' }),
  secret: z.string().nullish(),
  timeout_s: z.int().min(0).max(60).default(30),
  retry_count: z.int().min(0).max(4).default(4),
  insecure_ssl: z.boolean().default(false),
  retry_on_any_non_2xx: z.boolean().default(false),
  payload_logging_enabled: z.boolean().default(false),
});
const Hook = z.object({
  type: z.literal('webhook', REQUIRED),
  name: z.string(REQUIRED).min(1),
  queues: z.array(z.string()).default([]),
  events: z.array(z.string(), REQUIRED),
  sideload: z.array(z.string()).default([]),
  active: z.boolean().default(true),
  run_after: z.array(z.string()).default([]),
  config: z.object(Config.shape, REQUIRED),
  settings: z.record(z.string(), z.unknown()).default({}),
  metadata: z.record(z.string(), z.unknown()).default({}),
  token_owner: z.string().nullable().default(null),
});
const Patch = z.object({
  name: Hook.shape.name.optional(),
  queues: z.array(z.string()).optional(),
  events: z.array(z.string()).optional(),
  sideload: z.array(z.string()).optional(),
  active: z.boolean().optional(),
  config: z.object(Config.shape).optional(),
});

/** Hooks. They are bound to queues one by one; one without queues is never called. */
export function addHookRoutes(core: FastifyInstance, world: World): void {
  const check = ({ events = [], queues = [] }: { events?: string[] | undefined; queues?: string[] | undefined }) => {
    const unknown = events.filter((event) => !isEvent(event));
    if (unknown.length > 0) throw invalid({ events: unknown.map((event) => `"${event}" is not a valid choice.`) });
    if (queues.some((url) => !follow(world, 'queues', url)))
      throw invalid({ queues: ['Invalid hyperlink - Object does not exist.'] });
  };

  core.get('/hooks', (request) => {
    const urls = listParam(request, 'config_url');
    const queues = listParam(request, 'queue');
    const found = withFields(request, world.hooks.list(), ['id', 'name', 'type', 'active']).filter(
      (hook) =>
        (urls?.includes((hook.config as { url: string }).url) ?? true) &&
        (queues === null || (hook.queues as unknown[]).some((url) => queues.includes(idOf(url)))),
    );
    return listPage(world, request, found, { style: 'pages', orderings: ['id', 'name', 'type', 'active'] });
  });
  core.get<Numbered>('/hooks/:id', (request) => objectOf(world.hooks, request));
  core.post('/hooks', (request, reply) => {
    const body = readBody(Hook, request.body);
    check(body);
    return reply.code(201).send(world.hooks.add(body));
  });
  core.patch<Numbered>('/hooks/:id', (request) => {
    const { id } = objectOf(world.hooks, request);
    const body = readBody(Patch, request.body);
    check(body);
    return world.hooks.change(String(id), body);
  });
  core.put<Numbered>('/hooks/:id', (request) => {
    const { id } = objectOf(world.hooks, request);
    const body = readBody(Hook, request.body);
    check(body);
    return world.hooks.change(String(id), body);
  });
  core.delete<Numbered>('/hooks/:id', (request, reply) => {
    world.hooks.remove(String(objectOf(world.hooks, request).id));
    return reply.code(204).send();
  });
}

function isEvent(text: string): boolean {
  const [event = '', action] = text.split('.');
  const actions = EVENTS[event];
  return actions !== undefined && (action === undefined || actions.includes(action));
}
