import { idPrefix } from '../../base/id.ts';
import { businessFilter, contactName, tagFilter } from '../../model/contact.ts';
import { type Fields, names, text, type Value } from '../../model/kind.ts';
import { toE164, uniqueNames } from '../../model/tidy.ts';
import type { Entity, EntityQuery } from '../../store/store.ts';
import { bring } from '../../sync/bring.ts';
import { kindOfPrefix } from '../../sync/ledger.ts';
import type { GraphContext } from '../context.ts';
import { badInput, type InputError, invalid } from '../errors.ts';
import type { ContactBy, ContactFilter, ContactOrder, Resolvers, UpsertContactInput } from '../generated/resolvers.ts';
import { readInput } from '../input.ts';
import { byTime, childList, entityList, knownSystem, restrict } from '../lists.ts';
import type { BusinessModel } from '../models.ts';
import { type Wish, type Written, write } from '../mutation.ts';
import { presentOf, synced, textFields } from './synced.ts';
import { timeline } from './timeline.ts';

const ORDERS = { NAME: 'label', CREATED_AT: 'createdAt', UPDATED_AT: 'updatedAt' } as const;
const BUSINESS_ID = /^biz_([a-z0-9-]+)_(.+)$/s;

/** Contacts, their companies, and the mutations on them. */
export const contactResolvers: Resolvers = {
  Contact: {
    ...synced,
    ...textFields('firstName', 'lastName', 'email', 'phone', 'companyName', 'website'),
    name: (contact) => contactName(contact.fields),
    address: (contact) => addressOf(contact.fields),
    business: (contact) => businessOf(contact),
    customFields: (contact, _, context) => customFieldsOf(contact, context),
    async tags(contact, _, context) {
      const tags = await context.loaders.tagByName.loadMany([...names(contact.fields, 'tags')]);
      return tags.filter((tag): tag is Entity => tag !== null && !(tag instanceof Error));
    },
    tasks: (contact, args, context) => {
      const state = args.completed == null ? null : args.completed ? 'completed' : 'open';
      return childList(context, contact.id, restrict(byTime('task', 'asc'), { state }), args);
    },
    notes: (contact, args, context) => childList(context, contact.id, byTime('note', 'desc'), args),
    appointments: (contact, args, context) =>
      childList(context, contact.id, restrict(byTime('appointment', 'asc'), range(args)), args),
    timeline,
  },
  Business: {
    id: (business) => `biz_${business.system}_${business.id}`,
    name: (business, _, context) => context.loaders.businessName(business.system).load(business.id),
    contacts: async (business, args, context) => {
      await lookAtBusiness(business, context);
      const filterKeys = [businessFilter(`${business.system}:${business.id}`)];
      return entityList(context, { kind: 'contact', filterKeys }, args);
    },
  },
  Query: {
    contact: (_, { by }, context) => findContact(by, context),
    contacts: (_, args, context) => entityList(context, contactQuery(args), args),
    business: (_, { id }, context) => {
      const business = parseBusinessId(id);
      return business && context.sync.connections.get(business.system)?.source.businesses
        ? known(business, context)
        : null;
    },
  },
  Mutation: {
    createContact: (_, { input }, context) =>
      write(context, 'createContact', input, () => createWish(input)).then(asPayload),
    updateContact: (_, { input }, context) =>
      write(context, 'updateContact', input, () => updateWish(input.id, input)).then(asPayload),
    upsertContact: (_, { input }, context) =>
      write(context, 'upsertContact', input, () => upsertWish(input, context)).then(asPayload),
    deleteContact: (_, { input }, context) =>
      write(context, 'deleteContact', input, () =>
        contactWish(input.id, { operation: 'remove', entityId: input.id }),
      ).then(asPayload),
    addTags: (_, { input }, context) =>
      write(context, 'addTags', input, () => tagWish(input, (held, given) => [...held, ...given])).then(asPayload),
    removeTags: (_, { input }, context) =>
      write(context, 'removeTags', input, () => tagWish(input, without)).then(asPayload),
  },
};

function asPayload({ entity, ...rest }: Written) {
  return { contact: entity, ...rest };
}

function addressOf(fields: Fields) {
  const part = (name: string) => text(fields, `address.${name}`);
  const address = {
    line1: part('line1'),
    line2: part('line2'),
    city: part('city'),
    county: part('county'),
    postcode: part('postcode'),
    country: part('country'),
  };
  return Object.values(address).some((value) => value !== null) ? address : null;
}

async function customFieldsOf(contact: Entity, context: GraphContext) {
  const custom = Object.entries(contact.fields).filter(
    ([field, value]) => field.startsWith('custom.') && value !== null,
  );
  if (custom.length === 0) return [];
  const labels = (await context.sync.store.settings.get('labels')) as Record<string, string> | undefined;
  return custom.map(([field, value]) => ({
    key: field.slice('custom.'.length),
    label: labels?.[field] ?? null,
    value,
  }));
}

function businessOf(contact: Entity): BusinessModel | null {
  const [system, ...id] = text(contact.fields, 'businessId')?.split(':') ?? [];
  return system && id.length > 0 ? { system, id: id.join(':') } : null;
}

function parseBusinessId(id: string): BusinessModel | null {
  const [, system, native] = BUSINESS_ID.exec(id) ?? [];
  return system && native ? { system, id: native } : null;
}

