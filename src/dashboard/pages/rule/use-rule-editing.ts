import { useState } from 'react';
import { useClient } from 'urql';
import { explain } from '../../app/problem.ts';
import { navigate } from '../../app/router/history.ts';
import { useDoing } from '../../app/use-doing.ts';
import { say } from '../../ui/notices.ts';
import { ChangeRule } from '../rules/rules.ts';
import { partsOf } from './draft.ts';
import { type Fault, faultOf, gapsOf } from './faults.ts';
import { AddRule, TryRule } from './rule.ts';
import type { Draft } from './shape.ts';
import type { DryRun } from './TryOut.tsx';

/** A rule that is there already: its id, and how it was when the form was opened. */
export interface Existing {
  readonly id: string;
  readonly before: Draft;
}

/** The rule in the form, what is wrong with it, what it would have done, and what can be done with it. */
export interface RuleEditing {
  readonly draft: Draft;
  readonly faults: readonly Fault[];
  readonly dryRun: DryRun | null;
  readonly isBusy: boolean;
  change(draft: Draft): void;
  tryOut(): Promise<void>;
  save(): Promise<void>;
}

/** Holds a rule while somebody writes it; `start` is where it begins. */
export function useRuleEditing(start: Draft, existing: Existing | null): RuleEditing {
  const client = useClient();
  const add = useDoing(AddRule);
  const change = useDoing(ChangeRule);
  const [draft, setDraft] = useState(start);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [dryRun, setDryRun] = useState<DryRun | null>(null);
  const [isTrying, setTrying] = useState(false);

  async function tryOut(): Promise<void> {
    const gaps = gapsOf(draft).filter(({ place }) => place !== 'name');
    setFaults(gaps);
    if (gaps.length > 0) return;
    const { name: _, ...parts } = partsOf(draft);
    setTrying(true);
    const { data, error } = await client
      .query(TryRule, { input: parts as never }, { requestPolicy: 'network-only' })
      .toPromise();
    setTrying(false);
    if (error) return say(explain(error).what, 'bad');
    const answer = data?.dryRunRule;
    setFaults(answer?.userErrors.map(faultOf) ?? []);
    const found = answer?.dryRun ?? null;
    setDryRun(found);
    if (found && draft.name.trim() === '') setDraft({ ...draft, name: proposedName(found) });
  }

  async function save(): Promise<void> {
    const gaps = gapsOf(draft);
    setFaults(gaps);
    if (gaps.length > 0) return;
    const answer = existing ? await saveChanges(existing) : await saveNew();
    if (!answer) return;
    setFaults(answer.userErrors.map(faultOf));
    if (!answer.rule) return;
    say(`“${answer.rule.name}” is saved and answers to what happens from now on.`);
    navigate('/rules');
  }

  async function saveNew() {
    return (await add.run({ input: partsOf(draft) as never }))?.createRule ?? null;
  }

  async function saveChanges({ id, before }: Existing) {
    return (await change.run({ input: { id, ...partsOf(draft, before) } }))?.updateRule ?? null;
  }

  return {
    ...{ draft, faults, dryRun, tryOut, save },
    isBusy: isTrying || add.isDoing || change.isDoing,
    // What was found is about another rule then.
    change(next) {
      setDraft(next);
      setDryRun(null);
      setFaults([]);
    },
  };
}

const LONGEST_NAME = 300;

function proposedName({ summary }: DryRun): string {
  return summary.slice(0, LONGEST_NAME).replace(/\.$/, '');
}
