import { toProblem } from '../../base/errors.ts';
import { businessFilter } from '../../model/contact.ts';
import { text } from '../../model/kind.ts';
import type { Entity } from '../../store/shapes.ts';
import { bring } from '../../sync/bring.ts';
import type { GraphContext } from '../context.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { entityList } from '../lists.ts';
import type { BusinessModel } from '../models.ts';

const BUSINESS_ID = /^biz_([a-z0-9-]+)_(.+)$/s;

/** Companies, as the systems that keep contacts under companies have them. */
export const businessResolvers: Resolvers = {
  Business: {
    id: (business) => `biz_${business.system}_${business.id}`,
    name: (business, _, context) => context.loaders.businessName(business.system).load(business.id),
    contacts: async (business, args, context) => {
      await lookAtContacts(business, context);
      return entityList(context, { kind: 'contact', filterKeys: [contactsOf(business)] }, args);
    },
  },
  Query: {
    business: async (_, { id }, context) => {
      const business = parseBusinessId(id);
      if (!business || !context.sync.connections.get(business.system)?.source.businesses) return null;
      const name = await context.loaders.businessName(business.system).load(business.id);
      return name === null ? null : business;
    },
  },
};

/** The company a contact is filed under; null where there is none. */
export function businessOf(contact: Entity): BusinessModel | null {
  const [system, ...id] = text(contact.fields, 'businessId')?.split(':') ?? [];
  return system && id.length > 0 ? { system, id: id.join(':') } : null;
}

/** The company with that graph id; null for other ids. Whether its system knows it is not asked. */
export function parseBusinessId(id: string): BusinessModel | null {
  const [, system, native] = BUSINESS_ID.exec(id) ?? [];
  return system && native ? { system, id: native } : null;
}

/** The filter key of a company's contacts. */
export function contactsOf(business: BusinessModel): string {
  return businessFilter(`${business.system}:${business.id}`);
}

/** Reads a company's contacts from its system where the contacts' feed is older than the caller allows. */
async function lookAtContacts({ system, id }: BusinessModel, context: GraphContext): Promise<void> {
  const connection = context.sync.connections.get(system);
  const { businesses } = connection?.source ?? {};
  if (
    !connection ||
    !businesses ||
    context.sync.freshness.feedAt(system, 'contact') >= context.since(system, 'contact')
  )
    return;
  const cause = { origin: system, actor: null, runId: null, correlationId: context.correlationId };
  const pages = businesses.contacts(id)[Symbol.asyncIterator]();
  try {
    for (;;) {
      const page = await connection.use(() => pages.next());
      if (page.done) return;
      await bring(context.sync, { system, kind: 'contact', records: page.value.records }, { cause, spread: true });
    }
  } catch (thrown) {
    const problem = toProblem(thrown);
    if (problem.code === 'INTERNAL') throw problem;
    context.account.stale.add(`${system} contacts of business ${id}`);
  }
}
