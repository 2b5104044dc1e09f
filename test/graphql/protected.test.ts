import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import {
  buildSchema,
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  print,
  visit,
} from 'graphql';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { SCOPES, type Scope, withIncluded } from '../../src/graphql/caller.ts';
import { createSchema } from '../../src/graphql/schema.ts';
import { keyFor, startClosedWorld, tokenOf } from '../support/closed.ts';
import { closeWorlds, type World } from '../support/world.ts';
import { createWalk } from './walk.ts';

const ROOTS = { Query: 'query', Mutation: 'mutation', Subscription: 'subscription' } as const;
type Kind = (typeof ROOTS)[keyof typeof ROOTS];

const folder = join(import.meta.dirname, '../../schema');
const files = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
const sdl = parse(files.join('\n'));

/** The lists of scopes that a directive names; null for what has none. */
function scopesOf(directives: readonly ConstDirectiveNode[] = []): Scope[][] | null {
  const node = directives.find(({ name }) => name.value === 'requiresScopes');
  const text = node?.arguments?.[0] && print(node.arguments[0].value);
  return text === undefined ? null : (JSON.parse(text) as Scope[][]);
}

/** Every root field, with the scopes that its SDL asks for. */
const rootFields = sdl.definitions.flatMap((definition) => {
  if (definition.kind !== 'ObjectTypeDefinition' && definition.kind !== 'ObjectTypeExtension') return [];
  const kind = (ROOTS as Partial<Record<string, Kind>>)[definition.name.value];
  const fields = kind ? (definition.fields ?? []) : [];
  return fields.map((field) => ({ kind: kind as Kind, name: field.name.value, scopes: scopesOf(field.directives) }));
});

const schema: GraphQLSchema = createSchema();
const walk = createWalk(schema);
let world: World;
/** What a caller has: one scope, or none. */
const HOLDINGS = [...SCOPES, 'no scope'] as const;
type Holding = (typeof HOLDINGS)[number];
const headers = new Map<Holding, { readonly authorization: string }>();

beforeAll(async () => {
  world = await startClosedWorld({ systems: ['rossum'] });
  for (const scope of SCOPES) headers.set(scope, (await keyFor(world, [scope])).headers);
  headers.set('no scope', {
    authorization: `Bearer ${await tokenOf({ scope: 'openid profile', workspace: 'default' })}`,
  });
});
afterAll(closeWorlds);

const bearing = (holding: Holding) => ({ ...headers.get(holding) });
const ask = (document: DocumentNode, holding: Holding, variables: Record<string, unknown> = {}) =>
  world.query(document as TypedDocumentNode<Data, Record<string, unknown>>, variables, bearing(holding));

type Data = Readonly<Record<string, unknown>>;

const PLAIN: Readonly<Record<string, unknown>> = { Int: 1, DateTime: '2030-01-01T00:00:00Z' };

/** Any value that fits a type: nothing that anybody has, or where something is needed, what means nothing. */
function anyValue(type: GraphQLInputType): unknown {
  if (!isNonNullType(type)) return undefined;
  const inner = getNullableType(type);
  if (isListType(inner)) return [anyValue(inner.ofType)];
  if (isEnumType(inner)) return inner.getValues()[0]?.name;
  if (!isInputObjectType(inner)) return PLAIN[inner.name] ?? 'nonsense';
  const fields = Object.values(inner.getFields());
  const given = inner.isOneOf ? fields.slice(0, 1).map((field) => [field.name, 'nonsense'] as const) : [];
  return Object.fromEntries(
    [...given, ...fields.map((field) => [field.name, anyValue(field.type)] as const)].filter(isGiven),
  );
}

const isGiven = ([, value]: readonly [string, unknown]) => value !== undefined;

function variablesOf(kind: Kind, name: string): Record<string, unknown> {
  const root = {
    query: schema.getQueryType(),
    mutation: schema.getMutationType(),
    subscription: schema.getSubscriptionType(),
  };
  const args = root[kind]?.getFields()[name]?.args ?? [];
  return Object.fromEntries(args.map((arg) => [arg.name, anyValue(arg.type)]));
}

const isAllowed = (scopes: Scope[][] | null, holding: Holding) =>
  (scopes ?? []).some((way) => way.every((one) => withIncluded([holding]).has(one)));

