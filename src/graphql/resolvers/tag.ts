import { tagFilter } from '../../model/contact.ts';
import { text } from '../../model/kind.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { entityList, restrict } from '../lists.ts';
import { synced, textFields } from './synced.ts';

/** Tags; they are made and removed by tagging contacts, or in the systems. */
export const tagResolvers: Resolvers = {
  Tag: {
    ...synced,
    ...textFields('color'),
    name: (tag) => text(tag.fields, 'name') ?? '',
    contacts: (tag, args, context) => {
      const name = text(tag.fields, 'name') ?? '';
      return entityList(context, { kind: 'contact', filterKeys: [tagFilter(name)] }, args);
    },
  },
  Query: {
    tags: (_, { search, ...args }, context) => entityList(context, restrict({ kind: 'tag' }, { search }), args),
  },
};
