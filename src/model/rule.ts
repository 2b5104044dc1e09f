import { z } from 'zod';
import { Condition, inWords } from './condition.ts';
import { KINDS, type Kind } from './kind.ts';
import { canonical } from './merge.ts';

/** What can happen to an entity that a rule answers to. */
export const HAPPENINGS = ['created', 'changed', 'deleted'] as const;
/** One of the things that can happen to an entity. */
export type Happening = (typeof HAPPENINGS)[number];

/**
 * When a rule fires: on what happens, or every so many milliseconds. `origins` restricts whose doing it answers to (system ids,
 * 'gateway' for callers and rules, or every system), `fields` what must be among the changes ('address.*' for all that begin so).
 */
export type Trigger =
  | {
      readonly on: readonly Happening[];
      readonly kinds: readonly Kind[];
      readonly origins?: 'systems' | readonly string[] | undefined;
      readonly fields?: readonly string[] | undefined;
    }
  | {
      readonly every: number;
      /** Looks at the entities of this kind, each once; absent: it is about nothing in particular and fires every time. */
      readonly kind?: Kind | undefined;
      /** Takes the same entity up again, when something happened to it, after so many milliseconds. */
      readonly again?: number | undefined;
    };

/** What a rule does. Texts are templates. Tags and tasks concern the contact that the cause is about or belongs to. */
export type Action =
  | {
      readonly do: 'createTask';
      readonly title: string;
      readonly body?: string | undefined;
      readonly dueInMs: number;
      /** Not while the contact has an open task of the same title. */
      readonly unlessOpen?: true | undefined;
    }
  | { readonly do: 'addTags'; readonly tags: readonly string[] }
  | { readonly do: 'removeTags'; readonly tags: readonly string[] }
  /** Reads the contact again in every other system that keeps it, and writes what then differs to the system the cause came from. */
  | { readonly do: 'pullContact' }
  /** Starts a run over these kinds, in the named systems or all, unless one has just begun. */
  | { readonly do: 'syncKinds'; readonly kinds: readonly Kind[]; readonly systems?: readonly string[] | undefined };

/** When this happens, and that holds, do these things. The name says so in a sentence. */
export interface Rule {
  readonly id: string;
  readonly name: string;
  readonly enabled: boolean;
  readonly trigger: Trigger;
  readonly when: Condition | null;
  readonly actions: readonly Action[];
}

/** A rule that comes with the gateway or a source: on from the first start everywhere, or in the sandbox alone. */
export type ShippedRule = Omit<Rule, 'enabled'> & { readonly on: 'everywhere' | 'sandbox' };

const SECOND = 1_000;
const YEAR = 366 * 86_400_000;
const LONGEST_PAUSE = 31 * 86_400_000;
const text = (longest: number) => z.string().trim().min(1).max(longest);
const list = <T extends z.ZodType>(item: T) => z.array(item).min(1).max(20);
const pause = z.number().int().min(SECOND).max(LONGEST_PAUSE);

const TriggerShape: z.ZodType<Trigger> = z.union([
  z.strictObject({
    on: list(z.enum(HAPPENINGS)),
    kinds: list(z.enum(KINDS)),
    origins: z.union([z.literal('systems'), list(text(60))]).optional(),
    fields: list(text(120)).optional(),
  }),
  z.strictObject({ every: pause, kind: z.enum(KINDS).optional(), again: pause.optional() }),
]);

const ActionShape: z.ZodType<Action> = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('createTask'),
    title: text(500),
    body: text(5_000).optional(),
    dueInMs: z.number().int().min(0).max(YEAR),
    unlessOpen: z.literal(true).optional(),
  }),
  z.strictObject({ do: z.literal('addTags'), tags: list(text(200)) }),
  z.strictObject({ do: z.literal('removeTags'), tags: list(text(200)) }),
  z.strictObject({ do: z.literal('pullContact') }),
  z.strictObject({
    do: z.literal('syncKinds'),
    kinds: list(z.enum(KINDS)),
    systems: list(text(60)).optional(),
  }),
]);

/** Reads a rule that came from outside or from the store. */
export const Rule: z.ZodType<Rule> = z.strictObject({
  id: z.string().regex(/^rul_[a-z0-9][a-z0-9-]{0,79}$/, 'must be like rul_changed-note'),
  name: text(300),
  enabled: z.boolean(),
  trigger: TriggerShape,
  when: Condition.nullable(),
  actions: z.array(ActionShape).min(1).max(10),
});

