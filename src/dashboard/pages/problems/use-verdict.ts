import { useState } from 'react';
import { useDoing } from '../../app/use-doing.ts';
import { say } from '../../ui/notices.ts';
import { resolvedInWords } from './outcome.ts';
import { type OpenConflict, ResolveConflict } from './problems.ts';

/** What a person says about a conflict. */
export type Verdict = { readonly take: string } | { readonly value: unknown };

/** Decides a conflict, says what came of it, and keeps what is wrong with it. */
export function useVerdict({ id }: Pick<OpenConflict, 'id'>, onDone: () => void) {
  const { run, isDoing } = useDoing(ResolveConflict);
  const [wrong, setWrong] = useState<string | null>(null);
  async function decide(verdict: Verdict): Promise<void> {
    setWrong(null);
    const data = await run({ input: { id, ...verdict } });
    if (!data) return;
    const { userErrors, receipts } = data.resolveConflict;
    if (userErrors[0]) return setWrong(userErrors[0].message);
    const { text, tone } = resolvedInWords(receipts);
    say(text, tone);
    onDone();
  }
  return { decide: (verdict: Verdict) => void decide(verdict), isDoing, wrong };
}
