/** What a pattern compiles to; run by `firstMatch`. */
export type Instruction =
  | { readonly op: 'char'; readonly matches: (code: number) => boolean }
  | { readonly op: 'split'; readonly first: number; readonly second: number }
  | { readonly op: 'jump'; readonly to: number }
  | { readonly op: 'save'; readonly slot: number }
  | { readonly op: 'start' }
  | { readonly op: 'end' }
  | { readonly op: 'boundary'; readonly wanted: boolean }
  | { readonly op: 'match' };

/** A pattern ready to be run, and how many groups it has. */
export interface Pattern {
  readonly program: readonly Instruction[];
  readonly groups: number;
}

type Node =
  | { readonly type: 'empty' }
  | { readonly type: 'one'; readonly instruction: Instruction }
  | { readonly type: 'group'; readonly index: number | null; readonly inner: Node }
  | { readonly type: 'chain'; readonly parts: readonly Node[] }
  | { readonly type: 'either'; readonly left: Node; readonly right: Node }
  | {
      readonly type: 'repeat';
      readonly inner: Node;
      readonly min: number;
      readonly max: number;
      readonly lazy: boolean;
    };

/** More is refused, so that a match takes at most so many steps for each character of the text. */
const LONGEST_PROGRAM = 1_000;

/**
 * Compiles the regular part of JavaScript's regular expressions: literals, classes, groups, alternatives, quantifiers, ^ $ \b.
 * Backreferences and lookarounds, which cannot be run in linear time, are refused in words for people. Unlike there, a repeated part
 * may match nothing.
 */
export function compile(source: string): Pattern | { readonly error: string } {
  try {
    const { node, groups } = parse(source);
    const program: Instruction[] = [];
    emit({ type: 'group', index: 0, inner: node }, program);
    program.push({ op: 'match' });
    return { program, groups };
  } catch (error) {
    if (error instanceof BadPattern) return { error: error.message };
    throw error;
  }
}

class BadPattern extends Error {}

function emit(node: Node, program: Instruction[]): void {
  if (program.length > LONGEST_PROGRAM) throw new BadPattern('is too large a pattern');
  switch (node.type) {
    case 'empty':
      return;
    case 'one':
      program.push(node.instruction);
      return;
    case 'chain':
      for (const part of node.parts) emit(part, program);
      return;
    case 'group':
      if (node.index === null) return emit(node.inner, program);
      program.push({ op: 'save', slot: node.index * 2 });
      emit(node.inner, program);
      program.push({ op: 'save', slot: node.index * 2 + 1 });
      return;
    case 'either': {
      const fork = program.push({ op: 'match' }) - 1;
      emit(node.left, program);
      const leave = program.push({ op: 'match' }) - 1;
      program[fork] = { op: 'split', first: fork + 1, second: program.length };
      emit(node.right, program);
      program[leave] = { op: 'jump', to: program.length };
      return;
    }
    case 'repeat':
      return emitRepeat(node, program);
  }
}

function emitRepeat({ inner, min, max, lazy }: Node & { type: 'repeat' }, program: Instruction[]): void {
  for (let time = 0; time < min; time++) {
    const before = program.length;
    emit(inner, program);
    // What is nothing once is nothing a million times.
    if (program.length === before) return;
  }
  const forks: number[] = [];
  const optional = max === Number.POSITIVE_INFINITY ? 1 : max - min;
  for (let time = 0; time < optional; time++) {
    forks.push(program.push({ op: 'match' }) - 1);
    emit(inner, program);
    if (max === Number.POSITIVE_INFINITY) program.push({ op: 'jump', to: forks[0] ?? 0 });
  }
  for (const fork of forks) {
    const [into, past] = [fork + 1, program.length];
    program[fork] = { op: 'split', first: lazy ? past : into, second: lazy ? into : past };
  }
}

function parse(source: string): { node: Node; groups: number } {
  const reader = { source, at: 0, groups: 0 };
  const node = readEither(reader);
  if (reader.at < source.length) throw new BadPattern('has a ) too many');
  return { node, groups: reader.groups };
}

interface Reader {
  readonly source: string;
  at: number;
  groups: number;
}

function readEither(reader: Reader): Node {
  const parts: Node[] = [];
  while (reader.at < reader.source.length && !'|)'.includes(reader.source.charAt(reader.at))) {
    parts.push(readQuantifier(reader, readAtom(reader)));
  }
  const left: Node = parts.length === 0 ? { type: 'empty' } : { type: 'chain', parts };
  if (reader.source.charAt(reader.at) !== '|') return left;
  reader.at++;
  return { type: 'either', left, right: readEither(reader) };
}

const QUANTIFIER = /^(?:([*+?])|\{(\d{1,3})(?:(,)(\d{1,3})?)?\})(\?)?/;

