import { buildSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { costOf } from '../../src/graphql/cost.ts';

const schema = buildSchema(`
  type Query { people(first: Int, last: Int): People!  nodes(ids: [ID!]!): [Node]!  hello: String }
  interface Node { id: ID! }
  type People { nodes: [Person!]! edges: [Edge!]! totalCount: Int! }
  type Edge { node: Person! }
  type Person implements Node { id: ID! friends(first: Int): People! }
`);
const cost = (query: string, variables = {}) => costOf(schema, parse(query), null, variables);

describe('the cost of a query', () => {
  it.each([
    ['nothing for what is no list', '{ hello __typename }', 0],
    ['its page for a connection', '{ people(first: 5) { totalCount } }', 5],
    ['the default page where none is said', '{ people { totalCount } }', 20],
    ['a page from the end', '{ people(last: 7) { totalCount } }', 7],
    ['nothing for an empty page', '{ people(first: 0) { nodes { friends { totalCount } } } }', 0],
    [
      'a page within a page once for each',
      '{ people(first: 5) { nodes { friends(first: 3) { totalCount } } } }',
      5 + 15,
    ],
    [
      'both ways to the same things',
      '{ people(first: 2) { nodes { friends(first: 3) { totalCount } } edges { node { friends(first: 3) { totalCount } } } } }',
      2 + 12,
    ],
    ['every alias', '{ a: people(first: 5) { totalCount } b: people(first: 5) { totalCount } }', 10],
    ['each of the ids', '{ nodes(ids: ["a", "b"]) { ... on Person { friends(first: 3) { totalCount } } } }', 2 + 6],
    ['no more than the longest page, which is refused elsewhere', '{ people(first: 5000) { totalCount } }', 100],
    ['nothing for less than nothing', '{ people(first: -5) { totalCount } }', 0],
    [
      'a fragment at each use',
      'query { a: people(first: 2) { ...F } b: people(first: 3) { ...F } } fragment F on People { nodes { friends(first: 10) { totalCount } } }',
      2 + 20 + 3 + 30,
    ],
    ['no introspection', '{ __schema { types { fields { name } } } }', 0],
  ])('is %s', (_, query, expected) => {
    expect(cost(query)).toBe(expected);
  });

  it('is nothing for what these variables leave out', () => {
    const query = `query($with: Boolean!) {
      people(first: 5) @include(if: $with) { totalCount }
      ... @skip(if: $with) { b: people(first: 7) { totalCount } }
      ...F @include(if: false)
    } fragment F on Query { people(first: 90) { totalCount } }`;

    expect([cost(query, { with: true }), cost(query, { with: false })]).toEqual([5, 7]);
  });

  it('goes by the variables, their defaults, and what a literal holds of them', () => {
    const query = 'query($n: Int = 4, $id: ID!) { people(first: $n) { totalCount } nodes(ids: [$id, "b"]) { id } }';

    expect(cost(query, { id: 'a' })).toBe(4 + 2);
    expect(cost(query, { n: 9, id: 'a' })).toBe(9 + 2);
    expect(cost(query, { n: null, id: 'a' })).toBe(20 + 2);
    expect(cost(query, { n: 'many', id: 'a' })).toBe(20 + 2);
  });

  it('is found in no time for fragments that would unfold to billions', () => {
    const levels = Array.from(
      { length: 60 },
      (_, i) =>
        `fragment F${i} on Person { a: friends(first: 2) { nodes { ...F${i + 1} } } b: friends(first: 2) { nodes { ...F${i + 1} } } }`,
    );
    const query = `{ people(first: 1) { nodes { ...F0 } } } ${levels.join(' ')} fragment F60 on Person { id }`;

    expect(cost(query)).toBeGreaterThan(4 ** 60);
  });

  it('ends for a fragment that contains itself', () => {
    const query =
      '{ people(first: 2) { nodes { ...F } } } fragment F on Person { friends(first: 3) { nodes { ...F } } }';

    expect(cost(query)).toBe(2 + 2 * 3);
  });

  it('is that of the operation that is named', () => {
    const document = parse('query A { people(first: 1) { totalCount } } query B { people(first: 2) { totalCount } }');

    expect(costOf(schema, document, 'B', null)).toBe(2);
    expect(costOf(schema, document, null, null)).toBe(0);
  });
});
