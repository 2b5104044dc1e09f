import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/base/errors.ts';
import { type Ended, entryOf } from '../../src/graphql/audit-entry.ts';
import { createSchema } from '../../src/graphql/schema.ts';

const mutations = createSchema().getMutationType()?.getFields() ?? {};
const SOMEBODY = 'ann.archer@example.com';

type Values = Readonly<Record<string, unknown>>;

/** What the log says of a mutation that was asked for so and ended so. */
const said = (action: string, args: Values, ended: Ended) =>
  entryOf({ action, takes: mutations[action]?.args ?? [], args, correlationId: 'cor_own' }, ended);

const CONTACT = { contact: { id: 'con_1' } };
const record = { system: 'ghl', id: 'r1' };

/** Each mutation as it is asked for, what it answers, and what it then was about and what else came of it. */
const MUTATIONS: Readonly<
  Record<string, readonly [args: Values, payload: Values, subject: string | null, made?: string]>
> = {
  createContact: [{ input: { email: SOMEBODY, systems: ['ghl'] } }, CONTACT, 'con_1'],
  upsertContact: [{ input: { email: SOMEBODY } }, CONTACT, 'con_1'],
  updateContact: [{ input: { id: 'con_1' } }, CONTACT, 'con_1'],
  deleteContact: [{ input: { id: 'con_1' } }, CONTACT, 'con_1'],
  addTags: [{ input: { contactId: 'con_1', tags: [SOMEBODY] } }, CONTACT, 'con_1'],
  removeTags: [{ input: { contactId: 'con_1', tags: [SOMEBODY] } }, CONTACT, 'con_1'],
  createTask: [{ input: { contactId: 'con_1', title: SOMEBODY } }, { task: { id: 'tsk_1' } }, 'con_1', 'tsk_1'],
  updateTask: [{ input: { id: 'tsk_1' } }, { task: { id: 'tsk_1' } }, 'tsk_1'],
  completeTask: [{ input: { id: 'tsk_1' } }, { task: { id: 'tsk_1' } }, 'tsk_1'],
  deleteTask: [{ input: { id: 'tsk_1' } }, { task: { id: 'tsk_1' } }, 'tsk_1'],
  createNote: [{ input: { contactId: 'con_1', body: SOMEBODY } }, { note: { id: 'not_1' } }, 'con_1', 'not_1'],
  updateNote: [{ input: { id: 'not_1' } }, { note: { id: 'not_1' } }, 'not_1'],
  deleteNote: [{ input: { id: 'not_1' } }, { note: { id: 'not_1' } }, 'not_1'],
  createAppointment: [{ input: { contactId: 'con_1' } }, { appointment: { id: 'app_1' } }, 'con_1', 'app_1'],
  updateAppointment: [{ input: { id: 'app_1' } }, { appointment: { id: 'app_1' } }, 'app_1'],
  cancelAppointment: [{ input: { id: 'app_1' } }, { appointment: { id: 'app_1' } }, 'app_1'],
  mergeContacts: [{ input: { into: 'con_1', from: 'con_2' } }, CONTACT, 'con_1'],
  linkRecords: [{ input: { contactId: 'con_1', record } }, CONTACT, 'con_1'],
  unlinkRecord: [{ input: { contactId: 'con_1', record } }, { contact: { id: 'con_2' } }, 'con_1', 'con_2'],
  resolveConflict: [{ input: { id: 'cfl_1', value: SOMEBODY } }, { conflict: { id: 'cfl_1' } }, 'cfl_1'],
  revertTo: [{ input: { id: 'tsk_1', version: 2 } }, { entity: { id: 'tsk_1' } }, 'tsk_1'],
  approveMerges: [{ input: { ids: ['pro_1'] } }, { decided: 1 }, 'pro_1'],
  rejectMerges: [{ input: { ids: ['pro_1'] } }, { decided: 1 }, 'pro_1'],
  startSync: [{ input: { force: true } }, {}, null],
  setPolicy: [{ input: { system: 'ghl', type: 'CONTACT' } }, { policy: { system: 'ghl' } }, 'ghl'],
  spread: [{ input: { systems: ['ghl'], ids: ['con_1'] } }, { queued: 1 }, 'con_1'],
  releaseRecord: [{ input: { ...record, type: 'CONTACT' } }, { entity: { id: 'con_1' } }, 'r1', 'con_1'],
  createRule: [{ input: { name: SOMEBODY } }, { rule: { rule: { id: 'rul_1' } } }, 'rul_1'],
  updateRule: [{ input: { id: 'rul_1' } }, { rule: { rule: { id: 'rul_1' } } }, 'rul_1'],
  rollbackRule: [{ input: { id: 'rul_1', version: 1 } }, { rule: { rule: { id: 'rul_1' } } }, 'rul_1'],
  deleteRule: [{ id: 'rul_1' }, { deletedId: 'rul_1' }, 'rul_1'],
  setAlertRule: [{ input: { name: SOMEBODY } }, { alertRule: { rule: { id: 'alr_1' } } }, 'alr_1'],
  muteAlertRule: [{ input: { id: 'alr_1' } }, { alertRule: { rule: { id: 'alr_1' } } }, 'alr_1'],
  createAlertTarget: [{ input: { url: SOMEBODY } }, { alertTarget: { id: 'tgt_1' }, secret: 'whsec_abc' }, 'tgt_1'],
  updateAlertTarget: [{ input: { id: 'tgt_1' } }, { alertTarget: { id: 'tgt_1' }, secret: 'whsec_abc' }, 'tgt_1'],
  deleteAlertTarget: [{ id: 'tgt_1' }, { deletedId: 'tgt_1' }, 'tgt_1'],
  testAlertTarget: [{ id: 'tgt_1' }, { delivered: true, result: SOMEBODY }, 'tgt_1'],
  saveMapping: [
    { input: { system: 'ghl', rows: [SOMEBODY] } },
    { mapping: { kind: 'task' }, run: { id: 'run_1' } },
    'ghl',
    'run_1',
  ],
  rollbackMapping: [{ input: { system: 'ghl', version: 0 } }, { mapping: { kind: 'task' }, run: null }, 'ghl'],
  applyTemplate: [
    { input: { id: 'commusoft-ghl-note', confirm: true } },
    { applied: true, changes: [{ system: 'ghl' }] },
    'commusoft-ghl-note',
  ],
  syncNow: [{ input: { systems: ['ghl'] } }, { runs: [{ id: 'run_1' }], estimate: null }, 'run_1'],
  syncContact: [{ input: { id: 'con_1' } }, CONTACT, 'con_1'],
  retryDelivery: [{ id: 'del_1' }, { delivery: { id: 'del_1' } }, 'del_1'],
  discardDelivery: [{ id: 'del_1' }, { delivery: { id: 'del_1' } }, 'del_1'],
  setVerbose: [{ input: { system: 'ghl', minutes: 5 } }, { system: { id: 'ghl' } }, 'ghl'],
  setRetention: [{ input: { events: 30 } }, { retention: { events: 30 } }, null],
  connectSystem: [
    { input: { system: 'ghl', settings: [{ name: 'GHL_TOKEN', value: SOMEBODY }] } },
    { connected: true, system: { id: 'ghl' } },
    'ghl',
  ],
  disconnectSystem: [{ system: 'ghl' }, { system: { id: 'ghl' } }, 'ghl'],
  createWorkspace: [
    { input: { id: 'acme', name: SOMEBODY } },
    { workspace: { id: 'acme' }, secret: 'whsec_abc' },
    'acme',
  ],
  createApiKey: [{ input: { name: SOMEBODY } }, { apiKey: { id: 'key_1' }, secret: 'whsec_abc' }, 'key_1'],
  revokeApiKey: [{ id: 'key_1' }, { apiKey: { id: 'key_1' } }, 'key_1'],
  importConfiguration: [{ yaml: SOMEBODY, dryRun: false }, { applied: true, changes: [SOMEBODY] }, null],
};

