import { createHmac } from 'node:crypto';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { DocumentNode } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock as clock } from '../../src/base/clock.ts';
import { createSchema } from '../../src/graphql/schema.ts';
import { createWalk } from '../graphql/walk.ts';
import { samplePerson } from '../support/people.ts';
import { closeWorlds, startWorld, type World } from '../support/world.ts';
import { CONNECT_SYSTEM } from '../sync/connection-documents.ts';
import { CONTACT_CHANGED as CHANGED, CREATE_CONTACT, EVENTS } from '../sync/documents.ts';
import { foreignVariables } from './foreign.ts';
import { rowsOf } from './rows.ts';

type Variables = Record<string, unknown>;

const schema = createSchema();
const ACME = 'acme';
const THEIR_SECRET = 'a-secret-of-the-second-workspace';
/** What every workspace is given under the same id. */
const SHIPPED = /^[a-z]{3}_[a-z-]+$/;
/** Stands in every person of the gateway's own workspace, and nowhere else. */
const OURS = 'Ourperson';

let world: World;
let theirs: World;
let acme: Record<string, string>;

/** What the gateway's own workspace holds: the ids of everything, and what a caller there could name it by. */
let ours: readonly string[];

/** A world whose own workspace is full, and a second workspace of one gateway with systems of its own. */
beforeAll(async () => {
  world = await startWorld({
    people: () => people(OURS, 1),
    env: { ALLOW_PRIVATE_HOSTS: '127.0.0.1', MAX_COST: '1000000' },
  });
  theirs = await startWorld({ systems: ['ghl', 'rossum'], people: () => people('Theirperson', 50), synced: false });
  const secret = await createWorkspace();
  acme = { authorization: `Bearer ${secret}` };
  for (const system of theirs.systems) {
    const known = {
      ...theirs.simulator(system).settings,
      ...(system === 'rossum' && { ROSSUM_WEBHOOK_SECRET: THEIR_SECRET }),
    };
    const settings = Object.entries(known).map(([name, value]) => ({ name, value }));
    const { data } = await world.query(CONNECT_SYSTEM, { input: { system, settings } }, acme);
    expect(data?.connectSystem.connected).toBe(true);
  }
  const made = await operate();
  ours = [...(await everythingOf(world)), ...made].filter((id) => !SHIPPED.test(id));
});
afterAll(closeWorlds);

function people(lastName: string, from: number) {
  return [0, 1, 2].map((i) =>
    samplePerson(from + i, clock.now(), { lastName, email: `${lastName}${i}@example.com`.toLowerCase() }),
  );
}

async function createWorkspace(): Promise<string> {
  const document = walkOf().operation('mutation', 'createWorkspace');
  const answer = await ask(document, { input: { id: ACME, name: 'Acme Heating' } });
  const secret = (answer.data as { createWorkspace: { secret: string | null } }).createWorkspace.secret;
  expect(secret).toMatch(/^trb_/);
  return secret ?? '';
}

/** What an operator of the gateway's own workspace makes there, by its ids. */
async function operate(): Promise<string[]> {
  const trigger = { on: ['created'], kinds: ['contact'] };
  const wishes: readonly [field: string, input: Variables][] = [
    ['createRule', { name: OURS, enabled: false, trigger, actions: [{ do: 'createNote', body: OURS }] }],
    ['createAlertTarget', { name: OURS, via: 'LOG' }],
    ['setAlertRule', { name: OURS, condition: { on: 'loggedAlert', hours: 1 }, targets: [] }],
    ['createApiKey', { name: OURS, scopes: ['contacts.readonly'] }],
  ];
  return Promise.all(
    wishes.map(async ([field, input]) => {
      const { data } = await ask(walkOf().operation('mutation', field), { input });
      const { userErrors, secret: _, ...payload } = (data as Record<string, Record<string, unknown>>)[field] ?? {};
      expect({ field, userErrors }).toEqual({ field, userErrors: [] });
      return Object.values(payload).flatMap((made) => (made as { id?: string } | null)?.id ?? [])[0] ?? '';
    }),
  );
}

const walkOf = () => createWalk(schema);

const ask = (document: DocumentNode, variables: Variables = {}, headers: Record<string, string> = {}) =>
  world.query(document as TypedDocumentNode<unknown, Variables>, variables, headers);

/** The ids of all that a walk through the whole graph meets, for a caller who shows that. */
async function everythingOf(seen: World, headers: Record<string, string> = {}): Promise<readonly string[]> {
  const walk = walkOf();
  for (const document of walk.queries()) {
    const { data, errors } = await seen.query(document as TypedDocumentNode<unknown, Variables>, {}, headers);
    expect(errors ?? []).toEqual([]);
    walk.answered(data);
  }
  return [...walk.ids];
}

