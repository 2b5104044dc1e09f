import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { Webhook } from 'standardwebhooks';
import { afterEach, describe, expect, it } from 'vitest';
import { WEBHOOK_WAITS_MS } from '../../src/base/standard-webhook.ts';
import { closeWorlds } from '../support/world.ts';
import {
  ALERT_RULES,
  ALERT_TARGETS,
  CREATE_TARGET,
  DELETE_TARGET,
  SET_ALERT_RULE,
  TEST_TARGET,
  UPDATE_TARGET,
} from './alert-documents.ts';
import {
  type AlertScene,
  alertScene,
  closeReceivers,
  LOOK,
  logAlert,
  nextOutcome,
  told,
  watch,
} from './alert-scene.ts';

const servers: SMTPServer[] = [];

afterEach(async () => {
  await closeWorlds();
  await closeReceivers();
  await Promise.all(servers.splice(0).map((server) => new Promise<void>((resolve) => server.close(resolve))));
});

const DAY = 86_400_000;

const targetOf = async ({ world, target }: AlertScene) =>
  (await world.query(ALERT_TARGETS)).data?.alertTargets.find(({ id }) => id === target.id);
const testOf = async ({ world }: AlertScene, id: string) =>
  (await world.query(TEST_TARGET, { id })).data?.testAlertTarget;

/** Something is wrong, and the receiver is to be told. */
async function trouble(scene: AlertScene): Promise<void> {
  await watch(scene, { on: 'massDelete', hours: 700 });
  await logAlert(scene, 'massDelete', 'Much was deleted');
  scene.clock.leap(LOOK);
}