async function known(business: BusinessModel, context: GraphContext): Promise<BusinessModel | null> {
  const name = await context.loaders.businessName(business.system).load(business.id);
  return name === null ? null : business;
}

/** Reads the company's contacts from its system where the contacts' feed is older than the caller allows. */
async function lookAtBusiness(business: BusinessModel, context: GraphContext): Promise<void> {
  const connection = context.sync.connections.get(business.system);
  const { businesses } = connection?.source ?? {};
  if (!connection || !businesses) return;
  if (context.sync.freshness.feedAt(business.system, 'contact') >= context.since) return;
  const cause = { origin: business.system, actor: null, runId: null, correlationId: context.correlationId };
  await connection.use(async () => {
    for await (const page of businesses.contacts(business.id)) {
      await bring(
        context.sync,
        { system: business.system, kind: 'contact', records: page.records },
        { cause, spread: true },
      );
    }
  });
}

function range(args: { from?: Date | null | undefined; to?: Date | null | undefined }) {
  return { from: args.from?.getTime(), to: args.to?.getTime() };
}

async function findContact(by: ContactBy, context: GraphContext): Promise<Entity | null> {
  if (by.id != null) return presentOf(context, 'contact', by.id);
  if (by.record != null) {
    knownSystem(context, by.record.system);
    const found = await context.sync.store.links.find(by.record.system, 'contact', [by.record.id]);
    const id = found.get(by.record.id);
    return id ? context.present(id) : null;
  }
  const id = await contactIdByKeys(context, by.email ?? null, by.phone ?? null);
  return id ? context.present(id) : null;
}

/** The oldest contact with that e-mail, else with that phone. */
async function contactIdByKeys(
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

interface ContactListArgs {
  readonly search?: string | null | undefined;
  readonly filter?: ContactFilter | null | undefined;
  readonly orderBy?: ContactOrder | null | undefined;
}

function contactQuery({ search, filter, orderBy }: ContactListArgs): EntityQuery {
  const business = filter?.businessId == null ? null : parseBusinessId(filter.businessId);
  if (filter?.businessId != null && !business)
    throw badInput('businessId is not the id of a business', ['filter', 'businessId']);
  const filterKeys = [
    ...(filter?.tag == null ? [] : [tagFilter(filter.tag)]),
    ...(business ? [businessFilter(`${business.system}:${business.id}`)] : []),
  ];
  return restrict(
    { kind: 'contact', filterKeys },
    {
      search,
      system: filter?.system,
      missingIn: filter?.missingIn,
      updatedAfter: filter?.updatedAfter?.getTime(),
      hasConflict: filter?.hasConflict,
      order: orderBy && { by: ORDERS[orderBy.field], direction: orderBy.direction === 'ASC' ? 'asc' : 'desc' },
    },
  );
}

function createWish(input: object): Wish {
  const { fields, errors } = readInput('contact', { ...input }, true);
  return errors.length > 0 ? errors : { operation: 'create', kind: 'contact', fields, contactId: null };
}

function updateWish(id: string, input: object): Wish {
  const { fields, errors } = readInput('contact', { ...input }, false);
  return contactWish(id, errors.length > 0 ? errors : { operation: 'update', entityId: id, fields: () => fields });
}

function contactWish(id: string, wish: Wish): Wish {
  return kindOfPrefix(idPrefix(id)) === 'contact' ? wish : [invalid(['id'], 'is not the id of a contact', 'NOT_FOUND')];
}

async function upsertWish(input: UpsertContactInput, context: GraphContext): Promise<Wish> {
  const { fields, errors } = readInput('contact', { ...input }, false);
  const all: InputError[] = [...errors];
  if (fields.email == null && fields.phone == null)
    all.push(invalid(['email'], 'or phone is needed to find the contact by'));
  if (all.length > 0) return all;
  const id = await contactIdByKeys(context, text(fields, 'email'), text(fields, 'phone'));
  if (id === null) return createWish(input);
  const merged = (entity: Entity): Fields => ({ ...fields, ...addedTags(entity, fields.tags) });
  return { operation: 'update', entityId: id, fields: merged };
}

function addedTags(entity: Entity, given: Value | undefined): Fields {
  return Array.isArray(given) ? { tags: uniqueNames([...names(entity.fields, 'tags'), ...given]) } : {};
}

function tagWish(
  input: { readonly contactId: string; readonly tags: readonly string[] },
  combine: (held: readonly string[], given: readonly string[]) => string[],
): Wish {
  const { fields, errors } = readInput('contact', { tags: input.tags }, false);
  const given = names(fields, 'tags');
  if (errors.length > 0) return errors;
  if (given.length === 0) return [invalid(['tags'], 'must name at least one tag')];
  const change = (entity: Entity): Fields => ({ tags: uniqueNames(combine(names(entity.fields, 'tags'), given)) });
  const wish = contactWish(input.contactId, { operation: 'update', entityId: input.contactId, fields: change });
  return Array.isArray(wish) ? [invalid(['contactId'], 'is not the id of a contact', 'NOT_FOUND')] : wish;
}

function without(held: readonly string[], given: readonly string[]): string[] {
  const gone = new Set(given.map((name) => name.toLowerCase()));
  return held.filter((name) => !gone.has(name.toLowerCase()));
}
