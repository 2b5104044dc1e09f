import type { ReactNode } from 'react';
import { MultiSelect } from '../../ui/MultiSelect.tsx';
import { useFault } from './faults.ts';
import { type Answering, withPart } from './shape.ts';
import { TagsField } from './TagsField.tsx';
import { type Choice, useTerms } from './terms.ts';
import { HAPPENINGS, KINDS } from './words.ts';

interface HappeningEditorProps {
  readonly trigger: Answering;
  readonly onChange: (trigger: Answering) => void;
}

const ANY_SYSTEM = { id: 'systems', label: 'any system' };
const GATEWAY = { id: 'gateway', label: 'the gateway (callers and rules)' };

/** "When a note changes in Commusoft": what happens to what, where, and to which fields. */
export function HappeningEditor({ trigger, onChange }: HappeningEditorProps) {
  const terms = useTerms();
  const change = (part: Partial<Answering>) => onChange(tidied(withPart(trigger, part)));
  const happens = (...some: string[]) => some.some((one) => trigger.on.includes(one));
  return (
    <div className="sentence">
      <MultiSelect
        label="When"
        options={KINDS}
        values={trigger.kinds}
        onChange={(kinds) => onChange({ ...trigger, kinds })}
        error={useFault('trigger.kinds')}
        placeholder="what?"
      />
      <MultiSelect
        label="this happens to it"
        options={HAPPENINGS}
        values={trigger.on}
        onChange={(on) => onChange(tidied({ ...trigger, on }))}
        error={useFault('trigger.on')}
        placeholder="what happens?"
      />
      <MultiSelect
        label="in"
        options={[ANY_SYSTEM, ...terms.systems, GATEWAY]}
        values={originsOf(trigger)}
        onChange={(chosen) => change({ origins: originsFrom(chosen, originsOf(trigger)) })}
        error={useFault('trigger.origins')}
        placeholder="anywhere"
      />
      <Narrowing isShown={happens('changed', 'conflictOpened')}>
        <MultiSelect
          label="and it concerns"
          options={withWhole(terms.fieldsOf(trigger.kinds))}
          values={trigger.fields ?? []}
          onChange={(fields) => change({ fields })}
          error={useFault('trigger.fields')}
          placeholder="any field"
        />
      </Narrowing>
      <Narrowing isShown={happens('tagAdded', 'tagRemoved')}>
        <TagsField
          label="which tags"
          tags={trigger.tags ?? []}
          onChange={(tags) => change({ tags })}
          error={useFault('trigger.tags')}
          placeholder="any tag"
        />
      </Narrowing>
      <Narrowing isShown={happens('deliveryFailed', 'recordQuarantined')}>
        <MultiSelect
          label="which system"
          options={terms.systems}
          values={trigger.systems ?? []}
          onChange={(systems) => change({ systems })}
          error={useFault('trigger.systems')}
          placeholder="any system"
        />
      </Narrowing>
    </div>
  );
}

function Narrowing({ isShown, children }: { readonly isShown: boolean; readonly children: ReactNode }) {
  return isShown && children;
}

function originsOf({ origins = [] }: Answering): readonly string[] {
  return typeof origins === 'string' ? [origins] : origins;
}

/** "Any system" takes the place of single ones, and these the place of it. */
function originsFrom(chosen: readonly string[], before: readonly string[]): 'systems' | readonly string[] {
  if (!chosen.includes('systems')) return chosen;
  return before.includes('systems') ? (only(chosen) ?? 'systems') : 'systems';
}

function only(chosen: readonly string[]): readonly string[] | null {
  const single = chosen.filter((id) => id !== 'systems');
  return single.length > 0 ? single : null;
}

const NEEDS = {
  fields: ['changed', 'conflictOpened'],
  tags: ['tagAdded', 'tagRemoved'],
  systems: ['deliveryFailed', 'recordQuarantined'],
} as const;

/** Without what narrows something that is not waited for any more. */
function tidied(trigger: Answering): Answering {
  const idle = Object.entries(NEEDS).filter(([, needs]) => !needs.some((one) => trigger.on.includes(one)));
  return withPart(trigger, Object.fromEntries(idle.map(([part]) => [part, undefined])));
}

/** Addresses are in parts; people mean the whole. */
function withWhole(fields: readonly Choice[]): readonly Choice[] {
  const at = fields.findIndex(({ id }) => id.startsWith('address.'));
  return at < 0 ? fields : fields.toSpliced(at, 0, { id: 'address.*', label: 'Anything of the address' });
}
