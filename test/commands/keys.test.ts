import { afterEach, describe, expect, it } from 'vitest';
import { keyHashOf } from '../../src/base/api-key.ts';
import { runCommand } from '../../src/commands/index.ts';
import { definitions } from '../../src/sources/generated/registry.ts';
import { engines, type Place } from '../support/databases.ts';
import { SECRET_KEY } from '../support/vault.ts';

let place: Place | null = null;
afterEach(async () => place?.remove());

async function cli(at: Place, ...args: string[]) {
  const env = { DATA_DIR: at.dataDir, SANDBOX: 'off', ...(at.url && { DATABASE_URL: at.url, SECRET_KEY }) };
  return runCommand(args, { env, definitions, write: async () => undefined });
}

/** The id in what `keys add` says. */
const idIn = (lines: readonly string[]) => /key_[0-9a-f]{32}/.exec(lines.join(' '))?.[0] ?? 'none';

for (const engine of engines)
  describe.skipIf(!engine.available)(`on ${engine.name}`, () => {
    it('keys add makes a key and shows its secret alone on a line; the database holds a hash', async () => {
      place = await engine.place();

      const { code, lines } = await cli(
        place,
        'keys',
        'add',
        '--name',
        'The website',
        '--scopes=contacts.readonly,sync.manage',
      );
      const key = await (await place.open()).keys.get(idIn(lines));

      expect(code).toBe(0);
      expect(lines[0]).toMatch(/^trb_[0-9a-f]{32}_[A-Za-z0-9_-]{43}$/);
      expect(key).toMatchObject({
        workspace: 'default',
        name: 'The website',
        scopes: ['contacts.readonly', 'sync.manage'],
        hash: keyHashOf(lines[0] ?? ''),
        createdBy: null,
        expiresAt: null,
      });
      expect(JSON.stringify(key)).not.toContain(lines[0]);
    });

    it('keys add takes an end and a workspace; keys list shows the keys of one workspace', async () => {
      place = await engine.place();
      const made = await cli(place, 'keys', 'add', '--name', 'A', '--scopes', 'admin', '--expires', '2099-01-31');
      await cli(place, 'workspace', 'add', 'acme');
      await cli(place, 'keys', 'add', '--name', 'B', '--scopes', 'admin', '--workspace', 'acme');

      const [own, other, none] = [
        await cli(place, 'keys', 'list'),
        await cli(place, 'keys', 'list', '--workspace', 'acme'),
        await cli(place, 'keys', 'list', '--workspace', 'nobodys'),
      ];

      expect(own.lines).toEqual([
        `${idIn(made.lines)}  "A", default, admin, ends 2099-01-31T00:00:00.000Z, never used`,
      ]);
      expect(other.lines.join()).toMatch(/"B", acme, admin, does not end, never used/);
      expect(none).toMatchObject({ code: 1, lines: [expect.stringContaining('There is no workspace "nobodys"')] });
    });

    it('keys revoke ends a key, once', async () => {
      place = await engine.place();
      await cli(place, 'workspace', 'add', 'acme');
      const made = await cli(place, 'keys', 'add', '--name', 'A', '--scopes', 'admin', '--workspace', 'acme');
      const id = idIn(made.lines);

      const outcomes = [await cli(place, 'keys', 'revoke', id), await cli(place, 'keys', 'revoke', id)];
      const { lines } = await cli(place, 'keys', 'list', '--workspace', 'acme');

      expect(outcomes.map(({ code }) => code)).toEqual([0, 0]);
      expect(outcomes.map(({ lines: said }) => said[0])).toEqual([
        expect.stringContaining('"A" is revoked'),
        `${id} "A" was revoked before.`,
      ]);
      expect(lines.join()).toMatch(/revoked \d{4}-/);
    });
  });

describe('keys, given nonsense', () => {
  it.each([
    [['add'], 2, /--name must be a line.*--scopes must name at least one/],
    [['add', '--name', 'a\u001bb', '--scopes', 'admin'], 2, /^--name must be a line of 1 to 100 characters$/],
    [
      ['add', '--name', 'A', '--scopes', 'contacts.write,root'],
      2,
      /^--scopes names "root"; the scopes are contacts\.readonly/,
    ],
    [['add', '--name', 'A', '--scopes', 'admin', '--expires', 'soon'], 2, /^--expires must be a time such as/],
    [['add', '--name', 'A', '--scopes', 'admin', '--expires', '2020-01-01'], 2, /^--expires must be in the future$/],
    [['revoke', 'key_0'], 1, /no such API key/],
    [['revoke'], 2, /keys revoke <id>/],
  ])('%j say so, and make nothing', async (args, code, words) => {
    place = (await engines[0]?.place()) ?? null;
    if (!place) throw new Error('there is no engine');

    const outcome = await cli(place, 'keys', ...args);

    expect(outcome.code).toBe(code);
    expect(outcome.lines.join(' ')).toMatch(words);
    expect(await (await place.open()).keys.of('default')).toEqual([]);
  });
});