describe('the SDL', () => {
  it('asks for scopes at every root field', () => {
    expect(rootFields.length).toBeGreaterThan(80);
    expect(rootFields.filter(({ scopes }) => !scopes?.flat().length).map(({ name }) => name)).toEqual([]);
  });

  it('asks for scopes at everything that is found by its id, and at all that names people', () => {
    const open = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .filter(({ astNode }) => scopesOf(astNode?.directives) === null)
      .filter((type) => type.getInterfaces().length > 0 || 'email' in type.getFields() || 'secret' in type.getFields());

    // Its secret is of a target or key that was made just then, by a mutation that asks for more.
    expect(open.map(({ name }) => name)).toEqual([
      'AlertTargetPayload',
      'CreateApiKeyPayload',
      'CreateWorkspacePayload',
    ]);
  });

  it('asks at no interface, which composers of supergraphs refuse', () => {
    const asking: string[] = [];
    visit(sdl, {
      InterfaceTypeDefinition({ name, directives, fields = [] }) {
        if ([directives, ...fields.map((field) => field.directives)].some(scopesOf)) asking.push(name.value);
      },
    });

    expect(asking).toEqual([]);
  });

  it('defines the directive as Federation does', () => {
    const federation = buildSchema(`
      scalar federation__Scope
      directive @requiresScopes(scopes: [[federation__Scope!]!]!) on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM
      type Query { a: Int }`).getDirective('requiresScopes');
    const own = schema.getDirective('requiresScopes');

    expect(own?.locations).toEqual(federation?.locations);
    expect(String(own?.args[0]?.type)).toBe(String(federation?.args[0]?.type));
    expect(own?.isRepeatable).toBe(false);
  });

  it.each([
    ['contacts', 'contacts.readonly'],
    ['systems', 'contacts.readonly'],
    ['createContact', 'contacts.write'],
    ['cancelAppointment', 'contacts.write'],
    ['mergeContacts', 'sync.manage'],
    ['retryDelivery', 'sync.manage'],
    ['configuration', 'sync.manage'],
    ['createApiKey', 'admin'],
  ])('%s takes %s', (field, scope) => {
    expect(rootFields.filter(({ name }) => name === field).map(({ scopes }) => scopes)).toEqual([[[scope]]]);
  });
});

describe.each(HOLDINGS)('with %s alone', (holding) => {
  const fields = rootFields.filter(({ kind }) => kind !== 'subscription');

  it.each(fields.map((field) => [`${field.kind} ${field.name}`, field] as const))('%s', async (_, field) => {
    const { store } = world.running.gateway.sync;
    const document = walk.operation(field.kind, field.name, 1);
    const before = await store.events.lastSeq();

    const { status, errors = [] } = await ask(document, holding, variablesOf(field.kind, field.name));

    const refused = errors.filter(({ extensions }) => extensions?.code === 'FORBIDDEN');
    if (isAllowed(field.scopes, holding)) return expect(refused).toEqual([]);
    expect(status).toBe(200);
    expect(refused).toMatchObject([{ path: [field.name], extensions: { retryable: false } }]);
    expect(refused[0]?.message).toContain(`.${field.name} takes the scope ${field.scopes?.[0]?.join(' and ')};`);
    expect(await store.events.lastSeq()).toBe(before);
  });
});

describe('a subscription', () => {
  const fields = rootFields.filter(({ kind }) => kind === 'subscription');
  const cases = fields.flatMap((field) => HOLDINGS.map((holding) => [field.name, holding, field] as const));

  it.each(cases)('to %s with %s alone, over WebSocket and Server-Sent Events', async (name, holding, field) => {
    const document = walk.operation('subscription', name, 1);
    const operation = { query: print(document), variables: variablesOf('subscription', name) };
    const url = `${world.url}/graphql`;
    const socket = createClient({
      url: url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      connectionParams: bearing(holding),
    });
    const stream = createSseClient({ url, headers: bearing(holding), retryAttempts: 0 });
    const iterators = [socket.iterate(operation), stream.iterate(operation)];
    const firsts = iterators.map((iterator) => iterator.next().then(JSON.stringify, JSON.stringify));

    if (isAllowed(field.scopes, holding)) await world.followed(2);
    else for (const first of firsts) expect(await first).toMatch(/"code":"FORBIDDEN"/);

    for (const iterator of iterators) await iterator.return?.();
    await socket.dispose();
    stream.dispose();
    await world.followed(0);
  });
});