describe('a webhook that is not taken', () => {
  it('is sent again as the specification suggests, under the same id, and given up after three days', async () => {
    const scene = await alertScene();
    scene.receiver.answer = 500;
    const shares: number[] = [];
    let outcome = nextOutcome(scene);
    await trouble(scene);

    for (const wait of WEBHOOK_WAITS_MS.slice(1)) {
      const { waitMs } = await outcome;
      shares.push((waitMs ?? 0) / wait);
      outcome = nextOutcome(scene);
      scene.clock.leap(waitMs ?? 0);
    }
    const alert = await scene.world.event(({ reason }) => reason === 'target');

    expect(shares.filter((share) => share < 0.98 || share > 1.1)).toEqual([]);
    expect(scene.receiver.arrived).toHaveLength(10);
    expect(new Set(scene.receiver.arrived.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(new Set(scene.receiver.arrived.map(({ headers }) => headers['webhook-timestamp'])).size).toBeGreaterThan(8);
    expect(alert.message).toBe('A message to The pager was given up: It answered 500');
    expect(await targetOf(scene)).toMatchObject({ enabled: true, pending: 0, failed: 1 });
  });

  it('switches its target off where it answers 410, until a person switches it on again', async () => {
    const scene = await alertScene();
    scene.receiver.answer = 410;

    await trouble(scene);
    const alert = await scene.world.event(({ reason }) => reason === 'target');

    expect(alert.message).toContain('The pager was switched off: It answered 410 Gone');
    expect(await targetOf(scene)).toMatchObject({
      enabled: false,
      whyOff: expect.stringContaining('410 Gone'),
      pending: 0,
      failed: 1,
    });
    await scene.world.query(UPDATE_TARGET, { input: { id: scene.target.id, enabled: true } });
    expect(await targetOf(scene)).toMatchObject({ enabled: true, whyOff: null });
  });

  it('is sent again when its answer was cut off by a restart, under the same id', async () => {
    const scene = await alertScene();
    scene.receiver.answer = 'hang';
    await trouble(scene);
    const first = await scene.receiver.nth(1);

    const restarted = scene.world.restart();
    scene.clock.leap(21_000);
    await restarted;
    scene.receiver.answer = 204;
    scene.clock.leap(6_000);
    await told(scene, 2);

    expect(scene.receiver.arrived.map(({ headers }) => headers['webhook-id'])).toEqual([
      first.headers['webhook-id'],
      first.headers['webhook-id'],
    ]);
  });
});

describe('the address of a webhook', () => {
  it.each([
    'http://127.0.0.1:9/',
    'https://localhost/',
    'https://[::1]/',
    'https://10.0.0.1/',
    'http://hooks.example.com/',
  ])('is refused as %s', async (url) => {
    const scene = await alertScene({ env: { ALLOW_PRIVATE_HOSTS: '' }, synced: false });

    const { data } = await scene.world.query(CREATE_TARGET, { input: { name: 'Inside', via: 'WEBHOOK', url } });

    expect(data?.createAlertTarget).toMatchObject({ alertTarget: null, secret: null });
    expect(data?.createAlertTarget.userErrors).toMatchObject([{ code: 'INVALID', path: ['input', 'url'] }]);
    expect((await scene.world.query(ALERT_TARGETS)).data?.alertTargets.map(({ id }) => id)).toEqual(['tgt_log']);
  });
});

describe('a secret', () => {
  it('is shown when it is made and never again', async () => {
    const scene = await alertScene({ synced: false });

    const everything = JSON.stringify([
      await scene.world.query(ALERT_TARGETS),
      await scene.world.query(UPDATE_TARGET, { input: { id: scene.target.id, name: 'Renamed' } }),
    ]);

    expect(scene.target.secret).toMatch(/^whsec_/);
    expect(everything).toContain('Renamed');
    expect(everything).not.toContain('whsec_');
  });

  it('signs for a day more beside the one that takes its place', async () => {
    const scene = await alertScene({ synced: false });
    const input = { id: scene.target.id, renewSecret: true };
    const { data } = await scene.world.query(UPDATE_TARGET, { input });
    const fresh = data?.updateAlertTarget.secret ?? '';

    await testOf(scene, scene.target.id);
    scene.clock.leap(DAY);
    await testOf(scene, scene.target.id);

    const signed = scene.receiver.arrived.map(({ body, headers }) =>
      [fresh, scene.target.secret].map((secret) => {
        const at = new Date(Number(headers['webhook-timestamp']) * 1000);
        const signature = new Webhook(secret).sign(headers['webhook-id'] ?? '', at, body);
        return headers['webhook-signature']?.split(' ').includes(signature);
      }),
    );
    expect(signed).toEqual([
      [true, true],
      [true, false],
    ]);
  });
});

describe('the test of a target', () => {
  it('says in words what came of it', async () => {
    const scene = await alertScene({ synced: false });
    const { id } = scene.target;

    const good = await testOf(scene, id);
    scene.receiver.answer = 302;
    const moved = await testOf(scene, id);
    const log = await testOf(scene, 'tgt_log');
    const none = await testOf(scene, 'tgt_none');

    expect(good).toMatchObject({ delivered: true, result: 'The address took the signed test message' });
    expect(JSON.parse(scene.receiver.arrived[0]?.body ?? '')).toMatchObject({
      type: 'alert.test',
      data: { target: 'The pager' },
    });
    expect(moved).toMatchObject({ delivered: false, result: expect.stringContaining('redirects are not followed') });
    expect(log).toMatchObject({ delivered: true, result: 'The test message stands in the log' });
    expect(none).toMatchObject({ delivered: false, result: null, userErrors: [{ code: 'NOT_FOUND' }] });
  });

  it('says that a name cannot be reached where it has no address', async () => {
    const scene = await alertScene({ synced: false });
    const input = { name: 'Nowhere', via: 'WEBHOOK' as const, url: 'https://hooks.invalid/' };
    const { data } = await scene.world.query(CREATE_TARGET, { input });

    const result = await testOf(scene, data?.createAlertTarget.alertTarget?.id ?? '');

    expect(result).toMatchObject({ delivered: false, result: expect.stringContaining('could not be reached') });
  });
});

interface Received {
  readonly to: string[];
  readonly text: string;
}

/** A real SMTP server that takes everything, or refuses with that number. */
async function mailServer(refusing?: number) {
  const received: Received[] = [];
  let come: () => void = () => undefined;
  const arrived = new Promise<void>((resolve) => {
    come = resolve;
  });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (address, _, done) =>
      done(refusing ? Object.assign(new Error(`${address.address} is unknown`), { responseCode: refusing }) : null),
    onData(stream, session, done) {
      let text = '';
      stream.on('data', (part: Buffer) => {
        text += part.toString('utf8');
      });
      stream.on('end', () => {
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), text });
        done();
        come();
      });
    },
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return { received, arrived, env: { SMTP_URL: `smtp://127.0.0.1:${port}`, SMTP_FROM: 'gateway@example.com' } };
}

