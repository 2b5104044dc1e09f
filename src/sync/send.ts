import { Problem } from '../base/errors.ts';
import type { WebhookAnswer } from '../base/webhook-post.ts';
import type { KeptTarget, Message } from '../store/alert-shapes.ts';
import type { SyncContext } from './context.ts';

/** As much of a message as is sent. */
export type Sendable = Pick<Message, 'id' | 'subject' | 'words' | 'body'>;

/** Sends a message by its target's way, once; rejects with a Problem that says in words what came of it and whether to try again. */
export async function sendTo(context: SyncContext, target: KeptTarget, message: Sendable): Promise<WebhookAnswer> {
  const { outward, log } = context;
  switch (target.via) {
    case 'webhook':
      return outward.post({ url: target.url ?? '', secrets: secretsOf(target, context.clock.now()) }, message);
    case 'email': {
      if (!outward.mailer)
        throw new Problem('NOT_CONNECTED', 'No mail server is set; set SMTP_URL and SMTP_FROM', 'never');
      const { id, subject, words } = message;
      await outward.mailer.send({ id, recipients: target.recipients, subject, text: words });
      return 'taken';
    }
    case 'log':
      log.warn({ message: message.id, target: target.id }, message.words);
      return 'taken';
  }
}

/** The newest first; the one before signs too while it is still good. */
function secretsOf({ secret, oldSecret, oldSecretUntil }: KeptTarget, now: number): readonly string[] {
  const old = oldSecretUntil !== null && oldSecretUntil > now ? oldSecret : null;
  return [secret, old].filter((one) => one !== null);
}
