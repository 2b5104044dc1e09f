import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { path } from '../../src/base/path.ts';

const refused = expect.objectContaining({ name: 'Problem', code: 'INVALID', retry: 'never' });

describe('path', () => {
  it('puts values into their places', () => {
    expect(path`/contacts/${'a b'}/notes/${'ü%2F+&'}`).toBe('/contacts/a%20b/notes/%C3%BC%252F%2B%26');
  });

  it.each(['', '.', '..', '/', 'a/b', '../x', '..\\x', 'a\\b', 'a?b', 'a#b', 'a\nb', 'a\0b', 'a\tb', 'x'.repeat(201)])(
    'refuses %j',
    (value) => {
      expect(() => path`/contacts/${value}`).toThrow(refused);
    },
  );

  it('refuses half of a character', () => {
    expect(() => path`/contacts/${'\ud800'}`).toThrow(refused);
  });

  it('says what is wrong without repeating it', () => {
    expect(() => path`/contacts/${'secret/../value'}`).not.toThrow('secret');
  });

  it('never lets a value leave its place, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 220 }), fc.string({ maxLength: 8 }), (a, b) => {
        let built: string;
        try {
          built = path`/contacts/${a}/notes/${b}`;
        } catch (error) {
          expect(error).toEqual(refused);
          return;
        }
        const parts = new URL(built, 'http://host').pathname.split('/').map(decodeURIComponent);

        expect(parts).toEqual(['', 'contacts', a, 'notes', b]);
      }),
    );
  });
});
