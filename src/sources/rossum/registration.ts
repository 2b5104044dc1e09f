import { z } from 'zod';
import { Problem } from '../../base/errors.ts';
import { path } from '../../base/path.ts';
import type { Registered, Registration } from '../source.ts';
import { lastSegment } from './annotation.ts';
import { type Client, parsed } from './client.ts';
import type { Settings } from './settings.ts';
import { HOOK_EVENTS } from './webhooks.ts';

const Hook = z.object({
  id: z.number().int(),
  active: z.boolean(),
  queues: z.array(z.string()),
  events: z.array(z.string()),
  config: z.looseObject({ url: z.string().nullish(), secret: z.string().nullish() }),
});
type Hook = z.output<typeof Hook>;

/** One hook for all configured queues, found again by its address. Queues and events that others added to it stay. */
export function createRegistration(client: Client, set: Settings): Registration {
  const { ROSSUM_BASE_URL: origin, ROSSUM_QUEUE_IDS: queueIds, ROSSUM_WEBHOOK_SECRET: secrets } = set;
  return {
    instructions: (url) => [
      'In Rossum open Extensions, add a webhook and give it:',
      `URL: ${url}`,
      `Events: ${HOOK_EVENTS.join(', ')}`,
      'Queues: those of ROSSUM_QUEUE_IDS',
      'Secret: a long random text; set the same as ROSSUM_WEBHOOK_SECRET',
    ],
    async register(url) {
      const [secret] = secrets;
      if (!secret) throw missing('ROSSUM_WEBHOOK_SECRET', 'to a long random text; the hook is made with it');
      if (queueIds.length === 0) throw missing('ROSSUM_QUEUE_IDS', 'to the queues whose documents are to be told of');
      const queues = queueIds.map((id) => `${origin}/api/v1/queues/${id}`);
      const found = await findHook(client, url);
      const id = found ? await mend(client, found, queues, secret) : await make(client, url, queues, secret);
      return queueIds.map((queue): Registered => {
        const outcome = !found || !holds(found.queues, queue) ? 'made' : isRight(found, secret) ? 'right' : 'changed';
        return { what: `queue ${queue}, hook ${id}`, outcome };
      });
    },
  };
}

async function findHook(client: Client, url: string): Promise<Hook | undefined> {
  const found = await client.all('/api/v1/hooks', { config_url: url, type: 'webhook', page_size: 100 });
  return found.map((hook) => parsed(Hook, hook, 'a hook')).find((hook) => hook.config.url === url);
}

async function make(client: Client, url: string, queues: readonly string[], secret: string): Promise<number> {
  const json = {
    type: 'webhook',
    name: 'Tributary',
    queues,
    events: HOOK_EVENTS,
    active: true,
    sideload: [],
    run_after: [],
    config: { url, secret, timeout_s: 30, retry_count: 4, insecure_ssl: false },
    token_owner: null,
  };
  return parsed(Hook, await client.call({ method: 'POST', path: '/api/v1/hooks', json }), 'a hook').id;
}

/** Sends what is wrong only; the rest of the hook's configuration goes along as it was. */
async function mend(client: Client, hook: Hook, queues: readonly string[], secret: string): Promise<number> {
  const lacking = queues.filter((queue) => !holds(hook.queues, lastSegment(queue)));
  if (lacking.length === 0 && isRight(hook, secret)) return hook.id;
  const json = {
    active: true,
    queues: [...hook.queues, ...lacking],
    events: [...new Set([...hook.events, ...HOOK_EVENTS])],
    config: { ...hook.config, secret },
  };
  await client.call({ method: 'PATCH', path: path`/api/v1/hooks/${String(hook.id)}`, json, idempotent: true });
  return hook.id;
}

function isRight(hook: Hook, secret: string): boolean {
  return hook.active && hook.config.secret === secret && HOOK_EVENTS.every((event) => hook.events.includes(event));
}

function holds(queues: readonly string[], id: string): boolean {
  return queues.some((queue) => lastSegment(queue) === id);
}

function missing(variable: string, advice: string): Problem {
  return new Problem('INVALID', `${variable} is not set: set it ${advice}`, 'never', { system: 'rossum' });
}
