import { makeExecutableSchema } from '@graphql-tools/schema';
import { type ExecutionResult, execute, parse, subscribe } from 'graphql';
import { describe, expect, it } from 'vitest';
import { type Caller, type Scope, withIncluded } from '../../src/graphql/caller.ts';
import { guardByScopes } from '../../src/graphql/scopes.ts';

const READ = '@requiresScopes(scopes: [["contacts.readonly"]])';
const MANAGE = '@requiresScopes(scopes: [["sync.manage"]])';

/** What the resolvers of the graph below were asked for, in order. */
let asked: string[] = [];

const noting =
  <T>(name: string, value: T) =>
  () => {
    asked.push(name);
    return value;
  };

async function* moments() {
  yield { ticks: 1 };
}

const typeDefs = `
  scalar federation__Scope
  directive @requiresScopes(scopes: [[federation__Scope!]!]!) on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM
  interface Named { name: String }
  interface Dated { at: String ${MANAGE} }
  interface Secretive ${MANAGE} { code: String }
  union Thing = Person | Rule
  scalar Token ${MANAGE}
  enum Mood ${MANAGE} { GOOD }
  type Person implements Named & Dated { name: String at: String token: Token mood: Mood rule: Rule rules: [Rule!] }
  type Rule implements Named & Secretive ${MANAGE} { name: String code: String owner: Person }
  type Query {
    open: String
    person: Person ${READ}
    rule: Rule
    secretive: Secretive
    named(rule: Boolean): Named
    every: [Named]
    either: [Thing]
    either2: String @requiresScopes(scopes: [["contacts.write", "sync.manage"], ["admin"]])
  }
  extend type Query { extended: String ${MANAGE} }
  type Mutation ${MANAGE} { write: String }
  type Subscription { ticks: Int ${MANAGE} }
`;

const person = { __typename: 'Person', name: 'Ann', at: 'now', token: 't', mood: 'GOOD' };
const rule = { __typename: 'Rule', name: 'Our rule', code: 'c', owner: person };

const schema = guardByScopes(
  makeExecutableSchema({
    typeDefs,
    resolvers: {
      Thing: { __resolveType: async (thing: typeof rule) => thing.__typename },
      Person: {
        rule: noting('Person.rule', rule),
        rules: noting('Person.rules', [rule]),
        at: noting('Person.at', 'now'),
      },
      Query: {
        open: noting('open', 'yes'),
        person: noting('person', person),
        rule: noting('rule', rule),
        secretive: noting('secretive', rule),
        named: (_: unknown, args: { rule?: boolean }) => (args.rule ? rule : person),
        every: () => [person, rule],
        either: () => [rule, person],
        either2: noting('either2', 'yes'),
        extended: noting('extended', 'yes'),
      },
      Mutation: { write: noting('write', 'done') },
      Subscription: { ticks: { subscribe: noting('ticks', moments()) } },
    },
  }),
);

const contextOf = (...scopes: readonly Scope[]) => {
  const caller: Caller = { id: 'key_1', name: 'A', workspace: 'w', scopes: new Set(scopes), from: null, until: null };
  return { caller };
};

async function ask(query: string, ...scopes: readonly Scope[]) {
  asked = [];
  const result = await execute({ schema, document: parse(query), contextValue: contextOf(...scopes) });
  return { data: plain(result.data), errors: (result.errors ?? []).map(refusal) };
}

const plain = (data: ExecutionResult['data']) => JSON.parse(JSON.stringify(data ?? null));
const refusal = ({ path, message, originalError }: NonNullable<ExecutionResult['errors']>[number]) => ({
  path: path?.join('.'),
  message,
  code: (originalError as { code?: string } | undefined)?.code,
});

