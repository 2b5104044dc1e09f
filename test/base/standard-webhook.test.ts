import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/base/clock.ts';
import { newWebhookSecret, WEBHOOK_WAITS_MS, webhookHeaders, webhookWaitMs } from '../../src/base/standard-webhook.ts';

const message = { id: 'msg_1', body: '{"type":"test","name":"Zoë"}' };
const SPEC_SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

describe('a signed webhook', () => {
  it('is verified by the library of the specification', () => {
    const secret = newWebhookSecret();

    const headers = webhookHeaders(message, [secret], systemClock.now());

    expect(new Webhook(secret).verify(message.body, headers)).toEqual(JSON.parse(message.body));
  });

  it('has the signature that the library makes of the same id, second and body', () => {
    const now = Date.UTC(2025, 5, 1, 12, 0, 0, 999);

    const headers = webhookHeaders(message, [SPEC_SECRET], now);

    expect(headers).toEqual({
      'webhook-id': 'msg_1',
      'webhook-timestamp': '1748779200',
      'webhook-signature': new Webhook(SPEC_SECRET).sign('msg_1', new Date(now), message.body),
    });
  });

  it('is verified under the old and the new secret while one replaces the other', () => {
    const [fresh, old] = [newWebhookSecret(), newWebhookSecret()];

    const headers = webhookHeaders(message, [fresh, old], systemClock.now());

    for (const secret of [fresh, old]) expect(new Webhook(secret).verify(message.body, headers)).toBeTruthy();
  });

  it('is not verified under another secret, nor with another body or id', () => {
    const secret = newWebhookSecret();
    const headers = webhookHeaders(message, [secret], systemClock.now());

    expect(() => new Webhook(newWebhookSecret()).verify(message.body, headers)).toThrow('No matching signature');
    expect(() => new Webhook(secret).verify('{}', headers)).toThrow('No matching signature');
    expect(() => new Webhook(secret).verify(message.body, { ...headers, 'webhook-id': 'msg_2' })).toThrow();
  });
});

describe('a new secret', () => {
  it('is whsec_ and 32 random bytes in base64, another one every time', () => {
    const [one, other] = [newWebhookSecret(), newWebhookSecret()];

    expect(one).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(one).not.toBe(other);
  });
});

describe('the schedule', () => {
  it('is that of the specification, three days and more, and then it is given up', () => {
    const waits = WEBHOOK_WAITS_MS.map((_, attempts) => webhookWaitMs(attempts, () => 0));

    expect(waits.map((ms) => (ms ?? 0) / 1000)).toEqual([
      0, 5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400,
    ]);
    expect(webhookWaitMs(WEBHOOK_WAITS_MS.length, () => 0)).toBeNull();
  });

  it('spreads by up to a tenth', () => {
    expect(webhookWaitMs(2, () => 1)).toBe(330_000);
  });
});
