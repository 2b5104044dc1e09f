import { groupBy } from '../base/group.ts';
import type { InboxItem } from '../store/shapes.ts';
import type { SyncContext } from './context.ts';
import type { Scope } from './freshness.ts';

/** The notices of one webhook; `receivedAt` in milliseconds since 1970. */
export interface Mail {
  readonly system: string;
  readonly receivedAt: number;
  readonly items: readonly InboxItem[];
}

/** Keeps the notices of a webhook: resolves when they are on the disk and nobody trusts the records they name any more. */
export type Intake = (mail: Mail) => Promise<void>;

interface Waiting {
  readonly mail: Mail;
  kept(): void;
  failed(error: unknown): void;
}

/** Webhooks that come while others wait for their commit share it: a storm costs few commits, a single one no delay. */
export function createIntake(context: SyncContext): Intake {
  let waiting: Waiting[] = [];
  let working = false;

  async function work(): Promise<void> {
    working = true;
    while (waiting.length > 0) {
      // What this round of the event loop still brings joins too.
      await new Promise((resolve) => setImmediate(resolve));
      await keepWaiting();
    }
    working = false;
  }

  async function keepWaiting(): Promise<void> {
    let group: Waiting[] = [];
    // Taken when the turn comes: until then more may join.
    const take = () => {
      [group, waiting] = [waiting, []];
      return group.map(({ mail }) => mail);
    };
    try {
      await keep(context, take);
      for (const { kept } of group) kept();
    } catch (error) {
      if (group.length === 0) take();
      await keepApart(context, group, error);
    }
  }

  return (mail) =>
    new Promise<void>((kept, failed) => {
      waiting.push({ mail, kept, failed });
      if (!working) void work();
    });
}

/** One that cannot be kept must not take its neighbours with it. */
async function keepApart(context: SyncContext, group: readonly Waiting[], error: unknown): Promise<void> {
  const [only, ...others] = group;
  if (others.length === 0) return only?.failed(error);
  for (const { mail, kept, failed } of group) await keep(context, () => [mail]).then(kept, failed);
}

async function keep(context: SyncContext, take: () => readonly Mail[]): Promise<void> {
  let mails: readonly Mail[] = [];
  await context.store.transaction(
    async (tx) => {
      mails = take();
      await tx.inbox.add(mails.flatMap(({ items }) => items));
      for (const [system, ofSystem] of groupBy(mails, (mail) => mail.system)) {
        await tx.settings.put(`lastWebhook:${system}`, Math.max(...ofSystem.map(({ receivedAt }) => receivedAt)));
      }
    },
    { urgent: true },
  );
  await doubt(
    context,
    mails.flatMap(({ items }) => items),
  );
  context.wake('inbox');
}

/** What a notice names is not trusted until it is read again. */
async function doubt(context: SyncContext, items: readonly InboxItem[]): Promise<void> {
  for (const ofKind of groupBy(items, ({ system, kind }) => `${system} ${kind}`).values()) {
    const [first] = ofKind;
    if (!first) continue;
    const scopes = new Set(ofKind.flatMap(scopesOf));
    const latest = Math.max(...ofKind.map(({ receivedAt }) => receivedAt));
    await context.freshness.doubt(first.system, first.kind, [...scopes], latest);
  }
}

function scopesOf({ recordId, contactRecordId }: InboxItem): Scope[] {
  return [`record:${recordId}`, ...(contactRecordId ? [`of:${contactRecordId}` as const] : [])];
}