/** Ways to ask that field for what is in the other workspace, each once, with the id that they name. */
function foreignWays(kind: 'query' | 'mutation', field: string, text: string): [id: string, variables: Variables][] {
  const ways = oneOfEach(ours).flatMap((id) =>
    foreignVariables(schema, kind, field, { id, text, system: 'ghl', now: clock.now() }).map(
      (variables) => [id, variables] as [string, Variables],
    ),
  );
  return [...new Map(ways.map((way) => [JSON.stringify(way[1]), way])).values()];
}

/** One id of each sort. */
function oneOfEach(ids: readonly string[]): string[] {
  const bySort = new Map(ids.map((id) => [id.split('_')[0], id]));
  return [...bySort.values()];
}

function fieldsOf(kind: 'query' | 'mutation'): string[] {
  const type = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
  return Object.keys(type?.getFields() ?? {});
}

/** What an answer tells of the other workspace, besides what was asked with. */
function leaked(answer: unknown, given: unknown): string[] {
  const text = JSON.stringify(answer);
  const asked = JSON.stringify(given);
  return [...ours, OURS].filter((mark) => text.includes(mark) && !asked.includes(mark));
}

describe('what one workspace holds, another one', () => {
  it('does not meet on any way through the graph', async () => {
    const found = await everythingOf(world, acme);

    expect(found.length).toBeGreaterThan(10);
    expect(found.filter((id) => ours.includes(id) && !SHIPPED.test(id))).toEqual([]);
  });

  it.each(fieldsOf('query'))('does not find by the field %s', async (field) => {
    const document = walkOf().operation('query', field);
    for (const [id, variables] of foreignWays('query', field, OURS)) {
      const { data, errors } = await ask(document, variables, acme);
      const told = { data, errors: (errors ?? []).map(({ message }) => message) };

      expect({ variables, leaked: leaked(told, variables), found: isFound(data, id) }).toEqual({
        variables,
        leaked: [],
        found: false,
      });
    }
  });

  it.each(fieldsOf('mutation'))('does not change by the field %s', async (field) => {
    const document = walkOf().operation('mutation', field, 2);
    const before = rowsOf(world.config.dataDir, 'default');
    for (const [, variables] of foreignWays('mutation', field, 'Something')) {
      const { data } = await ask(document, variables, acme);

      expect({ variables, leaked: leaked(data, variables) }).toEqual({ variables, leaked: [] });
    }
    const after = rowsOf(world.config.dataDir, 'default');
    const changed = [...before.keys()].filter((table) => stable(after, table) !== stable(before, table));
    expect({ field, changed }).toEqual({ field, changed: [] });
  });
});

describe('a live subscription', () => {
  it('brings nothing of another workspace, also behind an event of it', async () => {
    const last = ours.filter((id) => id.startsWith('evt_')).at(-1);
    const live = world.subscribe(EVENTS, { after: last }, acme);
    const changed = world.subscribe(CHANGED, { id: ours.find((id) => id.startsWith('con_')) ?? '' }, acme);

    await world.query(CREATE_CONTACT, { input: { lastName: OURS, email: 'ours@example.com', waitFor: 'ACCEPTED' } });
    const { data } = await world.query(
      CREATE_CONTACT,
      { input: { lastName: 'Theirs', email: 't@example.com', waitFor: 'ACCEPTED' } },
      acme,
    );
    const id = data?.createContact.contact?.id;
    await live.next(({ syncEvents }) => syncEvents.kind === 'CREATED' && syncEvents.entityId === id);

    expect(live.received.flatMap((answer) => leaked(answer, {}))).toEqual([]);
    expect(changed.received).toEqual([]);
    live.end();
    changed.end();
  });
});

describe('a webhook', () => {
  it.each([
    ['of the first workspace', () => ownSecret(), [204, 401]],
    ['of the second', () => THEIR_SECRET, [401, 204]],
  ])('%s is taken under its own address alone', async (_, secret, [atOurs, atTheirs]) => {
    expect(await post('/webhooks/rossum', secret())).toBe(atOurs);
    expect(await post(`/webhooks/rossum/${ACME}`, secret())).toBe(atTheirs);
  });
});

const ownSecret = () => world.simulator('rossum').settings.ROSSUM_WEBHOOK_SECRET ?? '';

async function post(path: string, secret: string): Promise<number> {
  const body = JSON.stringify({ request_id: `${path} ${secret}`, event: 'annotation_status', action: 'changed' });
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  const headers = { 'content-type': 'application/json', 'x-rossum-signature-sha256': `sha256=${signature}` };
  return (await fetch(`${world.url}${path}`, { method: 'POST', headers, body })).status;
}

function stable(rows: ReadonlyMap<string, readonly unknown[]>, table: string): string {
  return JSON.stringify(rows.get(table), null, 1);
}

/** True if something is answered whose id that is; an id that is only repeated tells nothing. */
function isFound(data: unknown, id: string): boolean {
  return new RegExp(`"(\\w+_)?id":"${id}"`).test(JSON.stringify(data ?? null));
}