/** A thing that happened, as far as triggers look at it. */
export interface Cause {
  readonly happening: Happening;
  readonly kind: Kind;
  readonly origin: string;
  /** The changed fields; null where they are not looked at yet. */
  readonly fields: readonly string[] | null;
}

/** True if the trigger answers to that; `systems` are the ids of all systems. */
export function concerns(trigger: Trigger, cause: Cause, systems: ReadonlySet<string>): boolean {
  if (!('on' in trigger)) return false;
  if (!trigger.on.includes(cause.happening) || !trigger.kinds.includes(cause.kind)) return false;
  const { origins, fields } = trigger;
  if (origins === 'systems' ? !systems.has(cause.origin) : origins && !origins.includes(cause.origin)) return false;
  if (cause.fields === null) return true;
  // That something was looked at or archived somewhere changes nothing about it.
  if (cause.happening === 'changed' && cause.fields.length === 0) return false;
  return !fields || cause.happening !== 'changed' || cause.fields.some((field) => covers(fields, field));
}

/** True if the list names that field; 'address.*' names every field that begins with 'address.'. */
export function covers(list: readonly string[], field: string): boolean {
  return list.some((name) => name === field || (name.endsWith('.*') && field.startsWith(name.slice(0, -1))));
}

/** What an action does, for people. */
export function actionInWords(action: Action): string {
  switch (action.do) {
    case 'createTask':
      return `create the task "${action.title}"${action.unlessOpen ? ' unless it is open already' : ''}`;
    case 'addTags':
      return `add the tags ${action.tags.join(', ')}`;
    case 'removeTags':
      return `remove the tags ${action.tags.join(', ')}`;
    case 'pullContact':
      return 'read the contact again in the other systems and write what differs';
    case 'syncKinds':
      return `read the ${action.kinds.join('s and ')}s of ${action.systems?.join(' and ') ?? 'every system'}`;
  }
}

/** The whole rule in one sentence made of its parts: what is in force, whatever its name says. */
export function summary({ trigger, when, actions }: Pick<Rule, 'trigger' | 'when' | 'actions'>): string {
  const condition = when ? `, if ${inWords(when)}` : '';
  return `${occasion(trigger)}${condition}: ${actions.map(actionInWords).join('; ')}.`;
}

function occasion(trigger: Trigger): string {
  if ('every' in trigger) {
    const minutes = Math.round(trigger.every / 60_000);
    return `Every ${minutes < 1 ? `${trigger.every / SECOND} seconds` : `${minutes} minutes`}${trigger.kind ? `, for each ${trigger.kind}` : ''}`;
  }
  const { on, kinds, origins, fields } = trigger;
  const what = fields ? `${fields.join(', ')} of a ${kinds.join(' or ')}` : `a ${kinds.join(' or ')}`;
  const where = origins === 'systems' ? ' in a system' : origins ? ` in ${origins.join(' or ')}` : '';
  return `When ${what} is ${on.join(' or ')}${where}`;
}

const PARTS = ['name', 'enabled', 'trigger', 'when', 'actions'] as const;

/** The rule as a new version of the gateway ships it, except for the parts that an operator has made different since the last. */
export function upgraded(rule: Rule, shippedBefore: Rule, shippedNow: Rule): Rule {
  const kept = PARTS.filter((part) => canonical(rule[part]) !== canonical(shippedBefore[part]));
  return { ...shippedNow, ...Object.fromEntries(kept.map((part) => [part, rule[part]])) };
}

/** True if the two do the same on the same occasions, whatever they are called and whether or not they are on. */
export function doSame(a: Rule, b: Rule): boolean {
  return canonical([a.trigger, a.when, a.actions]) === canonical([b.trigger, b.when, b.actions]);
}

/** The most rules that may follow one from another. */
export const LONGEST_CHAIN = 3;

/**
 * May a rule fire on what this chain of rules has led to (first to last)? Its own effect is no occasion for it; one that comes
 * back to it by way of others, or that is too long, is a loop to be told of.
 */
export function follows(ruleId: string, chain: readonly string[]): 'yes' | 'own' | 'loop' {
  if (chain.at(-1) === ruleId) return 'own';
  return chain.includes(ruleId) || chain.length >= LONGEST_CHAIN ? 'loop' : 'yes';
}
