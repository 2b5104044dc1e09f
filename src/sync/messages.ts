import { type Problem, toProblem } from '../base/errors.ts';
import { webhookWaitMs } from '../base/standard-webhook.ts';
import type { KeptTarget, Message } from '../store/alert-shapes.ts';
import type { Store } from '../store/store.ts';
import type { SyncContext } from './context.ts';
import { Ledger } from './ledger.ts';
import { isOfFiring, noteAnswer } from './rule-answer.ts';
import { type Sendable, sendTo } from './send.ts';
import type { Job } from './worker.ts';

/** Longer than the slowest attempt. */
const LEASE_MS = 2 * 60_000;
const AT_ONCE = 10;
/** Settled messages are remembered for so long: a cause that comes again within it is told once. */
const REMEMBERED_MS = 30 * 86_400_000;
const HOUR_MS = 3_600_000;

/** What a message is about and whom it goes to. `data` must hold no personal data that the targets are not meant to get. */
export interface Announcement {
  readonly targetIds: readonly string[];
  /** Messages of one thread reach a target in order. */
  readonly thread: string;
  /** The same cause reaches a target once. */
  readonly cause: string;
  readonly type: string;
  readonly at: number;
  readonly data: Readonly<Record<string, unknown>>;
  readonly subject: string;
  readonly words: string;
}

/** Queues a message to each of the targets, in the transaction of what it tells of: both are kept or neither. Wake the context afterwards. */
export async function announce(context: SyncContext, tx: Store, announcement: Announcement): Promise<void> {
  const { targetIds, thread, cause, type, at, data, subject, words } = announcement;
  const now = context.clock.now();
  const body = JSON.stringify({ type, timestamp: new Date(at).toISOString(), data });
  const settled = { status: 'QUEUED', attempts: 0, nextAttemptAt: now, error: null, settledAt: null } as const;
  await tx.messages.add(
    targetIds.map((targetId) => ({
      id: context.newId('msg'),
      targetId,
      thread,
      cause,
      type,
      subject,
      words,
      body,
      createdAt: now,
      ...settled,
    })),
  );
}

/** Sends what is due; what fails is sent again as the Standard Webhooks specification suggests, for three days, by whatever way. */
export function messageJob(context: SyncContext): Job {
  const { messages, targets } = context.store;
  let tidyAt = 0;
  /** As the last round found it: every commit of the gateway wakes this, so it must cost next to nothing. */
  let due: number | null = null;
  return {
    name: 'messages',
    async work() {
      const now = context.clock.now();
      due = await messages.nextDue();
      if (due === null || due > now) return 0;
      if (now >= tidyAt) await messages.forget(now - REMEMBERED_MS);
      tidyAt = Math.max(tidyAt, now + HOUR_MS);
      const claimed = await messages.claim({ now, leaseMs: LEASE_MS, limit: AT_ONCE });
      const known = new Map((await targets.all()).map((target) => [target.id, target]));
      await Promise.all(claimed.map((message) => attempt(context, known.get(message.targetId), message)));
      return claimed.length;
    },
    nextDue: async () => due,
  };
}

async function attempt(context: SyncContext, target: KeptTarget | undefined, message: Message): Promise<void> {
  if (!target) return end(context, message, 'A target that is gone', 'The target is gone');
  if (!target.enabled) return end(context, message, target.name, 'The target is switched off');
  try {
    const answer = await sendTo(context, target, message);
    if (answer === 'gone') return await retire(context, target, message);
    await end(context, message, target.name, null);
  } catch (thrown) {
    const problem = toProblem(thrown);
    if (problem.code === 'INTERNAL') context.log.error({ target: target.id, err: thrown }, 'a message failed inside');
    await postpone(context, target, message, problem);
  }
}

