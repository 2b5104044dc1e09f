import { readdirSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/base/clock.ts';
import { idOfKey, type Keys, writeSecretKey } from '../../src/base/secret-key.ts';
import { createVault } from '../../src/base/vault.ts';
import { engines, type Place } from '../support/databases.ts';
import { keyNumber } from '../support/vault.ts';
import { clearUp, everythingOpens, fill, newPlace, rotate, target, used } from './rotation.ts';

afterEach(clearUp);

const [YOUNG, OLD, OLDER] = [keyNumber(3), keyNumber(2), keyNumber(1)] as const;
const text = (...keys: Keys) => keys.map(writeSecretKey).join(',');
/** The database as a gateway with those keys opens it. */
const openWith = (at: Place, ...keys: Keys) =>
  at.open(
    systemClock,
    createVault(() => keys),
  );

for (const engine of engines)
  describe.skipIf(!engine.available)(`rotate-key with SECRET_KEY on ${engine.name}`, () => {
    const BOTH = { SECRET_KEY: text(YOUNG), SECRET_KEY_OLD: text(OLD) };

    it('seals anew what was sealed with a SECRET_KEY_OLD, and says that it may be removed', async () => {
      const at = await newPlace(engine);
      for (const [workspace, keys] of Object.entries({ v: [OLDER, OLD], w: [OLD, OLDER] } as const)) {
        const database = await openWith(at, ...keys);
        await fill(database.store(workspace), 2);
        await database.close();
      }

      const first = await rotate(at, { SECRET_KEY: text(YOUNG), SECRET_KEY_OLD: text(OLD, OLDER) });
      const again = await rotate(at, { SECRET_KEY: text(YOUNG) });

      const may = 'SECRET_KEY_OLD may be removed, once every gateway runs with this SECRET_KEY.';
      const sealed = (count: number) => `${count} secrets sealed anew; all are sealed with SECRET_KEY now.`;
      expect(first).toMatchObject({ code: 0, lines: [sealed(12), may] });
      expect(again).toMatchObject({ code: 0, lines: [sealed(0), may] });
      expect(await used(at)).toEqual([idOfKey(YOUNG)]);
      const { store } = await openWith(at, YOUNG);
      for (const workspace of ['v', 'w']) await everythingOpens(store(workspace), 2);
      expect(readdirSync(at.dataDir).filter((name) => name.includes('key'))).toEqual([]);
    });

    it('loses nothing that a gateway with the same keys writes beside', async () => {
      const at = await newPlace(engine);
      const former = await openWith(at, OLD);
      await fill(former.store('w'), 2);
      await former.close();
      const { connections } = (await openWith(at, YOUNG, OLD)).store('w');

      const { code } = await rotate(at, BOTH, async (said) => {
        const { tokensVersion: version = 0 } = (await connections.get('s0')) ?? {};
        await connections.renewTokens({ system: 's0', version, tokens: { said } });
      });

      expect(code).toBe(0);
      expect(await used(at)).toEqual([idOfKey(YOUNG)]);
      expect(await connections.get('s0')).toMatchObject({ tokens: { said: 3 } });
    });

    it('says so where a gateway still seals with a former key', async () => {
      const at = await newPlace(engine);
      const { store } = await openWith(at, OLD, YOUNG);
      await fill(store('w'), 1);

      const { code, lines } = await rotate(at, BOTH, () => store('w').targets.put([target('s0')]));

      expect(code).toBe(1);
      expect(lines).toEqual([expect.stringMatching(/a gateway still seals with a SECRET_KEY_OLD: restart it/)]);
      expect([...(await used(at))].sort()).toEqual([idOfKey(OLD), idOfKey(YOUNG)].sort());
    });
  });
