import { type Kind, names, type Value } from './kind.ts';
import type { Happening, Trigger } from './rule.ts';

/** A thing that happened, as far as triggers look at it. */
export interface Cause {
  /** One change may be several happenings: an update that brings a tag is two. */
  readonly happenings: readonly Happening[];
  readonly kind: Kind;
  readonly origin: string;
  /** What is said about it; null where that is not looked at yet. */
  readonly details: {
    /** The changed fields, or those in dispute. */
    readonly fields: readonly string[];
    readonly tags: TagMoves;
    /** The system written to, or whose record it is. */
    readonly system: string | null;
  } | null;
}

/** The tags that came and those that went. */
export interface TagMoves {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

type Details = NonNullable<Cause['details']>;
type Change = { readonly field: string; readonly before: Value; readonly after: Value };

/** True if the trigger answers to that; `systems` are the ids of all systems. */
export function concerns(trigger: Trigger, cause: Cause, systems: ReadonlySet<string>): boolean {
  if (!('on' in trigger) || !trigger.kinds.includes(cause.kind)) return false;
  const { origins } = trigger;
  if (origins === 'systems' ? !systems.has(cause.origin) : origins && !origins.includes(cause.origin)) return false;
  const { details } = cause;
  const happened = trigger.on.filter((happening) => cause.happenings.includes(happening));
  return details === null ? happened.length > 0 : happened.some((happening) => answers(trigger, happening, details));
}

function answers(
  { fields, tags, systems }: Extract<Trigger, { on: unknown }>,
  happening: Happening,
  details: Details,
): boolean {
  switch (happening) {
    case 'created':
    case 'deleted':
      return true;
    case 'changed':
    case 'conflictOpened':
      // That something was looked at or archived somewhere changes nothing about it; a dispute that goes on names no field.
      return details.fields.some((field) => !fields || covers(fields, field));
    case 'tagAdded':
      return details.tags.added.some((tag) => !tags || has(tags, tag));
    case 'tagRemoved':
      return details.tags.removed.some((tag) => !tags || has(tags, tag));
    case 'deliveryFailed':
    case 'recordQuarantined':
      return !systems || (details.system !== null && systems.includes(details.system));
  }
}

/** True if the list names that field; 'address.*' names every field that begins with 'address.'. */
export function covers(list: readonly string[], field: string): boolean {
  return list.some((name) => name === field || (name.endsWith('.*') && field.startsWith(name.slice(0, -1))));
}

/** The tags that these changes brought and took, whatever the case of their letters. */
export function tagMoves(changes: readonly Change[]): TagMoves {
  const moves = changes
    .filter(({ field }) => field === 'tags')
    .map(({ before, after }) => [names({ tags: before }, 'tags'), names({ tags: after }, 'tags')] as const);
  return {
    added: moves.flatMap(([before, after]) => after.filter((tag) => !has(before, tag))),
    removed: moves.flatMap(([before, after]) => before.filter((tag) => !has(after, tag))),
  };
}

function has(tags: readonly string[], tag: string): boolean {
  return tags.some((one) => one.trim().toLowerCase() === tag.trim().toLowerCase());
}
