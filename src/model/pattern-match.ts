import { type Instruction, isWordCode, type Pattern } from './pattern.ts';

/** Longer texts are only looked at as far as this. */
const LONGEST_TEXT = 2_000;

/**
 * What a group of the leftmost match holds, as JavaScript would find it; null where nothing matches. No place of the pattern is tried
 * twice at one place of the text, so it takes no more steps than their product: no pattern can hang it.
 */
export function firstMatch({ program }: Pattern, text: string, group: number): string | null {
  const codes = Array.from(text.slice(0, LONGEST_TEXT), (char) => char.codePointAt(0) ?? 0);
  const failed = new Uint8Array(program.length * (codes.length + 1));
  for (let start = 0; start <= codes.length; start++) {
    const slots = run(program, codes, start, failed);
    if (!slots) continue;
    const [from, to] = [slots[group * 2], slots[group * 2 + 1]];
    return from === undefined || to === undefined ? null : String.fromCodePoint(...codes.slice(from, to));
  }
  return null;
}

interface Branch {
  readonly pc: number;
  readonly at: number;
  readonly slots: readonly (number | undefined)[];
}

/** Follows the branches in order of preference; one that comes to where another has been can find nothing more. */
function run(program: readonly Instruction[], codes: readonly number[], start: number, failed: Uint8Array) {
  const branches: Branch[] = [{ pc: 0, at: start, slots: [] }];
  for (let branch = branches.pop(); branch; branch = branches.pop()) {
    const { pc, at, slots } = branch;
    const place = pc * (codes.length + 1) + at;
    const instruction = program[pc];
    if (!instruction || failed[place]) continue;
    failed[place] = 1;
    switch (instruction.op) {
      case 'match':
        return slots;
      case 'char':
        if (at < codes.length && instruction.matches(codes[at] ?? 0)) branches.push({ pc: pc + 1, at: at + 1, slots });
        break;
      case 'jump':
        branches.push({ pc: instruction.to, at, slots });
        break;
      case 'split':
        branches.push({ pc: instruction.second, at, slots }, { pc: instruction.first, at, slots });
        break;
      case 'save':
        branches.push({ pc: pc + 1, at, slots: Object.assign([...slots], { [instruction.slot]: at }) });
        break;
      default:
        if (holds(instruction, codes, at)) branches.push({ pc: pc + 1, at, slots });
    }
  }
  return null;
}

function holds(instruction: Instruction, codes: readonly number[], at: number): boolean {
  if (instruction.op === 'start') return at === 0;
  if (instruction.op === 'end') return at === codes.length;
  const between = isWordCode(codes[at - 1]) !== isWordCode(codes[at]);
  return instruction.op === 'boundary' && between === instruction.wanted;
}
