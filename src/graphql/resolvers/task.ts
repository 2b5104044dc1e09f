import { text } from '../../model/kind.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { byTime, entityList, restrict } from '../lists.ts';
import { type Written, write } from '../mutation.ts';
import { childWish, removeWish, updateWish } from '../wishes.ts';
import { at, contactOf, synced, textFields } from './synced.ts';

/** Tasks and the mutations on them. */
export const taskResolvers: Resolvers = {
  Task: {
    ...synced,
    ...textFields('body', 'dueAt', 'assignee'),
    title: (task) => text(task.fields, 'title') ?? '',
    completed: (task) => task.fields.completed === true,
    contact: contactOf,
    at,
  },
  Query: {
    tasks: (_, { filter, ...args }, context) => {
      const state = filter?.completed == null ? null : filter.completed ? 'completed' : 'open';
      const parts = { contactId: filter?.contactId, state, to: filter?.dueBefore?.getTime(), system: filter?.system };
      return entityList(context, restrict(byTime('task', 'asc'), parts), args);
    },
  },
  Mutation: {
    createTask: (_, { input }, context) =>
      write(context, 'createTask', input, () => childWish(context, 'task', { completed: false, ...input })).then(
        asPayload,
      ),
    updateTask: (_, { input }, context) =>
      write(context, 'updateTask', input, () => updateWish('task', input)).then(asPayload),
    completeTask: (_, { input }, context) =>
      write(context, 'completeTask', input, () =>
        updateWish('task', { id: input.id, completed: input.completed ?? true }),
      ).then(asPayload),
    deleteTask: (_, { input }, context) =>
      write(context, 'deleteTask', input, () => removeWish('task', input.id)).then(asPayload),
  },
};

function asPayload({ entity, ...rest }: Written) {
  return { task: entity, ...rest };
}
