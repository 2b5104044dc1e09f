import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeWorlds, type World } from '../support/world.ts';
import {
  ALERT_NODES,
  ALERT_RULES,
  ALERTS,
  CREATE_TARGET,
  SET_ALERT_RULE,
  UPDATE_TARGET,
} from '../sync/alert-documents.ts';
import { type AlertScene, alertScene, closeReceivers, LOOK, logAlert, told, watch } from '../sync/alert-scene.ts';

let scene: AlertScene;
let world: World;

beforeAll(async () => {
  scene = await alertScene();
  world = scene.world;
});
afterAll(async () => {
  await closeWorlds();
  await closeReceivers();
});

const rulesOf = async () => (await world.query(ALERT_RULES)).data?.alertRules;

describe('setAlertRule', () => {
  it('makes a rule of the operator’s own, changes it, and leaves what is not spoken of', async () => {
    const id = await watch(scene, { on: 'systemDown', minutes: 3 });

    await world.query(SET_ALERT_RULE, { input: { id, enabled: false } });

    const rule = (await rulesOf())?.find((one) => one.id === id);
    expect(rule).toMatchObject({
      enabled: false,
      shipped: false,
      edited: false,
      condition: { on: 'systemDown', minutes: 3 },
      summary: 'a system has not answered for 3 minutes',
      targets: [{ id: scene.target.id }],
    });
  });

  it.each<[string, object, string]>([
    ['no minutes', { condition: { on: 'systemDown' } }, 'condition.minutes'],
    ['minutes that are no number', { condition: { on: 'systemDown', minutes: 'many' } }, 'condition.minutes'],
    ['an unknown condition', { condition: { on: 'fullMoon' } }, 'condition.on'],
    ['a part that the condition has not', { condition: { on: 'quarantine', hours: 1 } }, 'condition'],
    ['an empty name', { name: ' ' }, 'name'],
    ['an unknown target', { targets: ['tgt_none'] }, 'targets'],
  ])('refuses %s with the path to it, and changes nothing', async (_, parts, path) => {
    const before = await rulesOf();

    const { data } = await world.query(SET_ALERT_RULE, { input: { id: 'alr_quarantine', enabled: false, ...parts } });

    expect(data?.setAlertRule.alertRule).toBeNull();
    expect(data?.setAlertRule.userErrors.map((error) => error.path?.join('.'))).toEqual([`input.${path}`]);
    expect(await rulesOf()).toEqual(before);
  });

  it('refuses a new rule without a condition, and an id that is none', async () => {
    const nameless = await world.query(SET_ALERT_RULE, { input: { name: 'A' } });
    const unknown = await world.query(SET_ALERT_RULE, { input: { id: 'alr_none', enabled: true } });

    expect(nameless.data?.setAlertRule.userErrors).toMatchObject([{ path: ['input', 'condition'] }]);
    expect(unknown.data?.setAlertRule.userErrors).toMatchObject([{ path: ['input', 'id'], code: 'NOT_FOUND' }]);
  });
});

describe('a target', () => {
  it.each<[string, object, string]>([
    ['a webhook without an address', { via: 'WEBHOOK' }, 'url'],
    [
      'a webhook with recipients',
      { via: 'WEBHOOK', url: 'https://a.example', recipients: ['a@example.com'] },
      'recipients',
    ],
    ['e-mail to nobody', { via: 'EMAIL' }, 'recipients'],
    ['e-mail to no address', { via: 'EMAIL', recipients: ['somebody'] }, 'recipients.0'],
    ['a log with an address', { via: 'LOG', url: 'https://a.example' }, 'url'],
  ])('is refused as %s', async (_, parts, path) => {
    const input = { name: 'A', ...parts } as { name: string; via: 'LOG' };

    const { data } = await world.query(CREATE_TARGET, { input });

    expect(data?.createAlertTarget.userErrors[0]?.path?.join('.')).toBe(`input.${path}`);
  });

  it('keeps what a change does not speak of, and is refused where there is none', async () => {
    const changed = await world.query(UPDATE_TARGET, { input: { id: scene.target.id, name: 'Night' } });
    const unknown = await world.query(UPDATE_TARGET, { input: { id: 'tgt_none', name: 'Night' } });

    expect(changed.data?.updateAlertTarget).toMatchObject({
      alertTarget: { name: 'Night', url: scene.receiver.url, enabled: true },
      secret: null,
    });
    expect(unknown.data?.updateAlertTarget.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });
});

describe('alerts', () => {
  it('are listed page by page, and found by their ids with their rules and targets', async () => {
    const rules = [await watch(scene, { on: 'ruleLoop', hours: 9 }), await watch(scene, { on: 'ruleLoop', hours: 8 })];
    await logAlert(scene, 'ruleLoop', 'Round and round');
    scene.clock.leap(LOOK);
    await told(scene, 1);
    await told(scene, 2);

    const pages = [];
    for (let after: string | null = null, more = true; more; ) {
      const page: NonNullable<Awaited<ReturnType<typeof read>>> | undefined = await read(after);
      pages.push(...(page?.nodes ?? []));
      after = page?.pageInfo.endCursor ?? null;
      more = page?.pageInfo.hasNextPage ?? false;
    }
    const mine = pages.filter(({ rule }) => rules.includes(rule?.id ?? ''));
    const ids = [mine[0]?.id ?? '', rules[0] ?? '', scene.target.id];
    const { data } = await world.query(ALERT_NODES, { ids });

    expect(mine.map(({ message }) => message)).toEqual(['Round and round', 'Round and round']);
    expect(data?.nodes).toEqual([
      { __typename: 'Alert', id: ids[0] },
      { __typename: 'AlertRule', id: ids[1] },
      { __typename: 'AlertTarget', id: ids[2] },
    ]);
  });
});

async function read(after: string | null) {
  return (await world.query(ALERTS, { first: 1, after })).data?.alerts;
}