describe('a way around', () => {
  it('is neither node nor nodes: what is found asks for its own scopes', async () => {
    const rule = [...(await world.running.gateway.sync.store.alertRules.all())][0]?.rule.id;
    const contact = await newContact();
    const query = parse(`query($id: ID!, $ids: [ID!]!) {
      node(id: $id) { id ... on AlertRule { name } }
      nodes(ids: $ids) { id ... on AlertRule { rule: name } ... on Contact { name } } }`);

    const reader = await ask(query, 'contacts.readonly', { id: rule, ids: [contact, rule] });
    const manager = await ask(query, 'sync.manage', { id: rule, ids: [contact, rule] });

    expect(reader.data).toEqual({ node: null, nodes: [{ id: contact, name: 'Ann' }, null] });
    expect(reader.errors?.map(({ path }) => path?.join('.')).sort()).toEqual(['node', 'nodes.1']);
    expect(manager.errors ?? []).toEqual([]);
    expect(manager.data).toMatchObject({ node: { id: rule }, nodes: [{ id: contact }, { id: rule }] });
  });

  it('is no field of what may be seen: the calls made for a delivery, the timeline of a contact', async () => {
    const contact = await newContact();
    const calls = parse('{ deliveries(first: 1) { edges { cursor } nodes { id calls { id } } } }');
    const timeline = parse(
      `query($id: ID!) { contact(by: { id: $id }) { name timeline { nodes { __typename id at } } } }`,
    );

    const [seen, refused] = [await ask(calls, 'sync.manage'), await ask(calls, 'contacts.readonly')];
    const [shown, hidden] = [
      await ask(timeline, 'contacts.readonly', { id: contact }),
      await ask(timeline, 'no scope', { id: contact }),
    ];

    expect(seen.errors ?? []).toEqual([]);
    expect(refused.errors).toMatchObject([
      { path: ['deliveries', 'nodes', 0, 'calls'], extensions: { code: 'FORBIDDEN' } },
    ]);
    expect(shown.errors ?? []).toEqual([]);
    expect(JSON.stringify(shown.data)).toContain('SyncEvent');
    expect(hidden).toMatchObject({ data: { contact: null }, errors: [{ path: ['contact'] }] });
  });

  it('is no alias, fragment or second operation of one request', async () => {
    const query = parse(`query { viewer { id } a: node(id: "x") { ...F } ... on Query { b: apiKeys { id } } }
      fragment F on Node { id ... on Rule { name } }`);

    const { data, errors } = await ask(query, 'contacts.write');

    expect(data).toBeNull();
    expect(errors).toMatchObject([{ path: ['b'], extensions: { code: 'FORBIDDEN' } }]);
  });

  it('is no mutation beside one that is allowed, and nothing is written by the one that is not', async () => {
    const query = parse(`mutation {
      deleteContact(input: { id: "con_1" }) { userErrors { code } }
      setPolicy(input: { system: "rossum", type: CONTACT, spread: NEVER }) { policy { spread } } }`);
    const { store } = world.running.gateway.sync;
    const before = await store.settings.list('');

    const { errors } = await ask(query, 'contacts.write');
    await ask(parse('mutation { createContact(input: { firstName: "Eve" }) { contact { id } } }'), 'contacts.readonly');
    const found = await ask(parse('{ contacts(search: "Eve") { totalCount } }'), 'contacts.readonly');

    expect(errors).toMatchObject([{ path: ['setPolicy'], extensions: { code: 'FORBIDDEN' } }]);
    expect([...(await store.settings.list('')).keys()]).toEqual([...before.keys()]);
    expect(found.data).toEqual({ contacts: { totalCount: 0 } });
  });
});

async function newContact(): Promise<string> {
  const create = parse(
    'mutation { createContact(input: { firstName: "Ann" }) { contact { id } userErrors { code } } }',
  );
  const { data } = await ask(create, 'contacts.write');
  return (data as { createContact: { contact: { id: string } } }).createContact.contact.id;
}
