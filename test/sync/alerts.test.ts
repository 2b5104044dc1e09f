import { Webhook } from 'standardwebhooks';
import { afterEach, describe, expect, it } from 'vitest';
import type { AlertCondition } from '../../src/model/alert.ts';
import type { Connection } from '../../src/sync/connection.ts';
import { closeWorlds } from '../support/world.ts';
import { ALERT_RULES, ALERTS, MUTE_ALERT_RULE, SET_ALERT_RULE, UPDATE_TARGET } from './alert-documents.ts';
import {
  type AlertScene,
  alertScene,
  allTold,
  closeReceivers,
  LOOK,
  logAlert,
  nextOutcome,
  told,
  watch,
} from './alert-scene.ts';
import { DELIVERIES, DISCARD_DELIVERY, NAMES, SYNC_NOW, UPDATE_CONTACT } from './documents.ts';
import { until } from './scene.ts';

afterEach(async () => {
  await closeWorlds();
  await closeReceivers();
});

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];

/** How something comes to be wrong, and how it ends. */
interface Trouble {
  readonly condition: AlertCondition;
  begin(scene: AlertScene): Promise<void>;
  end(scene: AlertScene): Promise<void>;
  readonly message: RegExp;
}

const ghlOf = ({ world }: AlertScene): Connection => {
  const connection = world.running.gateway.sync.connections.get('ghl');
  if (!connection) throw new Error('HighLevel is connected');
  return connection;
};
const contactIdOf = async ({ world }: AlertScene) =>
  (await world.query(NAMES, { first: 5 })).data?.contacts.nodes[0]?.id ?? '';
const failedOf = async ({ world }: AlertScene) =>
  (await world.query(DELIVERIES, { filter: { statuses: ['FAILED'] } })).data?.deliveries.nodes ?? [];
const isWatched = ({ world }: AlertScene, ruleId: string) =>
  until(world, async () => {
    const current = await world.running.gateway.sync.store.alerts.current();
    return current.some((alert) => alert.ruleId === ruleId && alert.state === 'WATCHED');
  });

async function goDown(scene: AlertScene): Promise<void> {
  scene.world.simulator('ghl').faults.push({ kind: 'cut' });
  await scene.world.query(SYNC_NOW, { input: { systems: ['ghl'], types: ['CONTACT'] } });
}

/** Nobody uses the system: only the look of the alerts finds out that it is back. */
async function comeBack({ world, clock }: AlertScene): Promise<void> {
  const seen = await world.running.gateway.sync.store.events.lastSeq();
  world.simulator('ghl').faults.splice(0);
  clock.leap(MINUTE + LOOK);
  await world.event(({ kind, message }) => kind === 'SYSTEM_CHANGED' && message === 'OK', seen);
}

async function setConflict(scene: AlertScene, open: boolean): Promise<void> {
  const { store } = scene.world.running.gateway.sync;
  const about = { id: 'cft_1', entityId: await contactIdOf(scene), kind: 'contact', field: 'firstName' } as const;
  const at = scene.clock.now();
  await store.conflicts.put([{ ...about, base: null, values: [], chosen: null, open, at }]);
}

async function setAside(scene: AlertScene, at: number | null): Promise<void> {
  const { store } = scene.world.running.gateway.sync;
  const [row] = scene.world.simulator('ghl').tables.contacts?.list() ?? [];
  await store.snapshots.quarantine('ghl', 'contact', [String(row?.id)], at);
}

