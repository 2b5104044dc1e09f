import { gql } from '@urql/core';
import type { graphql as typed } from '../../client/generated/gql.ts';

type Document = ReturnType<typeof gql>;

const fragments = new Map<string, Document>();

/**
 * A document in the types that `npm run generate` made for it. It stands in the file of whoever asks, so that a page brings only its
 * own; a fragment is known by its name, from the moment its module is imported.
 */
export const graphql = ((text: string): Document => {
  const used = [...text.matchAll(/\.\.\.\s*(?!on\b)(\w+)/g)].map(([, name = '']) => name);
  const needed = [...new Set(used)].filter((name) => !text.includes(`fragment ${name} on`)).map(known);
  const document = gql([text, ...needed.map(() => '')] as unknown as TemplateStringsArray, ...needed);
  const own = /^\s*fragment (\w+) on/.exec(text)?.[1];
  if (own !== undefined) fragments.set(own, document);
  return document;
}) as unknown as typeof typed;

function known(name: string): Document {
  const fragment = fragments.get(name);
  if (!fragment) throw new Error(`The fragment ${name} is used before the module that defines it was imported`);
  return fragment;
}