describe('what the audit log says of a mutation', () => {
  it('is settled for every one there is', () => {
    expect(Object.keys(MUTATIONS).sort()).toEqual(Object.keys(mutations).sort());
  });

  it.each(Object.entries(MUTATIONS))('names what %s is about and what came of it, and no value', (action, known) => {
    const [args, payload, subject, made] = known;

    const entry = said(action, args, { payload: { ...payload, receipts: [{ id: 'del_9' }], userErrors: [] } });

    expect(entry).toMatchObject({ action, subject, outcome: 'DONE', correlationId: 'cor_own' });
    expect(entry.detail.made).toEqual(made === undefined ? undefined : [made]);
    expect(entry.detail.given).not.toEqual([]);
    expect(JSON.stringify(entry)).not.toMatch(/archer|whsec/);
  });

  it('lists the fields that were given by their names, whole or inside, but for those that have their default', () => {
    const address = { city: 'Leeds', postcode: null };
    const written = { id: 'con_1', address, tags: ['vip'], waitFor: 'FIRST_ATTEMPT', onFailure: 'UNDO' };

    const contact = said('updateContact', { input: written }, { payload: CONTACT });
    const link = said('linkRecords', { input: { contactId: 'con_1', record } }, { payload: CONTACT });
    const rule = said('createRule', { input: { name: 'x', trigger: { on: [SOMEBODY] } } }, { payload: {} });
    const file = said('importConfiguration', { yaml: '', dryRun: true }, { payload: { applied: false } });

    expect(contact.detail.given).toEqual(['id', 'address.city', 'address.postcode', 'tags', 'onFailure']);
    expect(link.detail.given).toEqual(['contactId', 'record.system', 'record.id']);
    expect(rule.detail.given).toEqual(['name', 'trigger']);
    expect(file.detail.given).toEqual(['yaml', 'dryRun']);
  });

  it('takes for an id only what has the form of one', () => {
    const entry = said('updateContact', { input: { id: SOMEBODY } }, { payload: { contact: null, userErrors: [] } });

    expect(entry.subject).toBeNull();
  });

  it('names them all where it is about several', () => {
    const several = said('rejectMerges', { input: { ids: ['pro_1', 'pro_2'] } }, { payload: { decided: 2 } });
    const runs = said('syncNow', { input: {} }, { payload: { runs: [{ id: 'run_1' }, { id: 'run_2' }] } });

    expect(several).toMatchObject({ subject: null, detail: { subjects: ['pro_1', 'pro_2'] } });
    expect(runs).toMatchObject({ subject: null, detail: { made: ['run_1', 'run_2'] } });
  });
});

