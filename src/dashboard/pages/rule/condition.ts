import type { Condition, Group, Question } from './shape.ts';

/** True for conditions put together. */
export function isGroup(condition: Condition): condition is Group {
  return 'all' in condition || 'any' in condition;
}

/** What is put together in a group. */
export function partsOfGroup(group: Group): readonly Condition[] {
  return 'all' in group ? group.all : group.any;
}

/** The group with other conditions in it. */
export function withParts(group: Group, parts: readonly Condition[]): Group {
  return 'all' in group ? { all: parts } : { any: parts };
}

/** Without its "not", and whether there was one. */
export function unwrapped(condition: Condition): { readonly isNot: boolean; readonly inner: Group | Question } {
  const simple = simplified(condition);
  if (!('not' in simple)) return { isNot: false, inner: simple };
  // After simplifying, what is below a "not" is none itself.
  return { isNot: true, inner: simple.not as Group | Question };
}

/** With a "not" around it, or without. */
export function wrapped(isNot: boolean, inner: Group | Question): Condition {
  return isNot ? { not: inner } : inner;
}

/** The same condition where no "not" stands before another one. */
export function simplified(condition: Condition): Condition {
  if (!('not' in condition) || !('not' in condition.not)) return condition;
  return simplified(condition.not.not);
}

/** What is asked of a question's subject: `field:phone`, `tag` or `heldBy`. */
export function subjectOf(question: Question): string {
  if ('field' in question) return `field:${question.field}`;
  return 'tag' in question ? 'tag' : 'heldBy';
}

const VALUELESS = ['filled', 'empty'];

/** The question about another subject; a comparison and value of a field are kept for another field. */
export function aboutSubject(subject: string, question: Question, firstSystem: string): Question {
  if (subject === 'tag') return { tag: '' };
  if (subject === 'heldBy') return { heldBy: firstSystem };
  const field = subject.slice('field:'.length);
  return 'field' in question ? { ...question, field } : { field, is: 'filled' };
}

/** The question with another comparison; `filled` and `empty` compare with nothing. */
export function compared(question: Extract<Question, { field: string }>, is: string): Question {
  const { field, value = '' } = question;
  return hasValue(is) ? { field, is, value } : { field, is };
}

/** True for comparisons that need something to compare with. */
export function hasValue(is: string): boolean {
  return !VALUELESS.includes(is);
}

/** A value as it stands in a text field. */
export function valueText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '');
}
