import { text } from '../../model/kind.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { byTime, entityList, restrict } from '../lists.ts';
import { type Written, write } from '../mutation.ts';
import { childWish, removeWish, updateWish } from '../wishes.ts';
import { at, contactOf, synced, textFields } from './synced.ts';

/** Notes and the mutations on them. */
export const noteResolvers: Resolvers = {
  Note: {
    ...synced,
    ...textFields('title', 'author'),
    body: (note) => text(note.fields, 'body') ?? '',
    contact: contactOf,
    at,
  },
  Query: {
    notes: (_, { filter, ...args }, context) => {
      const parts = {
        contactId: filter?.contactId,
        updatedAfter: filter?.updatedAfter?.getTime(),
        system: filter?.system,
      };
      return entityList(context, restrict(byTime('note', 'desc'), parts), args);
    },
  },
  Mutation: {
    createNote: (_, { input }, context) =>
      write(context, 'createNote', input, () => childWish(context, 'note', input)).then(asPayload),
    updateNote: (_, { input }, context) =>
      write(context, 'updateNote', input, () => updateWish('note', input)).then(asPayload),
    deleteNote: (_, { input }, context) =>
      write(context, 'deleteNote', input, () => removeWish('note', input.id)).then(asPayload),
  },
};

function asPayload({ entity, ...rest }: Written) {
  return { note: entity, ...rest };
}
