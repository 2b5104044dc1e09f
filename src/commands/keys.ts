import { systemClock } from '../base/clock.ts';
import { createIds } from '../base/id.ts';
import { withIncluded } from '../graphql/caller.ts';
import { checkKey, issueKey, type KeyWish } from '../graphql/keys.ts';
import type { ApiKey } from '../store/access-store.ts';
import { type Command, EXIT, type Options } from './command.ts';
import { noted } from './noted.ts';
import { OF_WORKSPACE, withDatabase, withStore } from './with-store.ts';

/** Makes an API key and prints its secret, alone on the first line, this once. */
export const addKey: Command = {
  words: ['keys', 'add'],
  parameters: [],
  options: { name: '<text>', scopes: '<a,b>', expires: '<time>', ...OF_WORKSPACE },
  what: 'makes an API key and shows its secret once; --name and --scopes are needed',
  async run(_, tools, options) {
    const wish = wishOf(options);
    // Whoever is at the operator's machine may give any scope.
    const errors = checkKey(wish, withIncluded(['admin']), systemClock.now());
    if (Number.isNaN(wish.expiresAt)) return { code: EXIT.usage, lines: [EXPIRES] };
    if (errors.length > 0)
      return { code: EXIT.usage, lines: errors.map(({ message }) => `--${message.replace(/^expiresAt/, 'expires')}`) };
    return withStore(tools, options, (store, { keys }) =>
      noted(store, { words: ['keys', 'add'], given: Object.keys(options) }, async () => {
        const newId = createIds(() => systemClock.now());
        const owner = { workspace: store.workspace, createdBy: null };
        const { key, secret } = await issueKey({ keys, clock: systemClock, newId }, wish, owner);
        return { code: EXIT.done, lines: [secret, lineOf(key), 'The secret on the first line is not shown again.'] };
      }),
    );
  },
};

/** Lists the API keys of a workspace, oldest first. */
export const listKeys: Command = {
  words: ['keys', 'list'],
  parameters: [],
  options: OF_WORKSPACE,
  what: 'lists the API keys, oldest first',
  run: (_, tools, options) =>
    withStore(tools, options, async ({ workspace }, { keys }) => {
      const all = await keys.of(workspace);
      return { code: EXIT.done, lines: all.length > 0 ? all.map(lineOf) : ['There are no API keys.'] };
    }),
};

/** Revokes an API key of any workspace. */
export const revokeKey: Command = {
  words: ['keys', 'revoke'],
  parameters: ['<id>'],
  what: 'makes an API key open nothing any more; may be repeated',
  run: ([id = ''], tools) =>
    withDatabase(tools, async ({ keys, store }) => {
      const key = await keys.get(id);
      if (!key)
        return { code: EXIT.failed, lines: ['There is no such API key: "keys list" shows their ids (key_...).'] };
      return noted(store(key.workspace), { words: ['keys', 'revoke'], subject: id }, async () => {
        const isNew = await keys.revoke(key.workspace, id, systemClock.now());
        const words = isNew ? 'is revoked; a running gateway knows it within 30 s.' : 'was revoked before.';
        return { code: EXIT.done, lines: [`${id} "${key.name}" ${words}`] };
      });
    }),
};

const EXPIRES = '--expires must be a time such as 2027-01-31 or 2027-01-31T12:00:00Z';

function wishOf({ name, scopes, expires }: Options): KeyWish {
  const named = typeof scopes === 'string' ? scopes.split(',').map((scope) => scope.trim()) : [];
  return {
    name: typeof name === 'string' ? name : '',
    scopes: named.filter((scope) => scope !== ''),
    expiresAt: expires === undefined ? null : Date.parse(String(expires)),
  };
}

function lineOf({ id, name, workspace, scopes, expiresAt, revokedAt, lastUsedAt }: ApiKey): string {
  const facts = [
    `"${name}"`,
    workspace,
    scopes.join(' '),
    expiresAt === null ? 'does not end' : `ends ${time(expiresAt)}`,
    lastUsedAt === null ? 'never used' : `used ${time(lastUsedAt)}`,
    ...(revokedAt === null ? [] : [`revoked ${time(revokedAt)}`]),
  ];
  return `${id}  ${facts.join(', ')}`;
}

function time(ms: number): string {
  return new Date(ms).toISOString();
}