const troubles: readonly Trouble[] = [
  {
    condition: { on: 'failedDeliveries', count: 1 },
    message: /^Failed and waiting for a person: 1 write to HighLevel$/,
    async begin(scene) {
      scene.world.simulator('ghl').faults.push({ match: '^PUT /contacts/', kind: 'status', status: 422 });
      await scene.world.query(UPDATE_CONTACT, { input: { id: await contactIdOf(scene), firstName: 'Refused' } });
    },
    async end(scene) {
      for (const { id } of await failedOf(scene)) await scene.world.query(DISCARD_DELIVERY, { id });
    },
  },
  {
    condition: { on: 'credentialExpiring', days: 7 },
    message: /^The credential of HighLevel ends in 3 days$/,
    begin: async (scene) => {
      const endsAt = scene.clock.now() + 3 * DAY;
      Object.assign(ghlOf(scene).source, { credentialExpiresAt: () => endsAt });
    },
    end: async (scene) => {
      Object.assign(ghlOf(scene).source, { credentialExpiresAt: () => scene.clock.now() + 90 * DAY });
    },
  },
  {
    condition: { on: 'openConflict', hours: 5 },
    message: /^Waiting for a person: 1 conflict, the oldest for 5 hours$/,
    begin: async (scene) => {
      await setConflict(scene, true);
      scene.clock.leap(5 * HOUR);
    },
    end: (scene) => setConflict(scene, false),
  },
  {
    condition: { on: 'missedWebhooks', count: 1 },
    message: /^2 changes in HighLevel came without webhooks in the last 24 hours$/,
    async begin({ world }) {
      const ghl = world.simulator('ghl');
      if ('lagMs' in ghl) ghl.lagMs = 0;
      ghl.webhooks.lost = true;
      for (const { id } of ghl.tables.contacts?.list() ?? [])
        ghl.tables.contacts?.change(String(id), { firstName: 'Silent' });
      await world.query(SYNC_NOW, { input: { systems: ['ghl'], types: ['CONTACT'] } });
    },
    end: async ({ clock }) => clock.leap(DAY + MINUTE),
  },
  {
    condition: { on: 'lowBudget', percent: 10 },
    message: /^HighLevel has 4 % of its calls left for today$/,
    begin: async (scene) => {
      const budget = { limit: 100, perMs: 10_000, remaining: 100, resetsAt: null, dailyLimit: 1_000 };
      Object.assign(ghlOf(scene), { budget: () => ({ ...budget, dailyRemaining: 42 }) });
    },
    end: async (scene) => {
      Object.assign(ghlOf(scene), { budget: () => null });
    },
  },
  {
    condition: { on: 'massDelete', hours: 2 },
    message: /^More than 5 contacts were deleted/,
    begin: async (scene) => void (await logAlert(scene, 'massDelete', 'More than 5 contacts were deleted')),
    end: async ({ clock }) => clock.leap(2 * HOUR),
  },
  {
    condition: { on: 'quarantine' },
    message: /^Set aside because they changed too often: 1 record of HighLevel$/,
    begin: (scene) => setAside(scene, scene.clock.now()),
    end: (scene) => setAside(scene, null),
  },
  {
    condition: { on: 'ruleLoop', hours: 2 },
    message: /^Rules follow one from another without end$/,
    begin: async (scene) => void (await logAlert(scene, 'ruleLoop', 'Rules follow one from another without end')),
    end: async ({ clock }) => clock.leap(2 * HOUR),
  },
  {
    condition: { on: 'loggedAlert', hours: 2 },
    message: /^The event log has an alert that somebody should read$/,
    begin: async (scene) => void (await logAlert(scene, null, 'Call Ann Example on 07700 900123')),
    end: async ({ clock }) => clock.leap(2 * HOUR),
  },
];

