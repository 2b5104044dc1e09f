import { useQuery } from 'urql';
import { graphql } from './graphql.ts';

const TagSuggestions = graphql(`
  query TagSuggestions($search: String) {
    tags(first: 50, search: $search) { nodes { id name } }
  }
`);

/** The tags there are whose names begin like that, to choose from. */
export function useTagSuggestions(text: string): readonly { readonly id: string; readonly label: string }[] {
  const search = text.trim();
  const [{ data }] = useQuery({ query: TagSuggestions, variables: { search: search === '' ? null : search } });
  return data?.tags.nodes.map(({ id, name }) => ({ id: String(id), label: name })) ?? [];
}
