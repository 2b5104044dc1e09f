import { createHmac, randomUUID } from 'node:crypto';
import type { Row, SimulatorHost } from '../../simulator.ts';
import { sideload } from './annotation-view.ts';
import { follow, stamp, urlOf, type World } from './world.ts';

/** The events that are simulated; the vendor has none for labels, notes, metadata or Data Storage. */
export type HookEvent = 'annotation_status.changed' | 'annotation_content.initialize';

/** Tells the hooks of an annotation's queue; `view` is the annotation as this event shows it, `extra` what goes beside. */
export type Emit = (event: HookEvent, view: Row, extra?: Row) => void;

/** The secret of the hook that the simulator's own webhook address stands for. */
export const WEBHOOK_SECRET = 'simulated-hook-secret';

/** That hook's id; no hook made through the API has it. */
const HOUSE_HOOK = 1;
const ATTEMPTS = 5;
const RETRY_AFTER_MS = 500;
const RETRIED = [408, 429, 500, 502, 503, 504];

/** Webhooks of an organisation; sending never makes a call wait. */
export function createEmit(world: World, host: SimulatorHost): Emit {
  return (event, view, extra = {}) => {
    const body = (hook: unknown, more: Row = {}) =>
      JSON.stringify(payload(world, event, view, hook, { ...extra, ...more }));
    const house = body(urlOf(world, 'hooks', HOUSE_HOOK));
    host.send(house, signature(house, WEBHOOK_SECRET), ATTEMPTS);
    for (const hook of world.hooks.list().filter((one) => listens(one, event, view))) {
      const config = hook.config as Row;
      const text = body(hook.url, sideload(world, hook.sideload as string[], [view]));
      const headers = typeof config.secret === 'string' ? signature(text, config.secret) : {};
      if (!host.webhooks.lost) deliver(world, config, text, headers, 1 + Number(config.retry_count));
    }
  };
}

function listens(hook: Row, event: HookEvent, view: Row): boolean {
  const events = hook.events as string[];
  const isOf = events.includes(event) || events.includes(event.split('.')[0] ?? event);
  return hook.active === true && isOf && (hook.queues as unknown[]).includes(view.queue);
}

function payload(world: World, event: HookEvent, view: Row, hook: unknown, extra: Row): Row {
  const [name, action] = event.split('.');
  const { annotations: _, ...document } = follow(world, 'documents', view.document) ?? {};
  return {
    request_id: randomUUID(),
    timestamp: stamp(world.clock.now()),
    base_url: world.origin,
    rossum_authorization_token: null,
    hook,
    settings: {},
    secrets: {},
    action,
    event: name,
    annotation: view,
    document,
    ...extra,
  };
}

function signature(body: string, secret: string): Record<string, string> {
  const digest = createHmac('sha256', secret).update(body).digest('hex');
  return { 'x-rossum-signature-sha256': `sha256=${digest}` };
}

function deliver(world: World, config: Row, body: string, headers: Record<string, string>, attempts: number): void {
  const impatience = new AbortController();
  const calm = world.clock.after(Number(config.timeout_s) * 1000, () => impatience.abort());
  const again = () => {
    calm();
    if (attempts > 1) world.clock.after(RETRY_AFTER_MS, () => deliver(world, config, body, headers, attempts - 1));
  };
  fetch(String(config.url), {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
    signal: impatience.signal,
  }).then((answer) => {
    const failed = config.retry_on_any_non_2xx === true ? !answer.ok : RETRIED.includes(answer.status);
    if (failed) again();
    else calm();
  }, again);
}
