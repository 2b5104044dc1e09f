import {
  type ASTVisitor,
  type DocumentNode,
  GraphQLError,
  type SelectionSetNode,
  type ValidationContext,
  visit,
} from 'graphql';

/** A document of more tokens is refused before it is parsed to the end. */
export const MOST_TOKENS = 5_000;

const DEEPEST = 15;

/** What a document may hold of each. */
const MOST = {
  aliases: 600,
  directives: 50,
  'directives in one place': 5,
  fields: 1_500,
  'uses of one field in one place': 50,
} as const;

/**
 * The limit that a document breaks by its mere size, or null. Cheap, and asked before validation, which compares every field
 * with every other one.
 */
export function excess(document: DocumentNode): GraphQLError | null {
  const found = {
    aliases: 0,
    directives: 0,
    'directives in one place': 0,
    fields: 0,
    'uses of one field in one place': 0,
  };
  visit(document, {
    enter(node) {
      if (node.kind === 'Field') found.fields += 1;
      if (node.kind === 'Field' && node.alias) found.aliases += 1;
      if (node.kind === 'SelectionSet')
        found['uses of one field in one place'] = Math.max(found['uses of one field in one place'], mostUses(node));
      const directives = 'directives' in node ? (node.directives?.length ?? 0) : 0;
      found.directives += directives;
      found['directives in one place'] = Math.max(found['directives in one place'], directives);
    },
  });
  const broken = (Object.keys(MOST) as (keyof typeof MOST)[]).find((what) => found[what] > MOST[what]);
  return broken ? refusal(`The query has ${found[broken]} ${broken}, and ${MOST[broken]} are allowed`) : null;
}

/** How often the field that is used most is used here, under whatever alias; inline fragments on the same type are the same place. */
function mostUses(set: SelectionSetNode): number {
  const uses = new Map<string, number>();
  const count = ({ selections }: SelectionSetNode, type: string): void => {
    for (const selection of selections) {
      if (selection.kind === 'InlineFragment')
        count(selection.selectionSet, selection.typeCondition?.name.value ?? type);
      if (selection.kind !== 'Field') continue;
      const name = `${type}.${selection.name.value}`;
      uses.set(name, (uses.get(name) ?? 0) + 1);
    }
  };
  count(set, '');
  return Math.max(0, ...uses.values());
}

/** A validation rule: a query may be 15 fields deep. Introspection is exempt, because its depth is the schema's and not the caller's. */
export function depthLimit(context: ValidationContext): ASTVisitor {
  let depth = 0;
  let introspecting = 0;
  const fragments = new Map<string, number>();
  return {
    Field: {
      enter(node) {
        if (node.name.value.startsWith('__')) introspecting += 1;
        depth += 1;
        if (introspecting === 0 && depth === DEEPEST + 1) context.reportError(tooDeep());
      },
      leave(node) {
        if (node.name.value.startsWith('__')) introspecting -= 1;
        depth -= 1;
      },
    },
    FragmentSpread(node) {
      if (introspecting === 0 && depth + fragmentDepth(context, node.name.value, fragments) > DEEPEST) {
        context.reportError(tooDeep());
      }
    },
  };
}

function tooDeep(): GraphQLError {
  return refusal(`The query is more than ${DEEPEST} fields deep`);
}

function refusal(message: string): GraphQLError {
  return new GraphQLError(`${message}; ask for less at once`, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });
}

/** How deep a fragment goes, its own spreads included; a fragment that contains itself counts once (another rule refuses it). */
function fragmentDepth(context: ValidationContext, name: string, known: Map<string, number>): number {
  const found = known.get(name);
  if (found !== undefined) return found;
  known.set(name, 0);
  const fragment = context.getFragment(name);
  const deep = fragment ? selectionDepth(context, fragment.selectionSet, known) : 0;
  known.set(name, deep);
  return deep;
}

function selectionDepth(context: ValidationContext, set: SelectionSetNode, known: Map<string, number>): number {
  const depths = set.selections.map((selection) => {
    if (selection.kind === 'FragmentSpread') return fragmentDepth(context, selection.name.value, known);
    const inner = selection.selectionSet ? selectionDepth(context, selection.selectionSet, known) : 0;
    return selection.kind === 'Field' ? inner + 1 : inner;
  });
  return Math.max(0, ...depths);
}
