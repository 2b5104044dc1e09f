import { EventEmitter, once } from 'node:events';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { execute, GraphQLError, type GraphQLFieldResolver, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { Problem } from '../../src/base/errors.ts';
import { newWork } from '../../src/base/work.ts';
import { audited } from '../../src/graphql/audited.ts';
import type { GraphContext } from '../../src/graphql/context.ts';
import type { AuditEntry } from '../../src/store/access-store.ts';
import { closeWorlds, named, startWorld, type World } from '../support/world.ts';
import { ADD_TAGS, CREATE_CONTACT, SYNC_NOW } from '../sync/documents.ts';
import { CONFIGURATION, IMPORT_CONFIGURATION, SET_RETENTION } from '../sync/log-documents.ts';
import { AUDIT_LOG, AUTHORS } from './audit-documents.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld({ systems: ['ghl'], identify: named });
});
afterAll(closeWorlds);

const KEY = { authorization: 'key_1' };
const EMAIL = 'audited@example.com';

async function entries(filter = {}) {
  const { data, errors } = await world.query(AUDIT_LOG, { first: 100, filter });
  expect(errors).toBeUndefined();
  return data?.auditLog.nodes ?? [];
}

/** Lets the store refuse every entry, until the test is over. */
function breakLog(thrown: Error): void {
  const { audit } = world.running.gateway.sync.store;
  const { append } = audit;
  onTestFinished(() => void Object.assign(audit, { append }));
  Object.assign(audit, { append: async () => Promise.reject(thrown) });
}