async function postpone(context: SyncContext, target: KeptTarget, message: Message, problem: Problem): Promise<void> {
  const now = context.clock.now();
  const wait = problem.retry === 'never' ? null : webhookWaitMs(message.attempts, context.random);
  if (wait === null) return giveUp(context, target, message, problem.message);
  const asked = typeof problem.retry === 'object' ? problem.retry.afterMs : 0;
  await context.store.messages.settle(message.id, {
    status: 'QUEUED',
    error: problem.message,
    nextAttemptAt: now + Math.max(wait, asked),
    settledAt: null,
  });
}

function giveUp(context: SyncContext, target: KeptTarget, message: Message, error: string): Promise<void> {
  return settleTold(context, target, message, error, `A message to ${target.name} was given up: ${error}`);
}

/** The target wants nothing any more: it is switched off, until a person switches it on again. */
async function retire(context: SyncContext, target: KeptTarget, message: Message): Promise<void> {
  await switchOff(context, target.id);
  await settleTold(context, target, message, GONE, `${target.name} was switched off: ${GONE}`);
}

const GONE = 'It answered 410 Gone, which means that nothing is to be sent there any more';

/** Switches a target off that answered 410, with the reason. */
export async function switchOff(context: SyncContext, id: string): Promise<void> {
  await context.store.transaction(async (tx) => {
    const target = (await tx.targets.all()).find((one) => one.id === id);
    if (target) await tx.targets.put([{ ...target, enabled: false, whyOff: GONE }]);
  });
}

/** Ends a message for good. The rule that sent it, if one did, is told with it: both are kept or neither. */
async function end(context: SyncContext, message: Message, target: string, error: string | null): Promise<void> {
  if (!isOfFiring(message)) return settle(context, context.store, message, error);
  await context.store.transaction(async (tx) => {
    await settle(context, tx, message, error);
    await noteAnswer(tx, message, target, error);
  });
  context.wake();
}

function settle({ clock }: SyncContext, tx: Store, { id }: Message, error: string | null): Promise<void> {
  const status = error === null ? 'SENT' : 'FAILED';
  return tx.messages.settle(id, { status, error, nextAttemptAt: null, settledAt: clock.now() });
}

async function settleTold(
  context: SyncContext,
  target: KeptTarget,
  message: Message,
  error: string,
  said: string,
): Promise<void> {
  const { id } = message;
  context.log.warn({ message: id }, said);
  await context.store.transaction(async (tx) => {
    await settle(context, tx, message, error);
    if (isOfFiring(message)) await noteAnswer(tx, message, target.name, error);
    const cause = { origin: 'gateway', actor: null, runId: null, correlationId: id };
    const ledger = new Ledger(context, cause);
    ledger.event('ALERT', null, { message: said, reason: 'target' });
    await ledger.flush(tx);
  });
  context.wake();
}

/** Sends a message made up for the purpose at once and once; answers in words what came of it. */
export async function sendTest(
  context: SyncContext,
  target: KeptTarget,
): Promise<{ delivered: boolean; result: string }> {
  const id = context.newId('msg');
  const words = `This is a test of the target "${target.name}". Nothing has happened.`;
  const timestamp = new Date(context.clock.now()).toISOString();
  const data = { target: target.name, message: words, link: context.outward.publicUrl };
  const message: Sendable = {
    id,
    subject: `[Tributary] Test of ${target.name}`,
    words,
    body: JSON.stringify({ type: 'alert.test', timestamp, data }),
  };
  try {
    if ((await sendTo(context, target, message)) === 'taken') return { delivered: true, result: DELIVERED[target.via] };
    await switchOff(context, target.id);
    return { delivered: false, result: `${GONE}; the target was switched off` };
  } catch (thrown) {
    const problem = toProblem(thrown);
    if (problem.code === 'INTERNAL') throw problem;
    return { delivered: false, result: problem.message };
  }
}

const DELIVERED: Readonly<Record<KeptTarget['via'], string>> = {
  webhook: 'The address took the signed test message',
  email: 'The mail server took the test message; see whether it arrives',
  log: 'The test message stands in the log',
};
