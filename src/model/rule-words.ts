import { models } from './index.ts';
import type { Fields, Kind, Value } from './kind.ts';
import type { Action } from './rule.ts';
import { tagMoves } from './rule-cause.ts';
import { fillIn, type Words } from './template.ts';
import { uniqueNames } from './tidy.ts';

/** What a rule speaks of: the thing, the contact it is or belongs to, and what happened by whom. */
export interface RuleSubject {
  readonly entity: { readonly kind: Kind; readonly fields: Fields } | null;
  readonly contact: { readonly fields: Fields } | null;
  readonly changes: readonly { readonly field: string; readonly before: Value; readonly after: Value }[];
  /** The name of the system or of whoever did it, for people. */
  readonly origin: string;
  /** The name of the system concerned, and what is said of what happened there; null where there is none. */
  readonly system: string | null;
  readonly message: string | null;
}

/** The words that every template may use; besides these there are fields, `contact.FIELD`, `changes.FIELD.before` and `.after`. */
export const WORDS = [
  'name',
  'kind',
  'origin',
  'changed',
  'contact.name',
  'tags.added',
  'tags.removed',
  'system',
  'message',
] as const;

type Word = (typeof WORDS)[number];

const SAYS: Readonly<Record<Word, (subject: RuleSubject) => Value | undefined>> = {
  name: ({ entity }) => (entity ? models[entity.kind].label(entity.fields) : undefined),
  kind: ({ entity }) => entity?.kind,
  origin: ({ origin }) => origin,
  changed: ({ changes }) => [...new Set(changes.map(({ field }) => fieldInWords(field)))],
  'contact.name': ({ contact }) => (contact ? models.contact.label(contact.fields) : undefined),
  'tags.added': ({ changes }) => tagMoves(changes).added,
  'tags.removed': ({ changes }) => tagMoves(changes).removed,
  system: ({ system }) => system ?? undefined,
  message: ({ message }) => message ?? undefined,
};

/** The words of a rule's templates: those of WORDS, `changes.FIELD.before` and `.after`, `contact.FIELD`, and any field of the thing itself. */
export function wordsOf(subject: RuleSubject): Words {
  const { entity, contact, changes } = subject;
  return (name) => {
    if (isWord(name)) return SAYS[name](subject);
    if (name.startsWith('changes.')) return changeOf(changes, name.slice('changes.'.length));
    if (name.startsWith('contact.')) return own(contact?.fields, name.slice('contact.'.length));
    return own(entity?.fields, name);
  };
}

/** True for a word that every template may use. */
export function isWord(name: string): name is Word {
  return (WORDS as readonly string[]).includes(name);
}

/** A field as people would say it: 'firstName' is 'first name', any part of an address is the address. */
export function fieldInWords(field: string): string {
  if (field.startsWith('address.')) return 'address';
  const bare = field.startsWith('custom.') ? field.slice('custom.'.length) : field;
  return bare.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

const LONGEST_TITLE = 200;
const LONGEST_BODY = 5_000;
const LONGEST_MESSAGE = 1_000;

/** The action with its templates filled in: what is done this time. */
export function filledIn(action: Action, words: Words): Action {
  switch (action.do) {
    case 'createTask': {
      const { body: _, ...task } = action;
      const body = fillIn(action.body ?? '', words, LONGEST_BODY);
      return { ...task, title: fillIn(action.title, words, LONGEST_TITLE) || 'Follow up', ...(body && { body }) };
    }
    case 'createNote': {
      const title = fillIn(action.title ?? '', words, LONGEST_TITLE);
      return { do: action.do, ...(title && { title }), body: fillIn(action.body, words, LONGEST_BODY) };
    }
    case 'addTags':
    case 'removeTags':
      return { ...action, tags: uniqueNames(action.tags.map((tag) => fillIn(tag, words, LONGEST_TITLE))) };
    case 'raiseAlert':
      return { ...action, message: fillIn(action.message, words, LONGEST_MESSAGE) };
    case 'callWebhook': {
      const message = fillIn(action.message ?? '', words, LONGEST_MESSAGE);
      const { message: _, ...call } = action;
      return { ...call, ...(message && { message }) };
    }
    default:
      return action;
  }
}

/** The templates of an action, each with the path to it. */
export function templatesOf(action: Action): { readonly path: readonly string[]; readonly template: string }[] {
  const texts = Object.entries(action).filter(([part]) => TEMPLATES.includes(part));
  return texts.flatMap(([part, value]) =>
    typeof value === 'string'
      ? [{ path: [part], template: value }]
      : (value as readonly string[]).map((template, i) => ({ path: [part, String(i)], template })),
  );
}

const TEMPLATES: readonly string[] = ['title', 'body', 'tags', 'message'];

function changeOf(changes: RuleSubject['changes'], name: string): Value | undefined {
  const dot = name.lastIndexOf('.');
  const [field, side] = [name.slice(0, dot), name.slice(dot + 1)];
  const change = changes.find((candidate) => candidate.field === field);
  if (side === 'before') return change?.before;
  return side === 'after' ? change?.after : undefined;
}

/** Only what the fields themselves hold: a template may ask for 'constructor'. */
function own(fields: Fields | undefined, name: string): Value | undefined {
  return fields && Object.hasOwn(fields, name) ? fields[name] : undefined;
}
