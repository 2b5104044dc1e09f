import { idPrefix } from '../base/id.ts';
import { type ChildKind, type Kind, text } from '../model/kind.ts';
import { kindOfPrefix } from '../sync/prefix.ts';
import type { GraphContext } from './context.ts';
import { type InputError, invalid } from './errors.ts';
import { readInput } from './input.ts';
import type { Wish } from './mutation.ts';

/** To create something that belongs to a contact. */
export async function childWish(
  context: GraphContext,
  kind: ChildKind,
  input: { readonly contactId: string; readonly [field: string]: unknown },
): Promise<Wish> {
  const { fields, errors } = readInput(kind, { ...input }, true);
  const contact = isOf('contact', input.contactId) ? await context.loaders.entity.load(input.contactId) : null;
  const missing =
    !contact || contact.deletedAt !== null ? [invalid(['contactId'], 'is not the id of a contact', 'NOT_FOUND')] : [];
  const all = [...missing, ...errors, ...endsBeforeStart(fields)];
  return all.length > 0 ? all : { operation: 'create', kind, fields, contactId: input.contactId };
}

/** To change something by its id. */
export function updateWish(kind: Kind, input: { readonly id: string; readonly [field: string]: unknown }): Wish {
  if (!isOf(kind, input.id)) return [notOf(kind)];
  const { fields, errors } = readInput(kind, { ...input }, false);
  const all = [...errors, ...endsBeforeStart(fields)];
  return all.length > 0 ? all : { operation: 'update', entityId: input.id, fields: () => fields };
}

/** To delete something by its id. */
export function removeWish(kind: Kind, id: string): Wish {
  return isOf(kind, id) ? { operation: 'remove', entityId: id } : [notOf(kind)];
}

/** True if the id has the form of an id of that kind. */
export function isOf(kind: Kind, id: string): boolean {
  return kindOfPrefix(idPrefix(id)) === kind;
}

function notOf(kind: Kind): InputError {
  return invalid(['id'], `is not the id of ${kind === 'appointment' ? 'an' : 'a'} ${kind}`, 'NOT_FOUND');
}

function endsBeforeStart(fields: Parameters<typeof text>[0]): InputError[] {
  const [startsAt, endsAt] = [text(fields, 'startsAt'), text(fields, 'endsAt')];
  return startsAt && endsAt && endsAt < startsAt ? [invalid(['endsAt'], 'must not be before startsAt')] : [];
}
