import type { AlertCondition } from '../../src/model/alert.ts';
import { createFastClock, type FastClock } from '../support/fast-clock.ts';
import { samplePeople } from '../support/people.ts';
import { type Receiver, startReceiver } from '../support/receiver.ts';
import { startWorld, type World, type WorldOptions } from '../support/world.ts';
import { CREATE_TARGET, SET_ALERT_RULE } from './alert-documents.ts';

/** A gateway over HighLevel, and a receiver of its webhooks. */
export interface AlertScene {
  readonly world: World;
  readonly clock: FastClock;
  readonly receiver: Receiver;
  /** The receiver as a target, with its secret. */
  readonly target: { readonly id: string; readonly secret: string };
}

/** The JSON of an alert as a webhook brings it. */
export interface Told {
  readonly type: string;
  readonly timestamp: string;
  readonly data: {
    readonly id: string;
    readonly alert: string;
    readonly state: string;
    readonly system: string | null;
    readonly message: string;
    readonly since: string;
    readonly link: string | null;
  };
}

/** A little more than the pause between two looks. */
export const LOOK = 31_000;

const receivers: Receiver[] = [];

/** Starts one; `closeReceivers` ends the receivers. */
export async function alertScene(options: WorldOptions = {}): Promise<AlertScene> {
  const clock = createFastClock();
  const receiver = await startReceiver();
  receivers.push(receiver);
  const env = {
    SYNC_EVERY: '200h',
    ALLOW_PRIVATE_HOSTS: '127.0.0.1',
    PUBLIC_URL: 'https://t.example.com',
    ...options.env,
  };
  const world = await startWorld({ systems: ['ghl'], people: () => samplePeople(2), clock, ...options, env });
  const input = { name: 'The pager', via: 'WEBHOOK' as const, url: receiver.url };
  const { data } = await world.query(CREATE_TARGET, { input });
  const made = data?.createAlertTarget;
  return { world, clock, receiver, target: { id: made?.alertTarget?.id ?? '', secret: made?.secret ?? '' } };
}

/** Ends all receivers that are still open. */
export async function closeReceivers(): Promise<void> {
  await Promise.all(receivers.splice(0).map((receiver) => receiver.close()));
}

/** Makes a rule that tells the receiver; answers its id. */
export async function watch({ world, target }: AlertScene, condition: AlertCondition): Promise<string> {
  const input = { name: `Watches ${condition.on}`, condition, targets: [target.id] };
  const { data } = await world.query(SET_ALERT_RULE, { input });
  if (!data?.setAlertRule.alertRule) throw new Error(JSON.stringify(data?.setAlertRule.userErrors));
  return data.setAlertRule.alertRule.id;
}

/** What the n-th webhook says, when it has come and the gateway knows that it has. */
export async function told(scene: AlertScene, nth: number): Promise<Told> {
  const { body, headers } = await scene.receiver.nth(nth);
  const { messages } = scene.world.running.gateway.sync.store;
  const id = headers['webhook-id'] ?? '';
  while ((await messages.get([id])).get(id)?.status === 'QUEUED') await nextRound();
  return JSON.parse(body) as Told;
}

/** Resolves when nothing waits to be sent to the receiver. */
export async function allTold({ world, target }: AlertScene): Promise<void> {
  const { messages } = world.running.gateway.sync.store;
  while ((await messages.counts()).get(target.id)?.queued) await nextRound();
}

/** Lets everything else that can go on do so. */
function nextRound(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** An event as if something had told it just now. */
export function logAlert(
  { world, clock }: Pick<AlertScene, 'world' | 'clock'>,
  reason: 'massDelete' | 'ruleLoop' | null,
  message: string,
) {
  const about = { type: null, entityId: null, contactId: null, changes: [], actor: null, runId: null };
  const event = { at: clock.now(), kind: 'ALERT', origin: 'ghl', system: 'ghl', correlationId: 'cor_1' } as const;
  return world.running.gateway.sync.store.events.append([{ ...about, ...event, message, reason }]);
}

/** What the next attempt at a message to the receiver comes to, and the wait before another. */
export function nextOutcome({ world, clock, target }: AlertScene) {
  const { messages } = world.running.gateway.sync.store;
  const { settle } = messages;
  return new Promise<{ status: string; error: string | null; waitMs: number | null }>((resolve) => {
    Object.assign(messages, {
      async settle(...[id, outcome]: Parameters<typeof settle>) {
        const waitMs = outcome.nextAttemptAt === null ? null : outcome.nextAttemptAt - clock.now();
        await settle(id, outcome);
        if ((await messages.get([id])).get(id)?.targetId !== target.id) return;
        Object.assign(messages, { settle });
        resolve({ status: outcome.status, error: outcome.error, waitMs });
      },
    });
  });
}
