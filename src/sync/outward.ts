import type { Egress } from '../base/egress.ts';
import type { Mailer } from '../base/mail.ts';
import type { PostWebhook } from '../base/webhook-post.ts';

/** The ways out to targets. */
export interface Outward {
  readonly post: PostWebhook;
  /** Null: no mail server is set. */
  readonly mailer: Mailer | null;
  /** What is wrong with the address of a webhook, in words that follow its name; null: nothing that could be told beforehand. */
  readonly refusal: Egress['refusal'];
  /** Where people find the gateway; null where nobody said. */
  readonly publicUrl: string | null;
}