const MAIL = { name: 'The office', via: 'EMAIL' as const, recipients: ['office@example.com', 'night@example.com'] };

describe('an alert by e-mail', () => {
  it('arrives at a real mail server, in words, from the sender that is set', async () => {
    const mail = await mailServer();
    const scene = await alertScene({ env: mail.env });
    const made = (await scene.world.query(CREATE_TARGET, { input: MAIL })).data?.createAlertTarget;
    const condition = { on: 'massDelete', hours: 2 };
    const targets = [made?.alertTarget?.id ?? ''];
    await scene.world.query(SET_ALERT_RULE, { input: { name: 'Deletions', condition, targets } });

    await logAlert(scene, 'massDelete', 'Much was deleted');
    scene.clock.leap(LOOK);
    await mail.arrived;

    const [{ to, text } = { to: [], text: '' }] = mail.received;
    expect(made?.secret).toBeNull();
    expect(to).toEqual(MAIL.recipients);
    expect(text).toContain('Subject: [Tributary] Alert: Much was deleted');
    expect(text).toContain('From: gateway@example.com');
    expect(text).toMatch(/Message-ID: <msg_[0-9a-f]{32}@example\.com>/);
    expect(text).toContain('Rule: Deletions');
    expect(text).toContain('https://t.example.com');
  });

  it('that the server refuses for good is not tried again, and no address is repeated', async () => {
    const mail = await mailServer(550);
    const scene = await alertScene({ env: mail.env, synced: false });
    const made = (await scene.world.query(CREATE_TARGET, { input: MAIL })).data?.createAlertTarget;

    const result = await testOf(scene, made?.alertTarget?.id ?? '');

    expect(result).toMatchObject({ delivered: false, result: 'The mail server answered 550' });
  });

  it('needs a mail server, and says which settings', async () => {
    const scene = await alertScene({ synced: false });

    const { data } = await scene.world.query(CREATE_TARGET, { input: MAIL });

    expect(data?.createAlertTarget.userErrors[0]?.message).toContain('SMTP_URL');
  });
});

describe('a target that is deleted', () => {
  it('is told nothing more, and stands in no rule', async () => {
    const scene = await alertScene({ synced: false });
    const ruleId = await watch(scene, { on: 'quarantine' });

    const { data } = await scene.world.query(DELETE_TARGET, { id: scene.target.id });
    const again = await scene.world.query(DELETE_TARGET, { id: scene.target.id });
    const log = await scene.world.query(DELETE_TARGET, { id: 'tgt_log' });

    const rules = (await scene.world.query(ALERT_RULES)).data?.alertRules;
    expect(data?.deleteAlertTarget).toEqual({ deletedId: scene.target.id, userErrors: [] });
    expect(rules?.find(({ id }) => id === ruleId)?.targets).toEqual([]);
    expect(again.data?.deleteAlertTarget.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(log.data?.deleteAlertTarget.userErrors).toMatchObject([{ code: 'INVALID' }]);
  });
});
