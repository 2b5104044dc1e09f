import type { RuleRowFragment } from '../../../client/generated/graphql.ts';
import { isGroup, simplified } from './condition.ts';
import type { Action, Condition, Draft, Group, Trigger } from './shape.ts';

const DAY_MS = 86_400_000;

/** Where a new rule begins: with the sentence that most of them are. */
export const NEW: Draft = {
  name: '',
  trigger: { on: ['changed'], kinds: ['note'], origins: 'systems' },
  when: { all: [] },
  actions: [{ do: 'createTask', title: '', dueInMs: DAY_MS, unlessOpen: true }],
};

/** The rule as the form takes it. */
export function draftOf({
  name,
  trigger,
  when,
  actions,
}: Pick<RuleRowFragment, 'name' | 'trigger' | 'when' | 'actions'>): Draft {
  return {
    name,
    // The graph promises these shapes in `Rule.trigger`, `when` and `actions`.
    trigger: trigger as Trigger,
    when: groupOf((when ?? null) as Condition | null),
    actions: actions as Action[],
  };
}

/** The parts of a rule as the graph takes them. */
export interface Parts {
  readonly name?: string;
  readonly trigger?: Trigger;
  readonly when?: Group | null;
  readonly actions?: readonly Action[];
}

/** What the graph is told of a draft: all of it, or what is different from how it was. */
export function partsOf(draft: Draft, before: Draft | null = null): Parts {
  const { name, trigger, when, actions } = draft;
  const parts = { name, trigger, when: childrenOf(when).length === 0 ? null : when, actions };
  const different = Object.entries(parts).filter(([part]) => !isSame(draft, before, part as keyof Draft));
  return Object.fromEntries(different);
}

function isSame(draft: Draft, before: Draft | null, part: keyof Draft): boolean {
  return before !== null && JSON.stringify(draft[part]) === JSON.stringify(before[part]);
}

function groupOf(when: Condition | null): Group {
  if (when === null) return { all: [] };
  const simple = simplified(when);
  return isGroup(simple) ? simple : { all: [simple] };
}

function childrenOf(group: Group): readonly Condition[] {
  return 'all' in group ? group.all : group.any;
}