describe('a field', () => {
  it('is resolved for who has its scope, and not even asked of its resolver for who has not', async () => {
    const allowed = await ask('{ person { name } }', 'contacts.readonly');
    const before = asked;
    const refused = await ask('{ open person { name } }', 'sync.manage');

    expect([allowed, before]).toEqual([{ data: { person: { name: 'Ann' } }, errors: [] }, ['person']]);
    expect(refused.data).toEqual({ open: 'yes', person: null });
    expect(refused.errors).toEqual([
      {
        path: 'person',
        code: 'FORBIDDEN',
        message: 'Query.person takes the scope contacts.readonly; show a key or token that has it',
      },
    ]);
    expect(asked).toEqual(['open']);
  });

  it('asks for what the same field of its interfaces asks for', async () => {
    const { data, errors } = await ask('{ person { name at } }', 'contacts.readonly');

    expect(data).toEqual({ person: { name: 'Ann', at: null } });
    expect(errors).toMatchObject([{ path: 'person.at', code: 'FORBIDDEN' }]);
    expect(asked).not.toContain('Person.at');
  });

  it('asks for what the type it leads to asks for: an object, an interface, a scalar, an enum, in a list too', async () => {
    const query = '{ rule { name } secretive { code } person { token mood rule { name } rules { name } } }';

    const { data, errors } = await ask(query, 'contacts.readonly');

    expect(data).toEqual({ rule: null, secretive: null, person: { token: null, mood: null, rule: null, rules: null } });
    expect(errors.map(({ path }) => path).sort()).toEqual(
      ['rule', 'secretive', 'person.token', 'person.mood', 'person.rule', 'person.rules'].sort(),
    );
    expect(asked).toEqual(['person']);
    expect((await ask(query, 'contacts.readonly', 'sync.manage')).errors).toEqual([]);
  });

  it('is refused under an alias, in a fragment and in an inline fragment too', async () => {
    const query = `{ a: person { name } ...F ... on Query { c: person { name } ... @include(if: true) { d: person { name } } } }
      fragment F on Query { b: person { name } }`;

    const { data, errors } = await ask(query);

    expect(data).toEqual({ a: null, b: null, c: null, d: null });
    expect(errors.map(({ code }) => code)).toEqual(Array(4).fill('FORBIDDEN'));
    expect(asked).toEqual([]);
  });

  it('takes all scopes of one of its lists', async () => {
    const answers = [
      await ask('{ either2 }', 'contacts.write'),
      await ask('{ either2 }', 'sync.manage'),
      await ask('{ either2 }', 'contacts.write', 'sync.manage'),
      await ask('{ either2 }', 'admin'),
    ];

    expect(answers.map(({ data }) => data.either2)).toEqual([null, null, 'yes', 'yes']);
    expect(answers[0]?.errors[0]?.message).toContain('contacts.write and sync.manage, or admin');
  });

  it('that extends a type is guarded as well', async () => {
    expect((await ask('{ extended }', 'contacts.readonly')).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await ask('{ extended }', 'sync.manage')).data).toEqual({ extended: 'yes' });
  });
});

describe('what an interface or a union turns out to be', () => {
  it('asks for its own scopes, each thing of a list for itself', async () => {
    const { data, errors } = await ask(
      '{ named { name } other: named(rule: true) { __typename } every { name } either { __typename ... on Person { name } } }',
      'contacts.readonly',
    );

    expect(data).toEqual({
      named: { name: 'Ann' },
      other: null,
      every: [{ name: 'Ann' }, null],
      either: [null, { __typename: 'Person', name: 'Ann' }],
    });
    expect(errors.map(({ path }) => path).sort()).toEqual(['either.0', 'every.1', 'other']);
    expect(errors[0]?.message).toMatch(/^Query\.\w+, here of the type Rule, takes the scope sync\.manage/);
  });
});

describe('a mutation', () => {
  it('without its scope has no effect; the scopes of a root type are those of its fields', async () => {
    const refused = await ask('mutation { write again: write }', 'contacts.write');
    const before = asked;

    expect(refused).toMatchObject({ data: { write: null, again: null }, errors: [{}, {}] });
    expect(before).toEqual([]);
    expect((await ask('mutation { write }', 'sync.manage')).data).toEqual({ write: 'done' });
  });
});

describe('a subscription', () => {
  const follow = (...scopes: readonly Scope[]) =>
    subscribe({ schema, document: parse('subscription { ticks }'), contextValue: contextOf(...scopes) });

  it('without its scope follows nothing', async () => {
    asked = [];

    const result = await follow('contacts.readonly');

    expect(result).toMatchObject({ errors: [{ path: ['ticks'], originalError: { code: 'FORBIDDEN' } }] });
    expect(asked).toEqual([]);
  });

  it('with its scope brings what happens', async () => {
    const result = await follow('sync.manage');
    const first = Symbol.asyncIterator in result ? await result.next() : null;

    expect(first?.value).toEqual({ data: { ticks: 1 } });
  });
});

describe('a schema', () => {
  it('that asks for a scope that there is not is refused', () => {
    const wrong = typeDefs.replace('["admin"]', '["root"]');

    expect(() => guardByScopes(makeExecutableSchema({ typeDefs: wrong }))).toThrow(/scope that there is not: root/);
  });

  it('that does not know the directive is refused', () => {
    expect(() => guardByScopes(makeExecutableSchema({ typeDefs: 'type Query { a: Int }' }))).toThrow(/@requiresScopes/);
  });
});

describe('the scopes', () => {
  it.each<[Scope, readonly Scope[]]>([
    ['contacts.readonly', ['contacts.readonly']],
    ['contacts.write', ['contacts.readonly', 'contacts.write']],
    ['sync.manage', ['contacts.readonly', 'sync.manage']],
    ['admin', ['admin', 'contacts.readonly', 'contacts.write', 'sync.manage']],
  ])('%s includes %j', (scope, included) => {
    expect([...withIncluded([scope])].sort()).toEqual(included);
  });

  it('that nobody knows are none', () => {
    expect([...withIncluded(['root', '', 'CONTACTS.WRITE', 'contacts.readonly '])]).toEqual([]);
  });
});