describe('every mutation', () => {
  it('leaves one entry that says who did what, when, from where and with which fields, and under which id its events stand', async () => {
    const { data } = await world.query(CREATE_CONTACT, { input: { firstName: 'Secretive', email: EMAIL } }, KEY);
    const id = data?.createContact.contact?.id ?? '';

    const [entry, ...others] = await entries({ subject: id });

    const events = (await world.query(AUTHORS)).data?.syncEvents.nodes ?? [];
    const created = events.find(
      ({ correlationId, kind }) => correlationId === entry?.correlationId && kind === 'CREATED',
    );
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      actor: 'key_1',
      actorName: 'The holder of key_1',
      action: 'createContact',
      outcome: 'DONE',
      detail: { given: ['firstName', 'email'] },
      askedFrom: '127.0.0.1',
    });
    expect(entry?.id).toMatch(/^aud_\d{12}$/);
    expect(entry?.at).toMatch(/^\d{4}-.*Z$/);
    expect(created).toMatchObject({ origin: 'gateway', actor: 'key_1' });
    expect(JSON.stringify(entry)).not.toMatch(/Secretive|audited@/);
  });

  it('of several in one request has an entry and a correlation id of its own, in their order', async () => {
    const before = await entries();
    const query = `mutation($input: TagContactInput!) {
      first: addTags(input: $input) { receipts { status } }
      second: removeTags(input: $input) { receipts { status } }
      third: addTags(input: { contactId: "con_0", tags: [] }) { userErrors { code } }
    }`;
    const [{ subject: contactId } = { subject: '' }] = await entries({ actions: ['createContact'] });
    const answer = await fetch(`${world.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { input: { contactId, tags: ['audited'] } } }),
    });

    const { data } = (await answer.json()) as { data: Record<string, { receipts?: readonly { status: string }[] }> };
    const added = (await entries()).slice(0, -before.length);
    expect(added.map(({ action, outcome, actor }) => [action, outcome, actor])).toEqual([
      ['addTags', 'REFUSED', null],
      ['removeTags', 'DONE', null],
      ['addTags', 'DONE', null],
    ]);
    expect(new Set(added.map(({ correlationId }) => correlationId)).size).toBe(3);
    expect([data.first, data.second].map((payload) => payload?.receipts?.length)).toEqual([1, 1]);
  });

  it('that is refused or only tried is told as well', async () => {
    const yaml = (await world.query(CONFIGURATION)).data?.configuration ?? '';
    await world.query(CREATE_CONTACT, { input: { firstName: 'A', email: 'nobody' } }, KEY);
    await world.query(SET_RETENTION, { input: { events: -1 } }, KEY);
    await world.query(SYNC_NOW, { input: { systems: ['mars'] } }, KEY);
    await world.query(IMPORT_CONFIGURATION, { yaml, dryRun: true }, KEY);

    const told = (await entries({ actor: 'key_1' })).slice(0, 4).toReversed();

    expect(told).toMatchObject([
      { action: 'createContact', outcome: 'REFUSED', detail: { errors: [{ code: 'INVALID', path: 'input.email' }] } },
      { action: 'setRetention', outcome: 'REFUSED', detail: { errors: [{ path: 'input.events' }] } },
      { action: 'syncNow', outcome: 'REFUSED', detail: { errors: [{ path: 'input.systems' }] } },
      { action: 'importConfiguration', outcome: 'DONE', detail: { given: ['yaml', 'dryRun'], dry: true } },
    ]);
  });

  it('that repeats an earlier one says so, and points to the events of that one', async () => {
    const [{ subject = '' } = {}] = await entries({ actions: ['createContact'], outcome: 'DONE' });
    const input = { contactId: subject ?? '', tags: ['twice'], idempotencyKey: 'once only' };
    await world.query(ADD_TAGS, { input });
    await world.query(ADD_TAGS, { input });

    const [second, first] = await entries({ actions: ['addTags'], outcome: 'DONE' });

    expect(second?.correlationId).toBe(first?.correlationId);
    expect(first?.detail).toEqual({ given: ['contactId', 'tags', 'idempotencyKey'] });
    expect(second?.detail).toEqual({ ...(first?.detail as object), repeated: true });
  });

  it('is answered with an error where its entry cannot be kept, and the log says why', async () => {
    const told: unknown[][] = [];
    const { log } = world.running.gateway.sync;
    const { error } = log;
    onTestFinished(() => void Object.assign(log, { error }));
    Object.assign(log, { error: (...said: unknown[]) => void told.push(said) });
    const disk = new Error('the disk is full');
    breakLog(disk);

    const { data, errors } = await world.query(SET_RETENTION, { input: { calls: 3 } }, KEY);

    expect(data).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'AMBIGUOUS', retryable: false } }]);
    expect(errors?.[0]?.message).toMatch(/look before you try it again/);
    expect(told).toEqual([
      [expect.objectContaining({ action: 'setRetention', err: disk }), expect.stringContaining('audit log')],
    ]);
  });
});

describe('the audit log in the graph', () => {
  it('is paged both ways, newest first', async () => {
    const all = (await entries()).map(({ id }) => id);
    const page = async (variables: Record<string, unknown>) =>
      (await world.query(AUDIT_LOG, variables)).data?.auditLog ?? null;

    const first = await page({ first: 2 });
    const next = await page({ first: 2, after: first?.pageInfo.endCursor });
    const back = await page({ last: 2, before: next?.pageInfo.startCursor });

    expect([...(first?.nodes ?? []), ...(next?.nodes ?? [])].map(({ id }) => id)).toEqual(all.slice(0, 4));
    expect(back?.nodes).toEqual(first?.nodes);
    expect(first?.totalCount).toBe(all.length);
    expect(all).toEqual(all.toSorted().reverse());
  });

  it('is filtered by actor, action, outcome and time', async () => {
    const all = await entries();
    const [newest] = all;
    const from = newest?.at ?? '';

    const lists = await Promise.all([
      entries({ actor: 'key_1' }),
      entries({ actions: ['addTags', 'removeTags'] }),
      entries({ outcome: 'REFUSED' }),
      entries({ to: from }),
    ]);

    expect(lists.map(({ length }) => length)).toEqual([
      all.filter(({ actor }) => actor === 'key_1').length,
      all.filter(({ action }) => /Tags/.test(action)).length,
      all.filter(({ outcome }) => outcome === 'REFUSED').length,
      all.filter(({ at }) => at < from).length,
    ]);
    for (const list of lists) expect(list.length).toBeGreaterThan(0);
  });
});

describe('what is put around the mutations', () => {
  const kept: Omit<AuditEntry, 'seq'>[] = [];

  /** A schema of one mutation, and a context of which the log is all there is. */
  function small(act: GraphQLFieldResolver<unknown, GraphContext>, append: (entry: AuditEntry) => Promise<void>) {
    kept.length = 0;
    const typeDefs = 'type Query { a: Int } type Mutation { act(id: ID!): Int }';
    const schema = audited(makeExecutableSchema({ typeDefs, resolvers: { Mutation: { act } } }));
    const caller = { id: 'jwt:ann', name: 'Ann', from: '203.0.113.7' };
    const log = { error: () => undefined };
    const sync = { store: { audit: { append } }, clock: { now: () => 7 }, newId: () => 'cor_1', log };
    const contextValue = { sync, caller, work: newWork('read', 'cor_0') };
    return execute({ schema, document: parse('mutation { act(id: "x1") }'), contextValue });
  }

  const keep = async (entry: Omit<AuditEntry, 'seq'>) => void kept.push(entry);

  it('answers only when the entry is kept', async () => {
    const signals = new EventEmitter();
    const [asked, released] = [once(signals, 'asked'), once(signals, 'released')];
    const order: unknown[] = [];
    const hold = async () => {
      signals.emit('asked');
      await released;
    };
    const answered = Promise.resolve(small(() => 1, hold)).then((result) => order.push(result));

    await asked;
    await new Promise((resolve) => setImmediate(resolve));
    order.push('released');
    signals.emit('released');
    await answered;

    expect(order).toEqual(['released', { data: { act: 1 } }]);
  });

  it.each([
    ['may not', new GraphQLError('No', { extensions: { code: 'FORBIDDEN' } }), 'REFUSED', 'FORBIDDEN'],
    ['meets a failure', new Problem('UNAVAILABLE', 'Down', 'later'), 'FAILED', 'UNAVAILABLE'],
  ])('keeps an entry of a caller who %s, and lets the error through as it was', async (_, thrown, outcome, code) => {
    const result = await small(() => Promise.reject(thrown), keep);

    expect(result.errors?.[0]?.originalError ?? result.errors?.[0]).toBe(thrown);
    expect(kept).toEqual([
      {
        at: 7,
        actor: 'jwt:ann',
        actorName: 'Ann',
        action: 'act',
        subject: 'x1',
        outcome,
        detail: { given: ['id'], code },
        askedFrom: '203.0.113.7',
        correlationId: 'cor_1',
      },
    ]);
  });

  it('answers the failure of the mutation rather than that of the log', async () => {
    const thrown = new Problem('UNAVAILABLE', 'Down', 'later');
    const full = () => Promise.reject(new Error('full'));

    const result = await small(() => Promise.reject(thrown), full);

    expect(result.errors?.[0]?.originalError).toBe(thrown);
  });
});