function readQuantifier(reader: Reader, inner: Node): Node {
  const found = QUANTIFIER.exec(reader.source.slice(reader.at, reader.at + 12));
  if (!found) return inner;
  reader.at += found[0].length;
  const [, sign, least, comma, most, lazy] = found;
  const min = sign ? (sign === '+' ? 1 : 0) : Number(least);
  const max = sign === '?' ? 1 : sign || (comma && !most) ? Number.POSITIVE_INFINITY : Number(most ?? least);
  if (max < min) throw new BadPattern('has a quantifier whose numbers are the wrong way round');
  if (QUANTIFIER.test(reader.source.slice(reader.at, reader.at + 12))) throw new BadPattern('has nothing to repeat');
  return { type: 'repeat', inner, min, max, lazy: lazy !== undefined };
}

function readAtom(reader: Reader): Node {
  const char = String.fromCodePoint(reader.source.codePointAt(reader.at) ?? 0);
  reader.at += char.length;
  switch (char) {
    case '(':
      return readGroup(reader);
    case '[':
      return one(readClass(reader));
    case '.':
      return one((code) => code !== 10 && code !== 13 && code !== 0x2028 && code !== 0x2029);
    case '^':
      return { type: 'one', instruction: { op: 'start' } };
    case '$':
      return { type: 'one', instruction: { op: 'end' } };
    case '\\': {
      const letter = reader.source.charAt(reader.at);
      if (letter === 'b' || letter === 'B') {
        reader.at++;
        return { type: 'one', instruction: { op: 'boundary', wanted: letter === 'b' } };
      }
      return one(readEscape(reader).matches);
    }
    case '*':
    case '+':
    case '?':
      throw new BadPattern('has nothing to repeat');
    default: {
      const wanted = char.codePointAt(0);
      return one((code) => code === wanted);
    }
  }
}

function one(matches: (code: number) => boolean): Node {
  return { type: 'one', instruction: { op: 'char', matches } };
}

function readGroup(reader: Reader): Node {
  let index: number | null = null;
  if (reader.source.startsWith('?:', reader.at)) reader.at += 2;
  else if (reader.source.charAt(reader.at) === '?') throw new BadPattern('must not look ahead or behind');
  else index = ++reader.groups;
  const inner = readEither(reader);
  if (reader.source.charAt(reader.at) !== ')') throw new BadPattern('lacks a )');
  reader.at++;
  return { type: 'group', index, inner };
}

type Matches = (code: number) => boolean;
const DIGIT: Matches = (code) => code >= 48 && code <= 57;
const WORD: Matches = (code) => DIGIT(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;
const SPACE: Matches = (code) => /\s/.test(String.fromCodePoint(code));
const CLASSES: Readonly<Record<string, Matches>> = {
  d: DIGIT,
  w: WORD,
  s: SPACE,
  D: (code) => !DIGIT(code),
  W: (code) => !WORD(code),
  S: (code) => !SPACE(code),
};
const CONTROLS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** An escape; `code` is null where it stands for more than one character. */
function readEscape(reader: Reader): { matches: Matches; code: number | null } {
  const char = String.fromCodePoint(reader.source.codePointAt(reader.at) ?? 0);
  if (reader.at >= reader.source.length) throw new BadPattern('ends with a \\');
  reader.at += char.length;
  const known = CLASSES[char];
  if (known) return { matches: known, code: null };
  if (DIGIT(char.charCodeAt(0))) throw new BadPattern('must not refer back to a group');
  if (!CONTROLS[char] && WORD(char.charCodeAt(0))) throw new BadPattern(`has \\${char}, which is not known`);
  const code = (CONTROLS[char] ?? char).codePointAt(0) ?? 0;
  return { matches: (other) => other === code, code };
}

function readClass(reader: Reader): Matches {
  const negated = reader.source.charAt(reader.at) === '^';
  if (negated) reader.at++;
  const members: Matches[] = [];
  while (reader.source.charAt(reader.at) !== ']') {
    const from = readMember(reader);
    const next = reader.source.charAt(reader.at + 1);
    if (reader.source.charAt(reader.at) !== '-' || next === ']' || next === '') members.push(from.matches);
    else {
      reader.at++;
      members.push(range(from.code, readMember(reader).code));
    }
  }
  reader.at++;
  return (code) => members.some((matches) => matches(code)) !== negated;
}

function range(from: number | null, to: number | null): Matches {
  if (from === null || to === null || to < from) throw new BadPattern('has a range from nowhere to nowhere');
  return (code) => code >= from && code <= to;
}

function readMember(reader: Reader): { matches: Matches; code: number | null } {
  const char = String.fromCodePoint(reader.source.codePointAt(reader.at) ?? 0);
  if (reader.at >= reader.source.length) throw new BadPattern('lacks a ]');
  reader.at += char.length;
  if (char === '\\') return readEscape(reader);
  const code = char.codePointAt(0) ?? 0;
  return { matches: (other) => other === code, code };
}

/** True for the characters of a word, as \w and \b take them. */
export function isWordCode(code: number | undefined): boolean {
  return code !== undefined && WORD(code);
}