describe('an alert', () => {
  it.each(troubles)('of $condition.on is raised once, and over when it ends', async (trouble) => {
    const scene = await alertScene();
    const ruleId = await watch(scene, trouble.condition);

    await trouble.begin(scene);
    scene.clock.leap(LOOK);
    const raised = await told(scene, 1);
    const open = (await scene.world.query(ALERTS, { open: true, ruleId })).data?.alerts.nodes;
    scene.clock.leap(LOOK);
    await trouble.end(scene);
    scene.clock.leap(LOOK);
    const recovered = await told(scene, 2);

    expect(raised.type).toBe('alert.raised');
    expect(raised.data.message).toMatch(trouble.message);
    expect(raised.data).toMatchObject({
      alert: `Watches ${trouble.condition.on}`,
      state: 'raised',
      link: 'https://t.example.com',
    });
    expect(open).toMatchObject([{ id: raised.data.id, open: true, told: [{ id: scene.target.id }] }]);
    expect(recovered).toMatchObject({ type: 'alert.recovered', data: { ...raised.data, state: 'recovered' } });
    const { data } = await scene.world.query(ALERTS, { ruleId });
    expect(data?.alerts.nodes).toMatchObject([{ open: false, recoveredAt: recovered.timestamp }]);
    expect(scene.receiver.arrived).toHaveLength(2);
  });

  it('of a system that is down waits for its minutes, and is over without anybody using the system', async () => {
    const scene = await alertScene();
    const ruleId = await watch(scene, { on: 'systemDown', minutes: 60 });

    await goDown(scene);
    scene.clock.leap(LOOK);
    await isWatched(scene, ruleId);
    const early = [...scene.receiver.arrived];
    const listed = (await scene.world.query(ALERTS, { ruleId })).data?.alerts.totalCount;
    scene.clock.leap(60 * MINUTE);
    const raised = await told(scene, 1);
    await comeBack(scene);
    scene.clock.leap(LOOK);
    const recovered = await told(scene, 2);

    expect([early, listed]).toEqual([[], 0]);
    expect(raised.data).toMatchObject({ system: 'ghl', message: 'HighLevel has not answered for 60 minutes' });
    expect(Date.parse(raised.timestamp) - Date.parse(raised.data.since)).toBeGreaterThanOrEqual(60 * MINUTE);
    expect(recovered.data).toMatchObject({ id: raised.data.id, state: 'recovered' });
  });

  it('of a system that comes back in time is never raised', async () => {
    const scene = await alertScene();
    const { alerts } = scene.world.running.gateway.sync.store;
    const ruleId = await watch(scene, { on: 'systemDown', minutes: 60 });
    await goDown(scene);
    scene.clock.leap(LOOK);
    await isWatched(scene, ruleId);

    await comeBack(scene);
    scene.clock.leap(LOOK);
    await until(scene.world, async () => (await alerts.current()).length === 0);

    expect((await alerts.page({ ruleId }, { limit: 5, forward: true, from: null })).total).toBe(0);
    expect(scene.receiver.arrived).toEqual([]);
  });

  it('stays raised over a restart, after which nobody knows yet how the system is', async () => {
    const scene = await alertScene();
    const ruleId = await watch(scene, { on: 'systemDown', minutes: 1 });
    await goDown(scene);
    scene.clock.leap(LOOK);
    await isWatched(scene, ruleId);
    scene.clock.leap(MINUTE + LOOK);
    await told(scene, 1);

    const seen = await scene.world.running.gateway.sync.store.events.lastSeq();
    await scene.world.restart();
    await scene.world.event(
      ({ kind, message }) => kind === 'SYSTEM_CHANGED' && message?.startsWith('DOWN') === true,
      seen,
    );
    await comeBack(scene);
    scene.clock.leap(LOOK);
    const second = await told(scene, 2);

    expect(second.data.state).toBe('recovered');
    expect((await scene.world.query(ALERTS, { ruleId })).data?.alerts.totalCount).toBe(1);
  });

  it('is signed, so that the library of the specification verifies it', async () => {
    const scene = await alertScene();
    await watch(scene, { on: 'quarantine' });
    const now = new Date();

    await setAside(scene, scene.clock.now());
    scene.clock.leap(LOOK);
    const { body, headers } = await scene.receiver.nth(1);

    const id = headers['webhook-id'] ?? '';
    const at = new Date(Number(headers['webhook-timestamp']) * 1000);
    expect(new Webhook(scene.target.secret).sign(id, at, body)).toBe(headers['webhook-signature']);
    expect(id).toMatch(/^msg_[0-9a-f]{32}$/);
    expect(at.getTime()).toBeGreaterThan(now.getTime());
  });

  it('stands in the event log when it is raised and when it is over', async () => {
    const scene = await alertScene();
    await watch(scene, { on: 'openConflict', hours: 1 });

    await setConflict(scene, true);
    scene.clock.leap(2 * HOUR);
    const raised = await scene.world.event(({ kind }) => kind === 'ALERT');
    await setConflict(scene, false);
    scene.clock.leap(LOOK);
    const over = await scene.world.event(({ kind }) => kind === 'ALERT_RECOVERED');

    expect(raised.message).toBe('Waiting for a person: 1 conflict, the oldest for 2 hours');
    expect(over.message).toBe(`It is over: ${raised.message}`);
    expect(over.correlationId).toBe(raised.correlationId);
  });

  it('that the log told of already is not told there twice', async () => {
    const scene = await alertScene();
    await watch(scene, { on: 'massDelete', hours: 1 });

    await logAlert(scene, 'massDelete', 'More than 5 contacts were deleted');
    scene.clock.leap(LOOK);
    await told(scene, 1);

    const { items } = await scene.world.running.gateway.sync.store.events.page(
      { kinds: ['ALERT'] },
      { limit: 10, forward: true, from: null },
    );
    expect(items).toHaveLength(1);
  });

  it('reaches a target in order: the end is not told before the beginning was', async () => {
    const scene = await alertScene();
    await watch(scene, { on: 'quarantine' });
    scene.receiver.answer = 500;
    const failed = nextOutcome(scene);
    await setAside(scene, scene.clock.now());
    scene.clock.leap(LOOK);
    await failed;

    await setAside(scene, null);
    scene.clock.leap(LOOK);
    await scene.world.event(({ kind }) => kind === 'ALERT_RECOVERED');
    scene.receiver.answer = 204;
    scene.clock.leap(6 * MINUTE);
    await allTold(scene);

    const states = scene.receiver.arrived.map(({ body }) => JSON.parse(body).data.state as string);
    expect(states.filter((state) => state === 'recovered')).toEqual(['recovered']);
    expect(states.at(-1)).toBe('recovered');
  });
});

