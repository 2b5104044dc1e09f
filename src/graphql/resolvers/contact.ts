import { contactName, tagFilter } from '../../model/contact.ts';
import { type Fields, names, text } from '../../model/kind.ts';
import type { Entity } from '../../store/shapes.ts';
import type { EntityQuery } from '../../store/store.ts';
import { contactIdByKeys, createWish, tagWish, together, upsertWish, without } from '../contact-wishes.ts';
import type { GraphContext } from '../context.ts';
import { badInput } from '../errors.ts';
import type { ContactBy, ContactFilter, ContactOrder, Resolvers } from '../generated/resolvers.ts';
import { byTime, childList, entityList, knownSystem, restrict } from '../lists.ts';
import { type Written, write } from '../mutation.ts';
import { removeWish, updateWish } from '../wishes.ts';
import { businessOf, contactsOf, parseBusinessId } from './business.ts';
import { presentOf, synced, textFields } from './synced.ts';
import { timeline } from './timeline.ts';

const ORDERS = { NAME: 'label', CREATED_AT: 'createdAt', UPDATED_AT: 'updatedAt' } as const;

/** Contacts and the mutations on them. */
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
  Query: {
    contact: (_, { by }, context) => findContact(by, context),
    contacts: (_, args, context) => entityList(context, contactQuery(args), args),
  },
  Mutation: {
    createContact: (_, { input }, context) =>
      write(context, 'createContact', input, () => createWish(input)).then(asPayload),
    updateContact: (_, { input }, context) =>
      write(context, 'updateContact', input, () => updateWish('contact', input)).then(asPayload),
    upsertContact: (_, { input }, context) =>
      write(context, 'upsertContact', input, () => upsertWish(input, context)).then(asPayload),
    deleteContact: (_, { input }, context) =>
      write(context, 'deleteContact', input, () => removeWish('contact', input.id)).then(asPayload),
    addTags: (_, { input }, context) =>
      write(context, 'addTags', input, () => tagWish(input, together)).then(asPayload),
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
  const labels = await context.loaders.labels();
  return custom.map(([field, value]) => ({
    key: field.slice('custom.'.length),
    label: labels[field] ?? null,
    value,
  }));
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
    ...(business ? [contactsOf(business)] : []),
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
