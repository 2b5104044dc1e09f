import { type ASTVisitor, GraphQLError, type ValidationContext } from 'graphql';

const DEEPEST = 15;

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
  return new GraphQLError(`The query is more than ${DEEPEST} fields deep; ask for less at once`, {
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
  });
}

type Selections = NonNullable<ReturnType<ValidationContext['getFragment']>>['selectionSet'];

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

function selectionDepth(context: ValidationContext, set: Selections, known: Map<string, number>): number {
  const depths = set.selections.map((selection) => {
    if (selection.kind === 'FragmentSpread') return fragmentDepth(context, selection.name.value, known);
    const inner = selection.selectionSet ? selectionDepth(context, selection.selectionSet, known) : 0;
    return selection.kind === 'Field' ? inner + 1 : inner;
  });
  return Math.max(0, ...depths);
}
