import { afterEach, describe, expect, it } from 'vitest';
import { closeWorlds, startWorld, type World } from '../support/world.ts';
import { ALERT_RULES, ALERT_TARGETS, CREATE_TARGET, SET_ALERT_RULE } from './alert-documents.ts';
import { POLICIES, SET_POLICY } from './documents.ts';
import { CONFIGURATION, IMPORT_CONFIGURATION, RETENTION, SET_RETENTION } from './log-documents.ts';
import { MAPPINGS, SAVE_MAPPING } from './mapping-documents.ts';
import { RULES, UPDATE_RULE } from './rule-documents.ts';

afterEach(closeWorlds);

const start = () => startWorld({ systems: ['rossum'], people: () => [], env: { ALLOW_PRIVATE_HOSTS: '127.0.0.1' } });
const exported = async (world: World) => (await world.query(CONFIGURATION)).data?.configuration ?? '';
const imported = async (world: World, yaml: string, dryRun = false) =>
  (await world.query(IMPORT_CONFIGURATION, { yaml, dryRun })).data?.importConfiguration;
const rulesOf = async (world: World) => (await world.query(RULES)).data?.rules ?? [];

const rossumContacts = async (world: World) =>
  (await world.query(MAPPINGS, { system: 'rossum', type: 'CONTACT' })).data?.mappings[0];

/** Decides something of each part. */
async function decide(world: World): Promise<string> {
  const [rule] = await rulesOf(world);
  const when = { all: [{ tag: 'customer' }, { field: 'email', is: 'filled' }] };
  await world.query(SET_POLICY, { input: { system: 'rossum', type: 'CONTACT', spread: 'RULE', when } });
  await world.query(SET_POLICY, { input: { system: 'ghl', type: 'NOTE', deletes: 'ARCHIVE' } });
  await world.query(UPDATE_RULE, { input: { id: rule?.id ?? '', enabled: true, name: 'Of: "our" own #1' } });
  await world.query(SET_RETENTION, { input: { events: 30, runs: null } });
  const { mapping } = world.running.gateway.sync.systems.find((system) => system.id === 'rossum') ?? {};
  const rows = mapping?.('contact').map((row) => (row.entity === 'firstName' ? { ...row, when: 'ifEmpty' } : row));
  await world.query(SAVE_MAPPING, { input: { system: 'rossum', type: 'CONTACT', rows, confirm: true } });
  const pager = { name: 'The pager', via: 'WEBHOOK', url: 'http://127.0.0.1:9/' } as const;
  const target = (await world.query(CREATE_TARGET, { input: pager })).data?.createAlertTarget.alertTarget?.id ?? '';
  await world.query(SET_ALERT_RULE, { input: { id: 'alr_quarantine', enabled: false, targets: [target] } });
  return rule?.id ?? '';
}

