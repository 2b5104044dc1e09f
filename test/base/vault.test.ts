import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/base/errors.ts';
import { idOfKey, type Keys, newSecretKey, readSecretKey, writeSecretKey } from '../../src/base/secret-key.ts';
import { createVault, isSealed, type Vault } from '../../src/base/vault.ts';
import { keyNumber } from '../support/vault.ts';

const PLACE = 'default targets secret tgt_1';
const TEXT = 'whsec_ pa\u0000ss wörd 🔑';

const vaultOf = (...keys: Keys) => createVault(() => keys);

function refusal(vault: Vault, sealed: string, place = PLACE): Problem {
  try {
    vault.open(sealed, place);
  } catch (thrown) {
    if (thrown instanceof Problem) return thrown;
    throw thrown;
  }
  throw new Error('It was opened');
}

/** The same text with one of its bits turned. */
function turned(sealed: string, bit: number): string {
  const at = sealed.lastIndexOf(':') + 1;
  const bytes = Buffer.from(sealed.slice(at), 'base64url');
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return sealed.slice(0, at) + bytes.toString('base64url');
}

describe('a vault', () => {
  it.each(['', TEXT, 'x'.repeat(100_000)])('opens what it sealed (%#)', (text) => {
    const vault = vaultOf(keyNumber(1));

    const sealed = vault.seal(text, PLACE);

    expect(vault.open(sealed, PLACE)).toBe(text);
    expect(sealed).toMatch(/^sealed:1:[0-9a-f]{16}:[A-Za-z0-9_-]+$/);
    expect(isSealed(sealed)).toBe(true);
    if (text) expect(sealed).not.toContain(text);
  });

  it('seals the same text differently every time, and with the randomness it is given', () => {
    const [real, fixed] = [
      vaultOf(keyNumber(1)),
      createVault(
        () => [keyNumber(1)],
        (bytes) => bytes.fill(9),
      ),
    ];

    const sealed = Array.from({ length: 100 }, () => real.seal(TEXT, PLACE));

    expect(new Set(sealed).size).toBe(100);
    expect(fixed.seal(TEXT, PLACE)).toBe(fixed.seal(TEXT, PLACE));
    expect(Buffer.from(fixed.seal('', PLACE).split(':')[3] ?? '', 'base64url').subarray(0, 12)).toEqual(
      Buffer.alloc(12, 9),
    );
  });

  it.each(['default targets secret tgt_2', 'other targets secret tgt_1', 'default targets old_secret tgt_1', ''])(
    'does not open what was sealed for another place: %j',
    (place) => {
      const vault = vaultOf(keyNumber(1));

      const problem = refusal(vault, vault.seal(TEXT, PLACE), place);

      expect(problem.message).toMatch(/"[^"]*" was changed or put there from elsewhere: .* enter it anew/);
      expect(inspect(problem, { depth: null })).not.toContain('wörd');
    },
  );

  it('does not open a text of which any bit was changed', () => {
    const vault = vaultOf(keyNumber(1));
    const sealed = vault.seal('ab', PLACE);
    const bits = (12 + 2 + 16) * 8;

    const opened = Array.from({ length: bits }, (_, bit) => refusal(vault, turned(sealed, bit)).code);

    expect(opened).toEqual(Array(bits).fill('INVALID'));
  });

  it.each(['', 'whsec_plain', 'sealed:1:', 'sealed:1:0123456789abcdef:short', 'sealed:2:0123456789abcdef:AAAA'])(
    'does not take %j for sealed, and does not repeat it',
    (text) => {
      const { message } = refusal(vaultOf(keyNumber(1)), text);

      expect(isSealed(text)).toBe(false);
      expect(message).toContain('is not sealed');
      if (text) expect(message).not.toContain(text);
    },
  );

  it('opens with its older keys and seals with the current one', () => {
    const [old, young] = [keyNumber(1), keyNumber(2)];
    const sealed = vaultOf(old).seal(TEXT, PLACE);

    const vault = vaultOf(young, old);

    expect(vault.open(sealed, PLACE)).toBe(TEXT);
    expect(vault.keyId()).toBe(idOfKey(young));
    expect(refusal(vaultOf(old), vault.seal(TEXT, PLACE)).code).toBe('INVALID');
  });

  it('says which key is missing and where to put it', () => {
    const sealed = vaultOf(keyNumber(1)).seal(TEXT, PLACE);

    const problem = refusal(vaultOf(keyNumber(2)), sealed);

    expect(problem).toMatchObject({ code: 'INVALID', retry: 'later' });
    expect(problem.message).toContain(`sealed with the key ${idOfKey(keyNumber(1))}, which is not here`);
    expect(problem.message).toMatch(/SECRET_KEY_OLD.*secret\.key/);
    expect(problem.message).not.toContain(sealed.split(':')[3]);
  });

  it('reads its keys again, once, for a key it does not know, and forgets none', () => {
    let keys: Keys = [keyNumber(1)];
    let reads = 0;
    const vault = createVault(() => {
      reads += 1;
      return keys;
    });
    const [before, after] = [vault.seal(TEXT, PLACE), vaultOf(keyNumber(2)).seal(TEXT, PLACE)];
    keys = [keyNumber(2)];
    reads = 0;

    expect(vault.open(after, PLACE)).toBe(TEXT);
    expect(vault.open(after, PLACE)).toBe(TEXT);
    expect(reads).toBe(1);
    expect(vault.open(before, PLACE)).toBe(TEXT);
    expect([1, 2, 3].map((number) => vault.has(idOfKey(keyNumber(number))))).toEqual([true, true, false]);
    expect(vault.seal(TEXT, PLACE)).toContain(idOfKey(keyNumber(2)));
  });

  it('shows no key when it is looked at', () => {
    const key = newSecretKey();
    const vault = vaultOf(key);
    const sealed = vault.seal(TEXT, PLACE);

    const shown = [
      inspect(vault, { showHidden: true, depth: null }),
      JSON.stringify(vault),
      inspect(key),
      idOfKey(key),
      sealed,
    ];

    const forms = (['hex', 'base64', 'base64url'] as const).map((form) => key.export().toString(form).slice(0, 12));
    expect(forms.filter((form) => shown.join().includes(form))).toEqual([]);
  });
});

describe('a key', () => {
  it('is read as it was written, in either alphabet and in hex', () => {
    const key = newSecretKey((bytes) => bytes.fill(0xfb));
    const forms = ['base64', 'base64url', 'hex'].map((form) => key.export().toString(form as 'hex'));

    const read = [writeSecretKey(key), ...forms, forms[2]?.toUpperCase() ?? ''].map(readSecretKey);

    expect(read.map((one) => one?.equals(key))).toEqual([true, true, true, true, true]);
  });

  it.each(['', 'secret', 'a'.repeat(44), `${'a'.repeat(43)}\n`, 'g'.repeat(64), 'ab'.repeat(31)])(
    'is not %j',
    (text) => {
      expect(readSecretKey(text)).toBeNull();
    },
  );

  it('has an id that others do not have', () => {
    const ids = Array.from({ length: 200 }, (_, i) => idOfKey(keyNumber(i)));

    expect(new Set(ids).size).toBe(200);
    expect(ids[0]).toMatch(/^[0-9a-f]{16}$/);
  });
});