describe('how it ended', () => {
  const wrong = (path: readonly string[], code = 'INVALID') => ({ path, code, message: `${SOMEBODY} is no phone` });

  it('is a refusal where the input is wrong: the codes and places, as far as the schema names them', () => {
    const userErrors = [
      wrong(['input', 'address', 'postcode']),
      wrong(['input', 'customFields', '0', 'key']),
      wrong(['input', 'nobody', SOMEBODY]),
      wrong([], 'DUPLICATE'),
    ];
    const mapping = [wrong(['input', 'rows', '3', 'transforms', '0', 'table', 'Archer'])];

    const contact = said('createContact', { input: { email: SOMEBODY } }, { payload: { contact: null, userErrors } });
    const rows = said('saveMapping', { input: { system: 'ghl' } }, { payload: { userErrors: mapping } });

    expect(contact).toMatchObject({ outcome: 'REFUSED', subject: null });
    expect(contact.detail.errors).toEqual([
      { code: 'INVALID', path: 'input.address.postcode' },
      { code: 'INVALID', path: 'input.customFields.0.key' },
      { code: 'INVALID', path: 'input' },
      { code: 'DUPLICATE', path: null },
    ]);
    expect(rows.detail.errors).toEqual([{ code: 'INVALID', path: 'input.rows' }]);
  });

  it('is done where some of several decisions were carried out, with what spoke against the others', () => {
    const payload = { decided: 1, userErrors: [wrong(['input', 'ids', '1'], 'CONFLICT')] };

    const entry = said('approveMerges', { input: { ids: ['pro_1', 'pro_2'] } }, { payload });
    const none = said('approveMerges', { input: { ids: ['pro_2'] } }, { payload: { ...payload, decided: 0 } });

    expect(entry).toMatchObject({ outcome: 'DONE', detail: { errors: [{ code: 'CONFLICT', path: 'input.ids.1' }] } });
    expect(none.outcome).toBe('REFUSED');
  });

  it.each([
    ['a caller who may not', new GraphQLError('x', { extensions: { code: 'FORBIDDEN' } }), 'REFUSED', 'FORBIDDEN'],
    ['a caller who may not, told by a Problem', new Problem('FORBIDDEN', 'x'), 'REFUSED', 'FORBIDDEN'],
    [
      'a wrong argument',
      new GraphQLError('x', { extensions: { code: 'BAD_USER_INPUT' } }),
      'REFUSED',
      'BAD_USER_INPUT',
    ],
    ['a database that is away', new Problem('UNAVAILABLE', 'x'), 'FAILED', 'UNAVAILABLE'],
    [
      'a Problem in an error of the graph',
      new GraphQLError('x', { originalError: new Problem('TIMEOUT', 'x') }),
      'FAILED',
      'TIMEOUT',
    ],
    ['our own fault', new TypeError(SOMEBODY), 'FAILED', 'INTERNAL'],
    ['what is no error', SOMEBODY, 'FAILED', 'INTERNAL'],
  ])('tells of %s by its code', (_, thrown, outcome, code) => {
    const entry = said('deleteContact', { input: { id: 'con_1' } }, { thrown });

    expect(entry).toEqual({
      action: 'deleteContact',
      subject: 'con_1',
      outcome,
      detail: { given: ['id'], code },
      correlationId: 'cor_own',
    });
  });

  it.each([
    ['an estimate', 'syncNow', { input: { estimate: true } }, { runs: [] }, true],
    ['a dry run', 'importConfiguration', { yaml: '', dryRun: true }, { applied: false, userErrors: [] }, true],
    ['a template without confirm', 'applyTemplate', { input: { id: 't' } }, { applied: false, userErrors: [] }, true],
    [
      'a template that is of no use',
      'applyTemplate',
      { input: { id: 't' } },
      { applied: false, userErrors: [wrong([])] },
      undefined,
    ],
    [
      'what was done',
      'applyTemplate',
      { input: { id: 't', confirm: true } },
      { applied: true, userErrors: [] },
      undefined,
    ],
  ] as const)('says whether %s only told what it would do', (_, action, args, payload, dry) => {
    expect(said(action, args, { payload }).detail.dry).toBe(dry);
  });
});

describe('where its events stand', () => {
  it('is under its own correlation id, or that of the wish it repeats, or of the mutation whose delivery it is', () => {
    const own = said(
      'addTags',
      { input: { contactId: 'con_1' } },
      { payload: { ...CONTACT, correlationId: 'cor_own' } },
    );
    const again = said(
      'addTags',
      { input: { contactId: 'con_1' } },
      { payload: { ...CONTACT, correlationId: 'cor_1' } },
    );
    const retried = said(
      'retryDelivery',
      { id: 'del_1' },
      { payload: { delivery: { id: 'del_1', correlationId: 'cor_2' } } },
    );

    expect(own).toMatchObject({ correlationId: 'cor_own' });
    expect(again).toMatchObject({ correlationId: 'cor_1', detail: { repeated: true } });
    expect(retried).toMatchObject({ correlationId: 'cor_2' });
    expect([own, retried].map(({ detail }) => detail.repeated)).toEqual([undefined, undefined]);
  });
});
