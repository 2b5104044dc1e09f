import { models } from './index.ts';
import type { Fields, Kind, Value } from './kind.ts';
import type { Words } from './template.ts';

/** What a rule speaks of: the thing, the contact it is or belongs to, and what changed by whom. */
export interface RuleSubject {
  readonly entity: { readonly kind: Kind; readonly fields: Fields } | null;
  readonly contact: { readonly fields: Fields } | null;
  readonly changes: readonly { readonly field: string; readonly before: Value; readonly after: Value }[];
  /** The name of the system or of whoever did it, for people. */
  readonly origin: string;
}

/**
 * The words of a rule's templates: `name`, `kind`, `origin`, `changed` (the changed fields), `changes.FIELD.before` and `.after`,
 * `contact.name`, `contact.FIELD`, and any field of the thing itself.
 */
export function wordsOf({ entity, contact, changes, origin }: RuleSubject): Words {
  return (name) => {
    if (name === 'origin') return origin;
    if (name === 'changed') return [...new Set(changes.map(({ field }) => fieldInWords(field)))];
    if (name.startsWith('changes.')) return changeOf(changes, name.slice('changes.'.length));
    if (name === 'contact.name') return contact ? models.contact.label(contact.fields) : undefined;
    if (name.startsWith('contact.')) return own(contact?.fields, name.slice('contact.'.length));
    if (name === 'kind') return entity?.kind;
    if (name === 'name') return entity ? models[entity.kind].label(entity.fields) : undefined;
    return own(entity?.fields, name);
  };
}

/** A field as people would say it: 'firstName' is 'first name', any part of an address is the address. */
export function fieldInWords(field: string): string {
  if (field.startsWith('address.')) return 'address';
  const bare = field.startsWith('custom.') ? field.slice('custom.'.length) : field;
  return bare.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

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
