import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openKeyFile } from '../../src/base/key-file.ts';
import { idOfKey, writeSecretKey } from '../../src/base/secret-key.ts';
import { keyNumber } from '../support/vault.ts';

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'tributary-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const path = () => join(home, 'secret.key');
const modeOf = (of: string) => (statSync(of).mode & 0o777).toString(8);

describe('a key file', () => {
  it('is made with its folder, for its owner alone, and is the same the next time', async () => {
    const folder = join(home, 'made', 'here');

    const [first] = (await openKeyFile(folder)).read();
    const [again, ...others] = (await openKeyFile(folder)).read();

    expect(again?.equals(first)).toBe(true);
    expect(others).toEqual([]);
    expect([modeOf(folder), modeOf(join(folder, 'secret.key'))]).toEqual(['700', '600']);
    expect(readdirSync(folder)).toEqual(['secret.key']);
  });

  it('is made once, however many processes start at the same time', async () => {
    const program = fileURLToPath(new URL('key-file-process.ts', import.meta.url));
    const children = Array.from({ length: 4 }, () =>
      spawn(process.execPath, ['--import', 'tsx', program, home], { stdio: ['pipe', 'pipe', 'inherit'] }),
    );
    const said = children.map(() => '');
    children.forEach((child, i) => {
      child.stdout.on('data', (chunk: Buffer) => {
        said[i] += chunk.toString();
      });
    });
    await Promise.all(children.map((child) => once(child.stdout, 'data')));

    const ended = children.map((child) => once(child, 'close'));
    for (const child of children) child.stdin.end('go\n');
    await Promise.all(ended);

    const [key] = (await openKeyFile(home)).read();
    expect(said).toEqual(Array(4).fill(`ready\n${idOfKey(key)}\n`));
    expect(readdirSync(home)).toEqual(['secret.key']);
  });

  it('is replaced whole, still for its owner alone, and read as it is now', async () => {
    const file = await openKeyFile(home);
    writeFileSync(`${path()}.new`, 'left by a process that died');

    file.replace([keyNumber(2), keyNumber(1)]);

    expect(file.read().map(idOfKey)).toEqual([2, 1].map((number) => idOfKey(keyNumber(number))));
    expect(readFileSync(path(), 'utf8')).toBe(`${writeSecretKey(keyNumber(2))}\n${writeSecretKey(keyNumber(1))}\n`);
    expect(modeOf(path())).toBe('600');
    expect(readdirSync(home)).toEqual(['secret.key']);
  });

  it.each([0o640, 0o604, 0o620, 0o666])('that others can open (mode %o) is refused, until it is not', async (mode) => {
    const file = await openKeyFile(home);
    chmodSync(path(), mode);

    const refused = openKeyFile(home);

    const words = new RegExp(`secret\\.key.*others \\(mode ${mode.toString(8)}\\): set its mode to 600`);
    await expect(refused).rejects.toMatchObject({ code: 'INVALID', message: expect.stringMatching(words) });
    expect(file.read).toThrow(words);
    chmodSync(path(), 0o600);
    expect((await openKeyFile(home)).read()).toHaveLength(1);
  });

  it.each(['', '\n', 'hunter2\n', `${writeSecretKey(keyNumber(1))}\nhunter2\n`])(
    'that holds no key is refused, not repeated and not replaced: %j',
    async (text) => {
      writeFileSync(path(), text, { mode: 0o600 });

      const problem = await openKeyFile(home).catch((error: unknown) => error);

      expect(problem).toMatchObject({
        code: 'INVALID',
        message: expect.stringMatching(/secret\.key.*is no key.*copy/),
      });
      expect(String(problem)).not.toContain('hunter2');
      expect(readFileSync(path(), 'utf8')).toBe(text);
    },
  );

  it('that is gone beside a running gateway is not made anew', async () => {
    const file = await openKeyFile(home);
    rmSync(path());

    expect(file.read).toThrow(/secret\.key.*cannot be read \(ENOENT\)/);
    expect(readdirSync(home)).toEqual([]);
  });

  it('names DATA_DIR where the folder cannot be used', async () => {
    writeFileSync(join(home, 'file'), '');

    const opened = openKeyFile(join(home, 'file', 'data'));

    await expect(opened).rejects.toMatchObject({
      code: 'INVALID',
      message: expect.stringMatching(/DATA_DIR.*ENOTDIR/),
    });
  });
});