describe('the configuration', () => {
  it('imported where it was exported changes nothing, down to the versions of the rules', async () => {
    const world = await start();
    await decide(world);
    const before = await rulesOf(world);
    const yaml = await exported(world);

    const result = await imported(world, yaml);

    expect(result).toEqual({ changes: [], applied: true, userErrors: [] });
    expect(await rulesOf(world)).toEqual(before);
    expect(await exported(world)).toBe(yaml);
    expect(yaml).toMatch(/^# Tributary configuration[\s\S]*\nversion: 1\n[\s\S]*\npolicies:\n {2}ghl:\n {4}note:/);
  });

  it('imported elsewhere makes the same gateway of it, and says what it changes; a dry run says it alone', async () => {
    const [from, to] = [await start(), await start()];
    const id = await decide(from);
    const yaml = await exported(from);
    const untouched = await exported(to);

    const dry = await imported(to, yaml, true);
    const afterDry = await exported(to);
    const real = await imported(to, yaml);

    expect(dry?.applied).toBe(false);
    expect(real).toEqual({ ...dry, applied: true });
    expect(real?.changes).toEqual(
      expect.arrayContaining([
        `rules.${id}.enabled: false becomes true`,
        'retention.events: 90 becomes 30',
        expect.stringMatching(/^policies.ghl: new/),
      ]),
    );
    expect(afterDry).toBe(untouched);
    expect(await exported(to)).toBe(yaml);
    expect((await to.query(POLICIES)).data).toEqual((await from.query(POLICIES)).data);
    expect((await to.query(ALERT_RULES)).data).toEqual((await from.query(ALERT_RULES)).data);
    expect((await to.query(ALERT_TARGETS)).data?.alertTargets).toHaveLength(2);
    const mapping = await rossumContacts(to);
    expect(mapping).toMatchObject({ version: 1, rows: (await rossumContacts(from))?.rows });
    const secrets = [from, to].map(async ({ running }) =>
      (await running.gateway.sync.store.targets.all()).map((one) => one.secret),
    );
    const [theirs, ours] = await Promise.all(secrets);
    expect(ours?.filter((secret) => secret !== null)).toHaveLength(1);
    expect(theirs).not.toEqual(ours);
    expect(theirs?.some((secret) => secret !== null && yaml.includes(secret))).toBe(false);
  });

  it('leaves alone what a file does not name, and takes a rule of one’s own', async () => {
    const world = await start();
    await decide(world);
    const before = (await world.query(RETENTION)).data?.retention;
    const yaml = `version: 1
rules:
  rul_mine:
    name: Welcome
    enabled: true
    trigger: { on: [created], kinds: [contact] }
    actions:
      - { do: addTags, tags: [new] }
retention:
  calls: 3
`;

    const result = await imported(world, yaml);

    const mine = (await rulesOf(world)).find(({ id }) => id === 'rul_mine');
    expect(result?.changes).toHaveLength(2);
    expect(mine).toMatchObject({ name: 'Welcome', shipped: false, version: 1, when: null });
    expect((await world.query(RETENTION)).data?.retention).toEqual({ ...before, calls: 3 });
  });

  it('that is wrong anywhere changes nothing, and says everything that is wrong with its line', async () => {
    const world = await start();
    const before = await exported(world);
    const yaml = `version: 1
retention:
  events: 12
  runs: soon
policies:
  mars:
    contact: { spread: never, deletes: ignore }
  rossum:
    contact:
      spread: rule
      deletes: ignore
    task:
      spread: sometimes
      deletes: ignore
rules:
  rul_mine:
    name: Welcome
    enabled: true
    trigger: { on: [created], kinds: [contact] }
    actions:
      - do: addTags
        tags: []
mappings:
  rossum:
    contact:
      - { entity: lastName, record: last_name }
      - { entity: shoeSize, record: shoe_size }
    task: [{ entity: title, record: subject, direction: sideways }]
    invoice: []
alertTargets:
  tgt_mail: { name: Us, enabled: true, via: email, url: null, recipients: [nobody] }
alertRules:
  alr_mine: { name: Mine, enabled: true, condition: { on: fullMoon }, targets: [] }
colours: blue
`;

    const result = await imported(world, yaml);

    const lines = result?.userErrors.map(({ message }) => message.replace(/^line (\d+): ([\w.]+) .*$/s, '$1 $2'));
    expect(result).toMatchObject({ applied: false, changes: [] });
    expect(lines).toEqual([
      '34 colours',
      '6 policies.mars',
      '10 policies.rossum.contact.spread',
      '13 policies.rossum.task.spread',
      '27 mappings.rossum.contact.1.entity',
      '28 mappings.rossum.task.0.direction',
      '29 mappings.rossum.invoice',
      '31 alertTargets.tgt_mail.recipients.0',
      '22 rules.rul_mine.actions.0.tags',
      '33 alertRules.alr_mine.condition.on',
      '4 retention.runs',
    ]);
    expect(await exported(world)).toBe(before);
  });

  it('that sends alerts to a target that is nowhere is refused as a whole', async () => {
    const world = await start();
    const before = await exported(world);
    const rule = '{ name: Mine, enabled: true, condition: { on: quarantine }, targets: [tgt_none] }';

    const result = await imported(world, `version: 1\nretention: { runs: 1 }\nalertRules:\n  alr_mine: ${rule}\n`);

    expect(result?.userErrors).toMatchObject([
      { message: expect.stringContaining('alr_mine.targets names "tgt_none"') },
    ]);
    expect(await exported(world)).toBe(before);
  });

  it.each([
    ['no YAML', 'version: 1\nrules: [\n', /^line \d+: /],
    ['a key twice', 'version: 1\nretention:\n  runs: 1\n  runs: 2\n', /^line 4: .*unique/],
    ['no mapping', '- version\n', /^line 1: a configuration is a mapping/],
    ['another version', 'version: 2\n', /^line 1: version must be 1/],
    ['nothing', '', /^line 1: a configuration is a mapping/],
    ['aliases without end', `version: 1\na: &a [x]\n${aliases()}`, /^line 1: .*alias/],
  ])('that holds %s is refused', async (_, yaml, words) => {
    const world = await start();

    const result = await imported(world, yaml);

    expect(result?.applied).toBe(false);
    expect(result?.userErrors[0]?.message).toMatch(words);
  });
});

/** Each line holds the one before nine times. */
function aliases(): string {
  const nine = (name: string) => Array.from({ length: 9 }, () => `*${name}`).join(', ');
  return ['b', 'c', 'd', 'e', 'f', 'g'].map((name, i) => `${name}: &${name} [${nine('abcdef'[i] ?? '')}]`).join('\n');
}
