import { expect } from 'vitest';
import type { FastClock } from '../support/fast-clock.ts';
import type { World } from '../support/world.ts';
import { LOOK, logAlert } from '../sync/alert-scene.ts';

type Variables = Record<string, unknown>;

/** Ways to ask that take note of what was answered. */
interface Asking {
  query(field: string, variables?: Variables, levels?: number): Promise<Readonly<Record<string, unknown>>>;
  mutate(field: string, variables: Variables): Promise<{ readonly userErrors: readonly unknown[] }>;
  idOf(field: string, variables: Variables): Promise<string>;
}

/** Does what an operator may do to alerts, rules, mappings, workspaces and API keys, and looks who did it. */
export async function operate(world: World, clock: FastClock, asking: Asking): Promise<void> {
  await alerts(world, clock, asking);
  await rules(asking);
  await mappings(world, asking);
  const { auditLog } = await asking.query('auditLog', { first: 3, filter: { outcome: 'DONE' } });
  expect(auditLog).toMatchObject({ nodes: [{ action: 'rollbackMapping' }, { action: 'saveMapping' }, {}] });
  await access(world, asking);
  await keys(clock, asking);
}

async function alerts(world: World, clock: FastClock, { query, mutate, idOf }: Asking): Promise<void> {
  const target = await idOf('createAlertTarget', { input: { name: 'Our log', via: 'LOG' } });
  const condition = { on: 'loggedAlert', hours: 1 };
  const rule = await idOf('setAlertRule', { input: { name: 'Any other', condition, targets: [target] } });
  await logAlert({ world, clock }, null, 'Something is wrong');
  clock.leap(LOOK);
  while (!hasNodes((await query('alerts', { ruleId: rule, open: true })).alerts)) await nextRound();

  await allDone(mutate, [
    ['testAlertTarget', { id: target }],
    ['updateAlertTarget', { input: { id: target, name: 'The log' } }],
    ['muteAlertRule', { input: { id: rule, until: new Date(clock.now() + 60_000).toISOString() } }],
    ['setAlertRule', { input: { id: rule, targets: [] } }],
    ['deleteAlertTarget', { id: target }],
  ]);
}

async function rules({ query, mutate, idOf }: Asking): Promise<void> {
  const trigger = { on: ['created', 'changed'], kinds: ['contact'], origins: ['gateway'] };
  const actions = [{ do: 'createTask', title: 'Look at {{contact.name}}', dueInMs: 60_000 }];
  const rule = await idOf('createRule', { input: { name: 'Ours', enabled: false, trigger, actions } });
  const { dryRunRule } = await query('dryRunRule', { input: { id: rule } }, 4);

  expect(dryRunRule).toMatchObject({ userErrors: [] });
  await allDone(mutate, [
    ['updateRule', { input: { id: rule, trigger: { ...trigger, on: ['created'] } } }],
    ['rollbackRule', { input: { id: rule, version: 1 } }],
    ['deleteRule', { id: rule }],
  ]);
}

async function mappings(world: World, { query, mutate }: Asking): Promise<void> {
  const type = 'CONTACT';
  const [system = ''] = world.systems;
  const { mapping } = world.running.gateway.sync.systems.find(({ id }) => id === system) ?? {};
  const rows = mapping?.('contact').map((row) => (row.entity === 'firstName' ? { ...row, when: 'ifEmpty' } : row));

  await allDone(mutate, [
    ['saveMapping', { input: { system, type, rows, confirm: true } }],
    ['rollbackMapping', { input: { system, type, version: 0, confirm: true } }],
  ]);
  const { mappingVersions } = await query('mappingVersions', { system, type });
  expect(mappingVersions).toMatchObject({ totalCount: 2 });
}

/** What the environment connects is not connected otherwise; a workspace is made all the same. */
async function access({ systems: [system = ''] }: World, { mutate }: Asking): Promise<void> {
  const refused = [expect.objectContaining({ code: 'FORBIDDEN' })];

  expect(await mutate('connectSystem', { input: { system, settings: [] } })).toMatchObject({ userErrors: refused });
  expect(await mutate('disconnectSystem', { system })).toMatchObject({ userErrors: refused });
  await allDone(mutate, [['createWorkspace', { input: { id: 'acme', name: 'Acme Heating' } }]]);
}

async function keys(clock: FastClock, { query, mutate, idOf }: Asking): Promise<void> {
  const expiresAt = new Date(clock.now() + 60_000).toISOString();
  const key = await idOf('createApiKey', { input: { name: 'Ours', scopes: ['contacts.readonly'], expiresAt } });

  await allDone(mutate, [['revokeApiKey', { id: key }]]);
  expect(await query('apiKeys')).toMatchObject({ apiKeys: [{ id: key, revokedAt: expect.any(String) }] });
  expect(await query('viewer')).toMatchObject({ viewer: { id: null, workspace: 'default' } });
}

/** Has those mutations done in order, each without an error of its user. */
async function allDone(mutate: Asking['mutate'], steps: readonly [string, Variables][]): Promise<void> {
  for (const [field, variables] of steps) {
    const { userErrors } = await mutate(field, variables);
    expect({ field, userErrors }).toEqual({ field, userErrors: [] });
  }
}

function hasNodes(connection: unknown): boolean {
  return (connection as { readonly nodes: readonly unknown[] }).nodes.length > 0;
}

/** Lets everything else that can go on do so. */
function nextRound(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
