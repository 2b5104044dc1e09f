import { createHmac, randomFillSync } from 'node:crypto';

// Outbound webhooks as the Standard Webhooks specification wants them: https://www.standardwebhooks.com

/** What is sent: the id stays the same however often it is sent, so that the receiver can tell a repetition; the body goes as it is. */
export interface WebhookMessage {
  readonly id: string;
  readonly body: string;
}

const PREFIX = 'whsec_';
const SECRET_BYTES = 32;

/** A new signing secret in the form that is given to the receiver. */
export function newWebhookSecret(fill: (bytes: Uint8Array) => void = randomFillSync): string {
  const bytes = new Uint8Array(SECRET_BYTES);
  fill(bytes);
  return PREFIX + Buffer.from(bytes).toString('base64');
}

/** The headers of one attempt at that time (ms since 1970), signed with each of the secrets, so that one can be replaced without a gap. */
export function webhookHeaders(
  message: WebhookMessage,
  secrets: readonly string[],
  now: number,
): Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string> {
  const seconds = String(Math.floor(now / 1000));
  const signed = `${message.id}.${seconds}.${message.body}`;
  const signatures = secrets.map(
    (secret) => `v1,${createHmac('sha256', keyOf(secret)).update(signed).digest('base64')}`,
  );
  return { 'webhook-id': message.id, 'webhook-timestamp': seconds, 'webhook-signature': signatures.join(' ') };
}

function keyOf(secret: string): Buffer {
  return Buffer.from(secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret, 'base64');
}

const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000];

/** The specification's schedule: the wait before each attempt, the first one's included; three days in all. */
export const WEBHOOK_WAITS_MS: readonly number[] = [
  0,
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

/** Up to a tenth more, so that what failed together is not sent together again. */
const JITTER = 0.1;

/** The wait after that many failed attempts, in milliseconds; null where it is given up. */
export function webhookWaitMs(attempts: number, random: () => number): number | null {
  const wait = WEBHOOK_WAITS_MS[attempts];
  return wait === undefined ? null : Math.round(wait * (1 + JITTER * random()));
}
