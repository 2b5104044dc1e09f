/** When a rule acts, as the graph's `Rule.trigger` says it: on what happens, or every so many milliseconds. */
export type Trigger =
  | {
      readonly on: readonly string[];
      readonly kinds: readonly string[];
      readonly origins?: 'systems' | readonly string[];
      readonly fields?: readonly string[];
      readonly tags?: readonly string[];
      readonly systems?: readonly string[];
    }
  | { readonly every: number; readonly kind?: string; readonly again?: number };

/** A trigger that answers to what happens. */
export type Answering = Extract<Trigger, { on: unknown }>;
/** A trigger that looks every so often. */
export type Scheduled = Extract<Trigger, { every: unknown }>;

/** One question about a thing. */
export type Question =
  | { readonly field: string; readonly is: string; readonly value?: unknown }
  | { readonly tag: string }
  | { readonly heldBy: string };

/** Several conditions that must hold all, or of which one is enough. */
export type Group = { readonly all: readonly Condition[] } | { readonly any: readonly Condition[] };

/** What must hold, as the graph's `Rule.when` says it. */
export type Condition = Group | Question | { readonly not: Condition };

/** What a rule does, as one of the graph's `Rule.actions` says it. */
export type Action =
  | {
      readonly do: 'createTask';
      readonly title: string;
      readonly body?: string;
      readonly dueInMs: number;
      readonly unlessOpen?: true;
    }
  | { readonly do: 'createNote'; readonly title?: string; readonly body: string }
  | { readonly do: 'addTags' | 'removeTags'; readonly tags: readonly string[] }
  | { readonly do: 'raiseAlert'; readonly message: string }
  | {
      readonly do: 'callWebhook';
      readonly target: string;
      readonly message?: string;
      readonly fields?: readonly string[];
    }
  | { readonly do: 'pullContact' }
  | { readonly do: 'syncKinds'; readonly kinds: readonly string[]; readonly systems?: readonly string[] };

/** A rule as it is being written. `when` is a group always: an empty one is no condition. */
export interface Draft {
  readonly name: string;
  readonly trigger: Trigger;
  readonly when: Group;
  readonly actions: readonly Action[];
}

/** The same with a part different; a part that is undefined, empty or a list of nothing is left out. */
export function withPart<T extends object>(whole: T, part: { readonly [K in keyof T]?: T[K] | undefined }): T {
  const all = Object.entries({ ...whole, ...part });
  return Object.fromEntries(all.filter(([, value]) => !isNothing(value))) as T;
}

function isNothing(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}
