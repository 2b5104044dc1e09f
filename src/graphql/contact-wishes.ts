import { type Fields, names, text, type Value } from '../model/kind.ts';
import { toE164, uniqueNames } from '../model/tidy.ts';
import type { Entity } from '../store/shapes.ts';
import type { GraphContext } from './context.ts';
import { badInput, invalid } from './errors.ts';
import type { TagContactInput, UpsertContactInput } from './generated/resolvers.ts';
import { readInput } from './input.ts';
import type { Wish } from './mutation.ts';
import { isOf } from './wishes.ts';

/** To create a contact; refused where a contact with that e-mail is known, because the two would be taken for one person. */
export function createWish(input: object): Wish {
  const { fields, errors } = readInput('contact', { ...input }, true);
  if (errors.length > 0) return errors;
  const email = text(fields, 'email');
  const unique = email ? { unique: { key: `email:${email}`, field: 'email' } } : {};
  return { operation: 'create', kind: 'contact', fields, contactId: null, ...unique };
}

/** To update the contact with that e-mail, else with that phone, or to create it. Tags are added, never taken away. */
export async function upsertWish(input: UpsertContactInput, context: GraphContext): Promise<Wish> {
  const { fields, errors } = readInput('contact', { ...input }, false);
  const [email, phone] = [text(fields, 'email'), text(fields, 'phone')];
  const keyless = (email ?? phone) ? [] : [invalid(['email'], 'or phone is needed to find the contact by')];
  if (errors.length > 0 || keyless.length > 0) return [...errors, ...keyless];
  const id = await contactIdByKeys(context, email, phone);
  if (id === null) return createWish(input);
  return { operation: 'update', entityId: id, fields: (entity) => ({ ...fields, ...addedTags(entity, fields.tags) }) };
}

function addedTags(entity: Entity, given: Value | undefined): Fields {
  return Array.isArray(given) ? { tags: uniqueNames([...names(entity.fields, 'tags'), ...given]) } : {};
}

/** To change a contact's set of tags by combining it with the given ones. */
export function tagWish(
  input: Pick<TagContactInput, 'contactId' | 'tags'>,
  combine: (held: readonly string[], given: readonly string[]) => readonly string[],
): Wish {
  const { fields, errors } = readInput('contact', { tags: input.tags }, false);
  if (errors.length > 0) return errors;
  const given = names(fields, 'tags');
  if (given.length === 0) return [invalid(['tags'], 'must name at least one tag')];
  if (!isOf('contact', input.contactId)) return [invalid(['contactId'], 'is not the id of a contact', 'NOT_FOUND')];
  const change = (entity: Entity): Fields => ({ tags: uniqueNames(combine(names(entity.fields, 'tags'), given)) });
  return { operation: 'update', entityId: input.contactId, fields: change };
}

/** Both sets of names. */
export function together(held: readonly string[], given: readonly string[]): readonly string[] {
  return [...held, ...given];
}

/** The held names that are not among the given ones, in any case of their letters. */
export function without(held: readonly string[], given: readonly string[]): readonly string[] {
  const gone = new Set(given.map((name) => name.toLowerCase()));
  return held.filter((name) => !gone.has(name.toLowerCase()));
}

/** The oldest contact with that e-mail, else with that phone. */
export async function contactIdByKeys(
  context: GraphContext,
  email: string | null,
  phone: string | null,
): Promise<string | null> {
  const number = phone === null ? null : toE164(phone);
  if (phone !== null && number === null) throw badInput('phone is not a phone number', ['by', 'phone']);
  const keys = [...(email ? [`email:${email.trim().toLowerCase()}`] : []), ...(number ? [`phone:${number}`] : [])];
  const owners = await context.sync.store.entities.byMatchKeys('contact', keys);
  return keys.flatMap((key) => [...(owners.get(key) ?? [])].sort())[0] ?? null;
}