describe('a muted rule', () => {
  it('tells nobody, and after the mute what is still wrong', async () => {
    const scene = await alertScene();
    const id = await watch(scene, { on: 'quarantine' });
    const until24 = new Date(scene.clock.now() + DAY).toISOString();
    const muted = await scene.world.query(MUTE_ALERT_RULE, { input: { id, until: until24 } });

    await setAside(scene, scene.clock.now());
    scene.clock.leap(LOOK);
    await until(
      scene.world,
      async () => (await scene.world.query(ALERTS, { ruleId: id })).data?.alerts.totalCount === 1,
    );
    scene.clock.leap(LOOK);
    const silent = [...scene.receiver.arrived];
    scene.clock.leap(DAY);
    const raised = await told(scene, 1);

    expect(muted.data?.muteAlertRule.alertRule).toEqual({ id, mutedUntil: until24 });
    expect(silent).toEqual([]);
    expect(raised.data.state).toBe('raised');
  });

  it('says that it is over to those who were told before the mute, and to no others', async () => {
    const scene = await alertScene();
    const id = await watch(scene, { on: 'quarantine' });
    const later = () => new Date(scene.clock.now() + 9 * DAY).toISOString();
    await setAside(scene, scene.clock.now());
    scene.clock.leap(LOOK);
    await told(scene, 1);

    await scene.world.query(MUTE_ALERT_RULE, { input: { id, until: later() } });
    await setAside(scene, null);
    scene.clock.leap(LOOK);
    const over = await told(scene, 2);
    await setAside(scene, scene.clock.now());
    scene.clock.leap(LOOK);
    await until(
      scene.world,
      async () => (await scene.world.query(ALERTS, { ruleId: id, open: true })).data?.alerts.totalCount === 1,
    );
    await setAside(scene, null);
    scene.clock.leap(LOOK);
    await until(
      scene.world,
      async () => (await scene.world.query(ALERTS, { ruleId: id, open: false })).data?.alerts.totalCount === 2,
    );

    await allTold(scene);
    expect(over.data.state).toBe('recovered');
    expect(scene.receiver.arrived).toHaveLength(2);
  });
});

describe('a rule', () => {
  it('that is switched off ends what it had raised, and says why', async () => {
    const scene = await alertScene();
    const id = await watch(scene, { on: 'quarantine' });
    await setAside(scene, scene.clock.now());
    scene.clock.leap(LOOK);
    await told(scene, 1);

    await scene.world.query(SET_ALERT_RULE, { input: { id, enabled: false } });
    scene.clock.leap(LOOK);
    const over = await told(scene, 2);
    const event = await scene.world.event(({ kind }) => kind === 'ALERT_RECOVERED');

    expect(over.type).toBe('alert.recovered');
    expect(event.message).toContain('No longer watched, because the rule was switched off');
  });

  it('that is shipped is on, writes to the log alone, and keeps what an operator changed', async () => {
    const scene = await alertScene();
    const before = (await scene.world.query(ALERT_RULES)).data?.alertRules ?? [];
    const input = { id: 'alr_system-down', condition: { on: 'systemDown', minutes: 9 } };
    await scene.world.query(SET_ALERT_RULE, { input });

    await scene.world.restart();

    const after = (await scene.world.query(ALERT_RULES)).data?.alertRules.find(({ id }) => id === input.id);
    expect(before).toHaveLength(10);
    expect(
      before.every(
        ({ enabled, shipped, edited, targets }) => enabled && shipped && !edited && targets[0]?.id === 'tgt_log',
      ),
    ).toBe(true);
    expect(after).toMatchObject({ condition: input.condition, edited: true });
  });

  it('does not tell a target that is switched off', async () => {
    const scene = await alertScene();
    await scene.world.query(UPDATE_TARGET, { input: { id: scene.target.id, enabled: false } });
    await watch(scene, { on: 'quarantine' });
    const outcome = nextOutcome(scene);

    await setAside(scene, scene.clock.now());
    scene.clock.leap(LOOK);

    expect(await outcome).toMatchObject({ status: 'FAILED', error: 'The target is switched off' });
    expect(scene.receiver.arrived).toEqual([]);
  });
});
