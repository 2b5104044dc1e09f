import { z } from 'zod';
import { Condition } from './condition.ts';
import { KINDS, type Kind } from './kind.ts';
import { canonical } from './merge.ts';

/** What can happen to an entity that a rule answers to; 'deliveryFailed' is for good, and a tag that comes with a new contact is added. */
export const HAPPENINGS = [
  'created',
  'changed',
  'deleted',
  'tagAdded',
  'tagRemoved',
  'conflictOpened',
  'deliveryFailed',
  'recordQuarantined',
] as const;
/** One of the things that can happen to an entity. */
export type Happening = (typeof HAPPENINGS)[number];

/**
 * When a rule fires: on what happens, or every so many milliseconds. `origins` restricts whose doing it answers to (system ids,
 * 'gateway' for callers, rules and deliveries, or every system); `fields` what must be among the changes or in dispute ('address.*'
 * for all that begin so), `tags` which came or went, `systems` where a delivery failed or the record is.
 */
export type Trigger =
  | {
      readonly on: readonly Happening[];
      readonly kinds: readonly Kind[];
      readonly origins?: 'systems' | readonly string[] | undefined;
      readonly fields?: readonly string[] | undefined;
      readonly tags?: readonly string[] | undefined;
      readonly systems?: readonly string[] | undefined;
    }
  | {
      readonly every: number;
      /** Looks at the entities of this kind, each once; absent: it is about nothing in particular and fires every time. */
      readonly kind?: Kind | undefined;
      /** Takes the same entity up again, when something happened to it, after so many milliseconds. */
      readonly again?: number | undefined;
    };

/** What a rule does. Texts are templates. Tags, tasks and notes concern the contact that the cause is about or belongs to. */
export type Action =
  | {
      readonly do: 'createTask';
      readonly title: string;
      readonly body?: string | undefined;
      readonly dueInMs: number;
      /** Not while the contact has an open task of the same title. */
      readonly unlessOpen?: true | undefined;
    }
  | { readonly do: 'createNote'; readonly title?: string | undefined; readonly body: string }
  | { readonly do: 'addTags'; readonly tags: readonly string[] }
  | { readonly do: 'removeTags'; readonly tags: readonly string[] }
  /** Tells people, in the log and by whatever alerts go out. */
  | { readonly do: 'raiseAlert'; readonly message: string }
  /** Sends a signed message to a webhook target, with the text and the values of these words or fields. */
  | {
      readonly do: 'callWebhook';
      readonly target: string;
      readonly message?: string | undefined;
      readonly fields?: readonly string[] | undefined;
    }
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
  /** It is paused when it fires more often than this within an hour; absent: 1,000 times. */
  readonly mostPerHour?: number | undefined;
}

/** A rule that comes with the gateway or a source: on from the first start everywhere, or in the sandbox alone. */
export type ShippedRule = Omit<Rule, 'enabled'> & { readonly on: 'everywhere' | 'sandbox' };

/** What a rule may fire within an hour where it does not say. */
export const MOST_PER_HOUR = 1_000;

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
    tags: list(text(200)).optional(),
    systems: list(text(60)).optional(),
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
  z.strictObject({ do: z.literal('createNote'), title: text(500).optional(), body: text(5_000) }),
  z.strictObject({ do: z.literal('addTags'), tags: list(text(200)) }),
  z.strictObject({ do: z.literal('removeTags'), tags: list(text(200)) }),
  z.strictObject({ do: z.literal('raiseAlert'), message: text(1_000) }),
  z.strictObject({
    do: z.literal('callWebhook'),
    target: text(100),
    message: text(1_000).optional(),
    fields: list(text(120)).optional(),
  }),
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
  mostPerHour: z.number().int().min(1).max(1_000_000).optional(),
});

const PARTS = ['name', 'enabled', 'trigger', 'when', 'actions', 'mostPerHour'] as const;

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
