/** The steps of the set-up, in their order. */
export const STEPS = [
  { id: 'connect', label: 'Connect', lead: 'Tell the gateway how to reach each of your systems.' },
  { id: 'templates', label: 'Templates', lead: 'Choose which fields go together, all at once.' },
  { id: 'fields', label: 'Fields', lead: 'Look at single fields, change them, and try it before it counts.' },
  { id: 'merge', label: 'Switch on', lead: 'Decide which contacts are the same people, then let the sync begin.' },
] as const;

/** One of the steps. */
export type Step = (typeof STEPS)[number];

/** The step that an address names; the first where it names none. */
export function stepOf(query: URLSearchParams): Step {
  return STEPS.find(({ id }) => id === query.get('step')) ?? STEPS[0];
}

/** Where a step is. */
export function addressOf(step: Step['id'], other: Readonly<Record<string, string>> = {}): string {
  return `/setup?${new URLSearchParams({ step, ...other })}`;
}

/** The step behind that one; null behind the last. */
export function stepAfter(step: Step): Step | null {
  return STEPS[STEPS.indexOf(step) + 1] ?? null;
}
