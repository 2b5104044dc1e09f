import { systemClock } from '../base/clock.ts';
import { createIds } from '../base/id.ts';
import { WORKSPACE } from '../config.ts';
import { issueKey } from '../graphql/keys.ts';
import { wrongInWorkspace } from '../graphql/workspaces.ts';
import { type Command, EXIT } from './command.ts';
import { noted } from './noted.ts';
import { withDatabase } from './with-store.ts';

/** Makes a workspace and prints the secret of its first API key, alone on the first line, this once. */
export const addWorkspace: Command = {
  words: ['workspace', 'add'],
  parameters: ['<id>'],
  options: { name: '<text>' },
  what: 'makes a workspace, and a first API key for it whose secret is shown once',
  async run([id = ''], tools, { name = id }) {
    const wish = { id, name: String(name) };
    const [wrong] = wrongInWorkspace(wish);
    if (wrong) return { code: EXIT.usage, lines: [`The ${wrong.message}`] };
    return withDatabase(tools, (database) =>
      noted(database.store(WORKSPACE), { words: ['workspace', 'add'], subject: id }, async () => {
        const clock = systemClock;
        const isNew = id !== WORKSPACE && (await database.workspaces.add({ ...wish, createdAt: clock.now() }));
        if (!isNew) return { code: EXIT.failed, lines: [`There is a workspace "${id}" already; choose another id`] };
        const tools = { keys: database.keys, clock, newId: createIds(() => clock.now()) };
        const first = { name: 'First key', scopes: ['admin'], expiresAt: null };
        const { key, secret } = await issueKey(tools, first, { workspace: id, createdBy: null });
        const lines = [secret, `Workspace ${id}, with the API key ${key.id} (scope admin).`];
        return { code: EXIT.done, lines: [...lines, 'The secret on the first line is not shown again.'] };
      }),
    );
  },
};

/** Lists the workspaces. */
export const listWorkspaces: Command = {
  words: ['workspace', 'list'],
  parameters: [],
  what: 'lists the workspaces',
  run: (_, tools) =>
    withDatabase(tools, async ({ workspaces }) => {
      const others = (await workspaces.all()).map(({ id, name, createdAt }) => {
        return `${id}  "${name}", since ${new Date(createdAt).toISOString()}`;
      });
      return { code: EXIT.done, lines: [`${WORKSPACE}  the one that the environment describes`, ...others] };
    }),
};
