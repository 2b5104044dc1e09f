import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, type Pattern } from '../../src/model/pattern.ts';
import { firstMatch } from '../../src/model/pattern-match.ts';

function compiled(source: string): Pattern {
  const pattern = compile(source);
  if ('error' in pattern) throw new Error(pattern.error);
  return pattern;
}

const find = (source: string, text: string, group = 0) => firstMatch(compiled(source), text, group);

describe('a pattern', () => {
  it.each<[string, string, number, string | null]>([
    ['\\d+', 'flat 12, floor 3', 0, '12'],
    ['([A-Z]{1,2}\\d[A-Z\\d]?) ?(\\d[A-Z]{2})', 'Bristol BS1 4ST, UK', 1, 'BS1'],
    ['([A-Z]{1,2}\\d[A-Z\\d]?) ?(\\d[A-Z]{2})', 'Bristol BS1 4ST, UK', 2, '4ST'],
    ['^(.*?)\\s*(?:\\((.*)\\))?$', 'Worcester Greenstar (30i)', 1, 'Worcester Greenstar'],
    ['^(.*?)\\s*(?:\\((.*)\\))?$', 'Worcester Greenstar (30i)', 2, '30i'],
    ['make:\\s*([^;]+)', 'make: Vaillant; year: 2019', 1, 'Vaillant'],
    ['(a)|(b)', 'b', 1, null],
    ['x', 'y', 0, null],
    ['\\bcat\\b', 'concatenate cat', 0, 'cat'],
    ['[^\\d\\s-]+', '12-34 ab', 0, 'ab'],
    ['[\u{1f525}\u{1f4a7}]', 'gas \u{1f525}', 0, '\u{1f525}'],
    ['a{2,3}?', 'aaaa', 0, 'aa'],
  ])('/%s/ finds in %j in group %i: %j', (source, text, group, expected) => {
    expect(find(source, text, group)).toBe(expected);
  });

  it.each([
    ['(a', 'lacks a )'],
    ['a)', 'has a ) too many'],
    ['[a', 'lacks a ]'],
    ['*a', 'has nothing to repeat'],
    ['a**', 'has nothing to repeat'],
    ['a{3,2}', 'has a quantifier whose numbers are the wrong way round'],
    ['(a)\\1', 'must not refer back to a group'],
    ['a(?=b)', 'must not look ahead or behind'],
    ['(?<!a)b', 'must not look ahead or behind'],
    ['\\p', 'has \\p, which is not known'],
    ['a\\', 'ends with a \\'],
    ['[z-a]', 'has a range from nowhere to nowhere'],
    ['((a{100}){100}){100}', 'is too large a pattern'],
  ])('/%s/ is refused: %s', (source, error) => {
    expect(compile(source)).toEqual({ error });
  });

  it('finds what JavaScript finds', () => {
    const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\w', '\\d', 'c');
    const { pattern } = fc.letrec<{ pattern: string; part: string }>((tie) => ({
      part: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        atom,
        fc.tuple(atom, fc.constantFrom('*', '+', '?', '*?', '+?', '{1,2}', '{2}')).map(([one, times]) => one + times),
        tie('pattern').map((inner) => `(${inner})`),
        // Only what cannot be empty: JavaScript does not count an empty turn as one.
        fc.tuple(atom, tie('pattern')).map(([one, inner]) => `(${one}(${inner}))?`),
      ),
      pattern: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        fc.array(tie('part'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')),
        fc.tuple(tie('part'), tie('part')).map(([left, right]) => `${left}|${right}`),
      ),
    }));
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', ' '), maxLength: 8 });

    fc.assert(
      fc.property(pattern, text, (source, given) => {
        const expected = new RegExp(source).exec(given);
        const groups = Array.from({ length: compiled(source).groups + 1 }, (_, group) => find(source, given, group));

        expect(groups).toEqual(expected ? [...expected].map((part) => part ?? null) : groups.map(() => null));
      }),
      { numRuns: 500 },
    );
  });

  it('that takes others for ever is through a long text after steps in proportion to it', () => {
    const counted = compiled('(a*)*(a|aa)+(.*a){9}x');
    let steps = 0;
    const program = counted.program.map((instruction) =>
      instruction.op === 'char'
        ? { ...instruction, matches: (code: number) => ++steps > 0 && instruction.matches(code) }
        : instruction,
    );

    const found = firstMatch({ ...counted, program }, 'a'.repeat(2_000), 0);

    expect(found).toBeNull();
    expect(steps).toBeLessThanOrEqual(program.length * 2_001);
  });
});
