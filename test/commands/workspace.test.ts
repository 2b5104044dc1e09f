import { afterEach, describe, expect, it } from 'vitest';
import { runCommand } from '../../src/commands/index.ts';
import { definitions } from '../../src/sources/generated/registry.ts';
import { engines, type Place } from '../support/databases.ts';
import { SECRET_KEY } from '../support/vault.ts';

let place: Place | null = null;
afterEach(async () => place?.remove());

for (const engine of engines)
  describe.skipIf(!engine.available)(`workspace, on ${engine.name}`, () => {
    async function cli(...args: string[]) {
      place ??= await engine.place();
      const env = {
        DATA_DIR: place.dataDir,
        SANDBOX: 'off',
        SECRET_KEY,
        ...(place.url && { DATABASE_URL: place.url }),
      };
      return runCommand(args, { env, definitions, write: async () => undefined });
    }
    afterEach(() => {
      place = null;
    });

    it('add makes one with an admin key of its own, once; list names it', async () => {
      const made = await cli('workspace', 'add', 'acme', '--name', 'Acme Heating');
      const again = await cli('workspace', 'add', 'acme');
      const keys = await cli('keys', 'list', '--workspace', 'acme');
      const { lines } = await cli('workspace', 'list');

      expect(made.code).toBe(0);
      expect(made.lines[0]).toMatch(/^trb_/);
      expect(again).toEqual({ code: 1, lines: [expect.stringContaining('There is a workspace "acme" already')] });
      expect(keys.lines).toEqual([expect.stringMatching(/"First key", acme, admin, does not end, never used/)]);
      expect(lines).toEqual([
        expect.stringMatching(/^default/),
        expect.stringMatching(/^acme {2}"Acme Heating", since 20/),
      ]);
    });

    it.each(['default', 'A', 'x', 'white space', '-a'])('add refuses the id %s', async (id) => {
      const { code } = await cli('workspace', 'add', id);

      expect(code).toBeGreaterThan(0);
      expect((await cli('workspace', 'list')).lines).toHaveLength(1);
    });

    it('add is an entry of the audit log, without the secret', async () => {
      const made = await cli('workspace', 'add', 'acme');
      const { items } = await (await (place as Place).open())
        .store('default')
        .audit.page({}, { limit: 10, forward: true, from: null });

      expect(items).toMatchObject([
        { action: 'cli workspace add', subject: 'acme', actorName: 'operator', outcome: 'DONE' },
      ]);
      expect(JSON.stringify(items)).not.toContain(made.lines[0]);
    });
  });
